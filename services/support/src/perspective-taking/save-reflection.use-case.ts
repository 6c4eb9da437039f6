import { Clock } from '@fc/domain-kernel';
import { CountyDb, Protection } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import { actingPerson } from '../people/acting-person.ts';
import { requireQuestion } from './perspective-pack.ts';
import { Reflection } from './reflection.entity.ts';

@InputType()
export class SaveReflectionInput {
  @Field(() => String, { description: 'A question of the module: PT-Q-01.' })
  questionId!: string;

  @Field(() => String, { description: 'Up to 10,000 characters.' })
  words!: string;

  @Field(() => Int, { nullable: true, description: 'The revision that you have; empty for the first.' })
  revision?: number | null;
}

/** Somebody writes to a question, goes on another day, or thinks again after they have finished. */
@Injectable()
export class SaveReflection {
  constructor(
    private readonly db: CountyDb,
    private readonly protection: Protection,
    private readonly clock: Clock,
  ) {}

  run({ questionId, words, revision }: SaveReflectionInput): Promise<void> {
    return this.db.transact(async (tx) => {
      const of = { personId: actingPerson(tx), questionId: requireQuestion(questionId) };
      const key = await this.protection.keyFor(tx, of.personId);
      const known = await tx.first(Reflection, of);
      const reflection = known ? await tx.lock(Reflection, known.id) : Reflection.begin(of, words, key, this.clock.now());
      if (known) reflection.save(words, revision, key, this.clock.now());
      else tx.add(reflection);
    });
  }

  /** Takes what was written to a question away; where there is nothing, nothing happens. Throws `SUPPORT.NO_SUCH_QUESTION`. */
  discard(questionId: string): Promise<void> {
    return this.db.transact(async (tx) => {
      await tx.sql(`delete from reflection where person_id = ? and question_id = ?`, [actingPerson(tx), requireQuestion(questionId)]);
    });
  }
}
