import { Clock, requirePast, type Id, type Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { lockChildOf } from '../case-assignments/on-case.ts';
import { FosterCareEpisode } from '../placements/foster-care-episode.entity.ts';
import { NoticeHow, NoticeWaiver, Relative } from './relative.entity.ts';
import { neverRemoved } from './relatives.errors.ts';

@InputType()
export class RecordRelativeNoticeInput {
  @Field(() => UUID)
  relativeId!: Id<'Relative'>;

  @Field(() => Instant)
  sentAt!: Temporal.Instant;

  @Field(() => NoticeHow)
  how!: NoticeHow;
}

@InputType()
export class WaiveRelativeNoticeInput {
  @Field(() => UUID)
  relativeId!: Id<'Relative'>;

  @Field(() => NoticeWaiver)
  because!: NoticeWaiver;
}

/** A relative has been told of the removal and of what they can do for the child, or is not told, for a reason. */
@Injectable()
export class NotifyRelative {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  record({ relativeId, sentAt, how }: RecordRelativeNoticeInput): Promise<Id<'Relative'>> {
    requirePast(sentAt, this.clock.now(), 'The notice');
    return this.db.transact(async (tx) => {
      const relative = await lockRelative(tx, relativeId);
      const [episode] = await tx.find(FosterCareEpisode, { childId: relative.childId }, { orderBy: { removedAt: 'desc' }, limit: 1 });
      if (!episode) throw neverRemoved();
      relative.notify(sentAt, how, episode.removedAt);
      return relativeId;
    });
  }

  waive({ relativeId, because }: WaiveRelativeNoticeInput): Promise<Id<'Relative'>> {
    return this.db.transact(async (tx) => {
      (await lockRelative(tx, relativeId)).waiveNotice(because);
      return relativeId;
    });
  }
}

/** For a coordinator, or the caseworker of the child's case; to anybody else there is no such relative. */
export async function lockRelative(tx: Transaction, relativeId: string): Promise<Relative> {
  await lockChildOf(tx, Relative, relativeId);
  return tx.lock(Relative, relativeId);
}
