import { Clock, requirePast, type Id, type Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { lockChildrenOfCase } from '../case-assignments/on-case.ts';
import { leaveCare } from './course-of-care.ts';
import { ExitReason, FosterCareEpisode } from './foster-care-episode.entity.ts';
import { notInCare } from './placements.errors.ts';

@InputType()
export class ExitFosterCareInput {
  @Field(() => [UUID], { description: 'Siblings who leave foster care together.' })
  childIds!: Id<'Child'>[];

  @Field(() => Instant)
  exitedAt!: Temporal.Instant;

  @Field(() => ExitReason)
  reason!: ExitReason;
}

/** Children leave foster care: their placements end, and with them their parts in family connections. */
@Injectable()
export class ExitFosterCare {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ childIds, exitedAt, reason }: ExitFosterCareInput): Promise<Id<'FosterCareEpisode'>[]> {
    requirePast(exitedAt, this.clock.now(), 'The exit');
    return this.db.transact(async (tx) => {
      const exited: Id<'FosterCareEpisode'>[] = [];
      for (const childId of await lockChildrenOfCase(tx, childIds)) exited.push(await exit(tx, childId, exitedAt, reason));
      return exited;
    });
  }
}

async function exit(tx: Transaction, childId: Id<'Child'>, at: Temporal.Instant, reason: ExitReason): Promise<Id<'FosterCareEpisode'>> {
  const episode = await tx.first(FosterCareEpisode, { childId, exitedAt: null });
  if (!episode) throw notInCare();
  await leaveCare(tx, episode, { at, reason });
  return episode.id;
}
