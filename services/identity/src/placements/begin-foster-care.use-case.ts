import { Clock, requirePast, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { lockChildrenOfCase } from '../case-assignments/on-case.ts';
import { ClockStartInput } from './clock-start.input.ts';
import { FosterCareEpisode } from './foster-care-episode.entity.ts';
import { alreadyInCare } from './placements.errors.ts';

@InputType()
export class BeginFosterCareInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => [UUID], { description: 'Siblings who were removed together; each gets an episode of their own.' })
  childIds!: Id<'Child'>[];

  @Field(() => ClockStartInput, { description: 'When they were removed from home.' })
  removedAt!: ClockStartInput;
}

/** A child enters foster care. */
@Injectable()
export class BeginFosterCare {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: BeginFosterCareInput): Promise<Id<'FosterCareEpisode'>[]> {
    requirePast(input.removedAt.at, this.clock.now(), 'The removal');
    return this.db.onceAll(input, async (tx) => {
      const episodes: FosterCareEpisode[] = [];
      for (const childId of await lockChildrenOfCase(tx, input.childIds)) {
        if (await tx.first(FosterCareEpisode, { childId, exitedAt: null })) throw alreadyInCare();
        episodes.push(FosterCareEpisode.begin(childId, input.removedAt));
      }
      tx.add(...episodes);
      return episodes.map((episode) => episode.id);
    });
  }
}
