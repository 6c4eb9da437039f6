import { PlacementStartedV1, type EventOf } from '@fc/contracts';
import { Temporal } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { ChildRemoval } from './child-removal.entity.ts';

@Consumer()
export class WhenPlacementStarted {
  constructor(private readonly db: CountyDb) {}

  @On(PlacementStartedV1)
  async handle({ data: { childId, removedAt } }: EventOf<typeof PlacementStartedV1>): Promise<void> {
    const removed = { at: Temporal.Instant.from(removedAt.at), precision: removedAt.precision };
    await this.db.transact(async (tx) => {
      const removal = await tx.firstOr(ChildRemoval, { id: childId }, () => ChildRemoval.of(childId, removed));
      removal.begin(removed);
    });
  }
}
