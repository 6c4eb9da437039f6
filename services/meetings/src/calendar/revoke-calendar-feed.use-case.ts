import { Clock } from '@fc/domain-kernel';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { actingPerson } from '../projections/acting-person.ts';
import { CalendarFeed } from './calendar-feed.entity.ts';

/** Ends the link of whoever asks, at once. */
@Injectable()
export class RevokeCalendarFeed {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  /** Answers whether one was open. */
  run(): Promise<boolean> {
    return this.db.transact(async (tx) => {
      const feed = await tx.first(CalendarFeed, { personId: actingPerson(tx), revokedAt: null });
      feed?.revoke(this.clock.now());
      return feed !== null;
    });
  }
}
