import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { actingPerson } from '../people/acting-person.ts';
import { enrolledAs } from '../people/enrolled-person.entity.ts';
import { completeTraining } from '../training/record-training-completion.use-case.ts';
import { FinishedReflections } from './finished-reflections.entity.ts';
import { questionIds } from './perspective-pack.ts';
import { questionsOpen } from './perspective-taking.errors.ts';
import { Reflection } from './reflection.entity.ts';

@InputType()
export class FinishReflectionsInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;
}

/** Somebody says that they are through with the module. That alone goes on their record; not a word of what they wrote. */
@Injectable()
export class FinishReflections {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: FinishReflectionsInput): Promise<Id<'TrainingCompletion'>> {
    return this.db.once(input, async (tx) => {
      const person = actingPerson(tx);
      const written = new Set((await tx.rows(Reflection, { personId: person })).map(({ questionId }) => questionId));
      if (!questionIds.every((id) => written.has(id))) throw questionsOpen();
      const now = this.clock.now();
      tx.add(FinishedReflections.of(person, now));
      await tx.flush(); // of two at the same time, the second is refused here and records nothing
      const today = now.toZonedDateTimeISO(tx.context.county.timeZone).toPlainDate();
      return completeTraining(tx, { personId: await enrolledAs(tx, person), trainingKey: 'PERSPECTIVE_TAKING', completedOn: today }, now);
    });
  }
}
