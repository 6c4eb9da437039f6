import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { actingPerson } from '../projections/acting-person.ts';
import { CalendarFeed } from './calendar-feed.entity.ts';
import { CalendarFeedView } from './calendar-feed.view.ts';

/** Whether whoever asks has an open feed, and since when. */
@Injectable()
export class CalendarFeeds {
  constructor(private readonly db: CountyDb) {}

  /** Null where none is open. `url` is what was just opened. */
  mine(url: string | null = null): Promise<CalendarFeedView | null> {
    return this.db.read(async (reader) => {
      const [feed] = await reader.rows(CalendarFeed, { personId: actingPerson(reader), revokedAt: null });
      return feed ? CalendarFeedView.of(feed.openedAt, url) : null;
    });
  }
}
