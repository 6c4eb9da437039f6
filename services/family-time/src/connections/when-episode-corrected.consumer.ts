import { EpisodeCorrectedV1, type EventOf } from '@fc/contracts';
import { Temporal } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { ChildRemoval } from './child-removal.entity.ts';

/** The first family time is counted from the child's last removal, as it is said now. */
@Consumer()
export class WhenEpisodeCorrected {
  constructor(private readonly db: CountyDb) {}

  @On(EpisodeCorrectedV1)
  async handle({ data: { childId, removedAt, latestOfChild } }: EventOf<typeof EpisodeCorrectedV1>): Promise<void> {
    const removed = { at: Temporal.Instant.from(removedAt.at), precision: removedAt.precision };
    await this.db.transact(async (tx) => {
      const removal = await tx.firstOr(ChildRemoval, { id: childId }, () => ChildRemoval.of(childId, removed));
      if (latestOfChild) removal.move(removed);
    });
  }
}
