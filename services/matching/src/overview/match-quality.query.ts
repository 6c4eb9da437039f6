import { Clock, DomainError, type Temporal } from '@fc/domain-kernel';
import { CountyDb, type Reader } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { mentorRoles, type MentorRole } from '../needs/mentor-need.entity.ts';
import { countyDay } from '../profiles/county-day.ts';
import { MatchEndCountView, MatchQualityView } from './match-quality.view.ts';

/** As many months are shown at most. */
const mostMonths = 36;

interface OfMonth {
  readonly month: string;
  readonly mentor_role: `${MentorRole}`;
}
interface Proposed extends OfMonth {
  readonly made: number;
  readonly score: number | null;
}
interface Closed extends OfMonth {
  readonly declined: number;
  readonly late: number;
}
interface Begun extends OfMonth {
  readonly begun: number;
  readonly score: number;
  readonly again: number;
}
interface Ended extends OfMonth {
  readonly reason: MatchEndCountView['reason'];
  readonly matches: number;
  readonly days: number;
}

/** Reads how matching went month by month. */
@Injectable()
export class MatchQuality {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  /** The latest month first, each role in each. Throws `MATCHING.MONTHS_OUT_OF_RANGE`. */
  ofMonths(months: number): Promise<MatchQualityView[]> {
    if (!Number.isInteger(months) || months < 1 || months > mostMonths) throw new DomainError('MATCHING.MONTHS_OUT_OF_RANGE', `Ask for 1 to ${mostMonths} months.`);
    return this.db.read(async (reader) => {
      const thisMonth = countyDay(reader, this.clock.now()).with({ day: 1 });
      const first = thisMonth.subtract({ months: months - 1 });
      const read = await monthly(reader, first);
      const names = Array.from({ length: months }, (_, back) => thisMonth.subtract({ months: back }).toString().slice(0, 7));
      return names.flatMap((month) => mentorRoles.map((mentorRole) => read(month, mentorRole)));
    });
  }
}

async function monthly(reader: Reader, first: Temporal.PlainDate): Promise<(month: string, mentorRole: `${MentorRole}`) => MatchQualityView> {
  const { timeZone } = reader.context.county;
  const since = first.toZonedDateTime(timeZone).toInstant().toString();
  const byMonth = <Read extends OfMonth>(at: string, counts: string, from: string, more = ''): Promise<Read[]> =>
    reader.sql<Read>(`select to_char(${at} at time zone ?, 'YYYY-MM') as month, mentor_role, ${counts} from ${from} where ${at} >= ?::timestamptz group by 1, 2${more}`, [timeZone, since]);
  const proposed = await byMonth<Proposed>('proposed_at', 'count(*)::int as made, avg(score)::float8 as score', 'match_proposal');
  const closed = await byMonth<Closed>('closed_at', `(count(*) filter (where status = 'DECLINED'))::int as declined, (count(*) filter (where status = 'TIMED_OUT'))::int as late`, 'match_proposal');
  const begun = await byMonth<Begun>(
    'accepted_at',
    `count(*)::int as begun, avg((select score from match_proposal where id = proposal_id))::float8 as score,
     (count(*) filter (where exists (select 1 from mentor_match earlier where earlier.participant_id = mentor_match.participant_id and earlier.mentor_role = mentor_match.mentor_role and earlier.accepted_at < mentor_match.accepted_at)))::int as again`,
    'mentor_match',
  );
  const ended = await byMonth<Ended>('ended_at', 'ended_because as reason, count(*)::int as matches, sum(extract(epoch from ended_at - accepted_at) / 86400)::float8 as days', 'mentor_match', ', 3');
  return (month, mentorRole) => {
    const its = ({ month: one, mentor_role: role }: OfMonth): boolean => one === month && role === mentorRole;
    const [made, shut, came, gone] = [proposed.find(its), closed.find(its), begun.find(its), ended.filter(its)];
    const endings = gone.reduce((sum, { matches }) => sum + matches, 0);
    return Object.assign(new MatchQualityView(), {
      ...{ month, mentorRole, proposed: made?.made ?? 0, averageScore: made?.score ?? null, declined: shut?.declined ?? 0, timedOut: shut?.late ?? 0 },
      ...{ begun: came?.begun ?? 0, averageScoreOfMatches: came?.score ?? null, rematchShare: came ? came.again / came.begun : null },
      ...{ ended: endings, averageDays: endings > 0 ? gone.reduce((sum, { days }) => sum + days, 0) / endings : null },
      endedBecause: gone.sort((one, other) => other.matches - one.matches).map(({ reason, matches }) => Object.assign(new MatchEndCountView(), { reason, matches })),
    });
  };
}
