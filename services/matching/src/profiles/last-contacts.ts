import { Temporal, type Id } from '@fc/domain-kernel';
import type { Reader } from '@fc/tenancy';
import type { MentorRole } from '../needs/mentor-need.entity.ts';

/** When each of these mentors last talked with somebody whom they mentor or mentored in that role, in their order; nothing for whoever never has. */
export async function lastContacts(reader: Reader, mentors: readonly { readonly personId: Id<'Person'>; readonly mentorRole: `${MentorRole}` }[]): Promise<(Temporal.Instant | undefined)[]> {
  if (mentors.length === 0) return [];
  const rows = await reader.sql<{ mentor_id: string; mentor_role: string; talked_at: string }>(
    `select mentor_id, mentor_role, to_json(max(last_contact_at)) #>> '{}' as talked_at from mentor_match
      where last_contact_at is not null and mentor_id in (${mentors.map(() => '?').join(', ')}) group by mentor_id, mentor_role`,
    mentors.map(({ personId }) => personId),
  );
  const known = new Map(rows.map(({ mentor_id: id, mentor_role: role, talked_at: at }) => [`${id} ${role}`, Temporal.Instant.from(at)]));
  return mentors.map(({ personId, mentorRole }) => known.get(`${personId} ${mentorRole}`));
}
