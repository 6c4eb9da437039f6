import { DomainError, Temporal } from '@fc/domain-kernel';
import { CountyDb, type Reader } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { CountyOutcomesView } from './county-outcomes.view.ts';
import { Counts, type Count } from './counts.ts';

/** Half-open, as SQL parameters: from the first instant of the first day up to the first one after the last. */
type Span = readonly [string, string];

interface Median {
  readonly count: number;
  /** Null when there is nothing to take it of. */
  readonly median: number | null;
}

/** Reads what a county's program did in a period. */
@Injectable()
export class CountyOutcomes {
  constructor(private readonly db: CountyDb) {}

  /** Throws `OUTCOMES.PERIOD_BACKWARDS`. */
  during(from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<CountyOutcomesView> {
    if (Temporal.PlainDate.compare(from, to) > 0) throw new DomainError('OUTCOMES.PERIOD_BACKWARDS', 'The first day of the period cannot be after the last.');
    return this.db.read(async (reader) => {
      const zone = reader.context.county.timeZone;
      const span: Span = [from.toZonedDateTime(zone).toInstant().toString(), to.add({ days: 1 }).toZonedDateTime(zone).toInstant().toString()];
      const counts = await reader.sql<Count>(`select kind, category, count(*)::int as count from outcome_fact where at >= ?::timestamptz and at < ?::timestamptz group by kind, category`, span);
      const met = await daysToMeeting(reader, span, zone);
      const home = await daysToReunification(reader, span, zone);
      return CountyOutcomesView.from({ from, to }, new Counts(counts), { connectionsMet: met.count, medianDaysToMeeting: met.median, medianDaysToReunification: home.median });
    });
  }
}

const daysToMeeting = (reader: Reader, span: Span, zone: string): Promise<Median> =>
  median(
    reader,
    `select opened_at as since, min(fact.at) as at
       from connection_journey journey join outcome_fact fact on fact.connection_id = journey.id and fact.kind = 'MEETING_HELD'
      group by journey.id having min(fact.at) >= ?::timestamptz and min(fact.at) < ?::timestamptz`,
    span,
    zone,
  );

const daysToReunification = (reader: Reader, span: Span, zone: string): Promise<Median> =>
  median(
    reader,
    `select removed_at as since, exited_at as at from episode_journey
      where exit_reason = 'REUNIFICATION' and removed_at is not null and exited_at >= ?::timestamptz and exited_at < ?::timestamptz`,
    span,
    zone,
  );

/** Of the days from `since` to `at` on the county's calendar. */
async function median(reader: Reader, spells: string, span: Span, zone: string): Promise<Median> {
  const [row] = await reader.sql<Median>(
    `with spell as (${spells}), wait as (select greatest(0, (at at time zone ?)::date - (since at time zone ?)::date) as days from spell)
     select count(*)::int as count, percentile_cont(0.5) within group (order by days) as median from wait`,
    [...span, zone, zone],
  );
  return row ?? { count: 0, median: null };
}
