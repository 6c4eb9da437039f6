import { Clock, requirePast, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { lockChildrenOfCase } from '../case-assignments/on-case.ts';
import { ClockStartInput } from './clock-start.input.ts';
import { enterCare } from './course-of-care.ts';
import type { FosterCareEpisode } from './foster-care-episode.entity.ts';

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
      for (const childId of await lockChildrenOfCase(tx, input.childIds)) episodes.push(await enterCare(tx, childId, input.removedAt));
      return episodes.map((episode) => episode.id);
    });
  }
}
