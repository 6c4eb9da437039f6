import { Clock, requirePast, type ClockStart, type Id, type Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { lockChildOf } from '../case-assignments/on-case.ts';
import { ClockStartInput } from '../placements/clock-start.input.ts';
import { ExitReason, FosterCareEpisode } from '../placements/foster-care-episode.entity.ts';
import { correctEpisode } from './correct-care.ts';
import { nothingToCorrect } from './corrections.errors.ts';

@InputType()
export class CorrectFosterCareEpisodeInput {
  @Field(() => UUID)
  episodeId!: Id<'FosterCareEpisode'>;

  @Field(() => ClockStartInput, { nullable: true, description: 'As it is, when left out; so with the others.' })
  removedAt?: ClockStart | null;

  @Field(() => Instant, { nullable: true, description: 'Of a stay in foster care that has ended.' })
  exitedAt?: Temporal.Instant | null;

  @Field(() => ExitReason, { nullable: true })
  exitReason?: ExitReason | null;

  @Field(() => String, { description: 'Why it was wrong; up to 500 characters.' })
  reason!: string;
}

/** Says anew what was entered wrongly of a child's time in foster care; deadlines and figures follow. */
@Injectable()
export class CorrectFosterCareEpisode {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ episodeId, removedAt, exitedAt, exitReason, reason }: CorrectFosterCareEpisodeInput): Promise<Id<'FosterCareEpisode'>> {
    const now = this.clock.now();
    if (removedAt) requirePast(removedAt.at, now, 'The removal');
    if (exitedAt) requirePast(exitedAt, now, 'The exit');
    return this.db.transact(async (tx) => {
      await lockChildOf(tx, FosterCareEpisode, episodeId);
      const episode = await tx.lock(FosterCareEpisode, episodeId);
      const facts = { removed: removedAt ?? episode.removed(), exitedAt: exitedAt ?? episode.exitedAt ?? null, exitReason: exitReason ?? episode.exitReason ?? null };
      if (!(await correctEpisode(tx, episode, facts, { reason, at: now }))) throw nothingToCorrect();
      return episodeId;
    });
  }
}
