import { Clock, isId, Temporal, type Id } from '@fc/domain-kernel';
import { cursorOf, invalidCursor, requirePageSize, textOfCursor, type Page, type PageArgs } from '@fc/subgraph';
import { CountyDb, type Reader, type Row } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { expectedWaits, type ExpectedWait } from '../needs/expected-waits.ts';
import { MentorNeed, type MentorRole } from '../needs/mentor-need.entity.ts';
import { MentorNeedView } from '../needs/mentor-need.view.ts';
import { OwnWords } from '../own-words/own-words.ts';
import { mentorsFor } from '../runs/matching-input.ts';
import { MentorWaitView } from './mentor-wait.view.ts';

/** Of whoever was erased: nobody looks for a mentor for them. */
const unknown: ExpectedWait = { waitedDays: 0, comesFirst: false, possibleMentors: 0, days: null };

/** Reads who waits, the longest wait first, and what they may expect. */
@Injectable()
export class MentorWaitlist {
  constructor(
    private readonly db: CountyDb,
    private readonly words: OwnWords,
    private readonly clock: Clock,
  ) {}

  page({ first, after }: PageArgs, mentorRole: `${MentorRole}` | null): Promise<Page<MentorWaitView>> {
    requirePageSize(first);
    return this.db.read(async (reader) => {
      const rows = await waitingBehind(reader, after ?? null, mentorRole, first + 1);
      const shown = rows.slice(0, first);
      const now = this.clock.now();
      const expected = await expectedWaits(this.words, reader, shown, await mentorsFor(this.words, reader, { active: true }, now), now);
      const last = shown.at(-1);
      return {
        nodes: shown.map((need) => MentorWaitView.of(MentorNeedView.from(need), expected.get(need.id) ?? unknown)),
        pageInfo: { hasNextPage: rows.length > first, endCursor: last ? cursorOf(`${last.since.toString()} ${last.id}`) : null },
      };
    });
  }
}

async function waitingBehind(reader: Reader, cursor: string | null, mentorRole: string | null, most: number): Promise<Row<MentorNeed>[]> {
  const [since, behind] = cursor === null ? ['-infinity', '00000000-0000-0000-0000-000000000000'] : placeOf(cursor);
  const ids = await reader.sql<{ id: Id<'MentorNeed'> }>(
    `select id from mentor_need where met_at is null and withdrawn_at is null and (since, id) > (?::timestamptz, ?::uuid) and mentor_role = coalesce(?, mentor_role) order by since, id limit ?`,
    [since, behind, mentorRole, most],
  );
  return reader.rows(MentorNeed, { id: { $in: ids.map(({ id }) => id) } }, { orderBy: [{ since: 'asc' }, { id: 'asc' }] });
}

/** Throws `INVALID_CURSOR`. */
function placeOf(cursor: string): [since: string, id: string] {
  const [since = '', id = ''] = textOfCursor(cursor).split(' ');
  try {
    if (isId(id)) return [Temporal.Instant.from(since).toString(), id];
  } catch {
    // What is no instant is no cursor of ours.
  }
  throw invalidCursor();
}
