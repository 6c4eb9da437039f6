import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb, Protection } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { requireSpeaksFor } from '../consents/speaks-for.ts';
import { lockSurvivorOf } from '../people/survivor.ts';
import { ConfidentialFact } from './confidential-fact.entity.ts';

@InputType()
export class RecordConfidentialFactInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  personId!: Id<'Person'>;

  @Field(() => String, { description: 'Up to 1,000 characters.' })
  text!: string;
}

/** Keeps something about a person that 42 CFR Part 2 protects: no event tells of it, and nobody reads it without a written consent. */
@Injectable()
export class RecordConfidentialFact {
  constructor(
    private readonly db: CountyDb,
    private readonly protection: Protection,
    private readonly clock: Clock,
  ) {}

  run(input: RecordConfidentialFactInput): Promise<Id<'ConfidentialFact'>> {
    return this.db.once(input, async (tx) => {
      await requireSpeaksFor(tx, input.personId);
      const { id: personId } = await lockSurvivorOf(tx, input.personId);
      const fact = ConfidentialFact.record(await this.protection.keyFor(tx, personId), { personId, text: input.text, recordedBy: tx.context.actor.person as Id<'Person'>, recordedAt: this.clock.now() });
      tx.add(fact);
      return fact.id;
    });
  }
}
