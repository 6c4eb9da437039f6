import type { Id } from '@fc/domain-kernel';
import type { Reader } from '@fc/tenancy';
import type { MentorRole } from '../needs/mentor-need.entity.ts';

/** How many of a mentor's places are taken. */
export interface MentorLoad {
  /** By matches. A match counts once, on however many connections its participant is. */
  readonly matches: number;
  /** By proposals that wait for an answer. */
  readonly proposals: number;
}

interface Loaded {
  readonly personId: Id<'Person'>;
  readonly mentorRole: `${MentorRole}`;
}

/** The load of each of these mentors, in their order. */
export async function mentorLoads(reader: Reader, mentors: readonly Loaded[]): Promise<MentorLoad[]> {
  if (mentors.length === 0) return [];
  const rows = await reader.sql<{ mentor_id: string; mentor_role: string; matches: number; proposals: number }>(
    `select mentor_id, mentor_role, sum(matches)::int as matches, sum(proposals)::int as proposals from (
       select mentor_id, mentor_role, 1 as matches, 0 as proposals from mentor_match where ended_at is null
       union all
       select mentor_id, mentor_role, 0, 1 from match_proposal where status = 'PROPOSED'
     ) place
      where mentor_id in (${mentors.map(() => '?').join(', ')})
      group by mentor_id, mentor_role`,
    mentors.map((mentor) => mentor.personId),
  );
  return mentors.map(({ personId, mentorRole }) => rows.find((row) => row.mentor_id === personId && row.mentor_role === mentorRole) ?? { matches: 0, proposals: 0 });
}
