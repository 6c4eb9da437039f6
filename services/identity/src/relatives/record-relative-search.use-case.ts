import { Clock, requirePast, type Id, type Temporal } from '@fc/domain-kernel';
import { IdempotencyKey, Instant, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { lockChildrenOfCase } from '../case-assignments/on-case.ts';
import { RelativeSearch, SearchSource } from './relative-search.entity.ts';

@InputType()
export class RecordRelativeSearchInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => [UUID], { description: 'Siblings for whom it was one search; each gets an entry of their own.' })
  childIds!: Id<'Child'>[];

  @Field(() => Instant)
  searchedAt!: Temporal.Instant;

  @Field(() => SearchSource)
  source!: SearchSource;

  @Field(() => String, { description: 'What came of it, also when nobody was found; up to 1,000 characters.' })
  outcome!: string;
}

/** Somebody looked for relatives of the children. */
@Injectable()
export class RecordRelativeSearch {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: RecordRelativeSearchInput): Promise<Id<'RelativeSearch'>[]> {
    const { searchedAt, source, outcome } = input;
    requirePast(searchedAt, this.clock.now(), 'The search');
    return this.db.onceAll(input, async (tx) => {
      const recordedBy = tx.context.actor.person as Id<'Person'>;
      const steps = (await lockChildrenOfCase(tx, input.childIds)).map((childId) => RelativeSearch.record(childId, { searchedAt, source, outcome, recordedBy }));
      tx.add(...steps);
      return steps.map((step) => step.id);
    });
  }
}
