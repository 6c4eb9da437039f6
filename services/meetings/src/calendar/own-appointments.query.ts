import { Clock } from '@fc/domain-kernel';
import { AskLedger } from '@fc/subgraph';
import { countyContext, CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { calendarEntry, type PlannedMeeting } from './calendar-entry.ts';
import { familyMeetingsOf, introductoryMeetingsOf, reviewHearingsOf } from './own-meetings.ts';
import { regularTalksOf } from './regular-talks.ts';
import { calendarFeed, calendarFile } from './write-calendar.ts';

/** How far back a calendar goes, in days. */
const pastDays = 31;

/** Whoever asks, and when they are expected: what they may put into a calendar of their own. */
@Injectable()
export class OwnAppointments {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
    private readonly ledger: AskLedger,
  ) {}

  /** A file for that one meeting, for whoever is to come; null for everybody else, and where there is no appointment. */
  file(meeting: PlannedMeeting, attendeeIds: readonly string[]): string | null {
    const { person } = countyContext().actor;
    return person && attendeeIds.includes(person) ? this.fileOfExpected(meeting) : null;
  }

  /** As `file`, for somebody who is known to be expected. */
  fileOfExpected(meeting: PlannedMeeting): string | null {
    const entry = calendarEntry(meeting);
    return entry && calendarFile(entry, this.clock.now());
  }

  /**
   * All that are to come and those of the past month, as far as whoever asks may see them now. What has left for a calendar cannot
   * be taken back, so identity is asked about each that is to come. Throws `CONTACT_UNCERTAIN`.
   */
  async feed(): Promise<string> {
    const now = this.clock.now();
    const since = now.subtract({ hours: pastDays * 24 });
    const meetings = await this.db.read(async (reader) => [...(await introductoryMeetingsOf(reader, since)), ...(await familyMeetingsOf(reader, since)), ...(await reviewHearingsOf(reader, since)), ...(await regularTalksOf(reader, now))]);
    const stands = await Promise.all(meetings.map(({ contact }) => contact === null || this.ledger.isPossible(contact)));
    return calendarFeed(meetings.flatMap(({ meeting }, index) => (stands[index] && calendarEntry(meeting)) || []), now);
  }
}
