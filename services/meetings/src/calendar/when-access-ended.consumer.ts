import { AccessChangedV1, type EventOf } from '@fc/contracts';
import { Clock } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { CalendarFeed } from './calendar-feed.entity.ts';

/** Whose way in was shut has no feed any more, and none when it is opened again: the link may be with somebody else by then. */
@Consumer()
export class WhenAccessEnded {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  @On(AccessChangedV1)
  async handle({ data: { personId, disabled } }: EventOf<typeof AccessChangedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      if (disabled) (await tx.first(CalendarFeed, { personId }))?.revoke(this.clock.now());
    });
  }
}
