import { TrainingCompletedV1 } from '@fc/contracts';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { IdempotencyKey, LocalDate, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { enrolledAs } from '../people/enrolled-person.entity.ts';
import { TrainingKey } from './catalogue.ts';
import { TrainingCompletion } from './training-completion.entity.ts';

@InputType()
export class RecordTrainingCompletionInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  personId!: Id<'Person'>;

  @Field(() => TrainingKey)
  trainingKey!: TrainingKey;

  @Field(() => LocalDate, { description: 'The day in the county on which it was finished.' })
  completedOn!: Temporal.PlainDate;
}

/** Writes down that a person has finished a training. Matching asks for it before somebody mentors. */
@Injectable()
export class RecordTrainingCompletion {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: RecordTrainingCompletionInput): Promise<Id<'TrainingCompletion'>> {
    return this.db.once(input, async (tx) => {
      const { trainingKey, completedOn } = input;
      const personId = await enrolledAs(tx, input.personId);
      const zone = tx.context.county.timeZone;
      const completion = TrainingCompletion.record(personId, trainingKey, completedOn, { now: this.clock.now(), zone });
      tx.add(completion);
      const completedAt = completedOn.toZonedDateTime(zone).toInstant().toString();
      tx.emit(TrainingCompletedV1, { completionId: completion.id, personId, trainingKey, completedAt });
      return completion.id;
    });
  }
}
