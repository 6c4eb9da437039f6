import type { Id, Temporal } from '@fc/domain-kernel';
import type { Reader, Row } from '@fc/tenancy';
import { KnownPerson } from '../people/known-person.entity.ts';
import { countyDay } from './county-day.ts';
import { isTrained, lackingExperience } from './eligibility.ts';
import type { MentorProfile } from './mentor-profile.entity.ts';

/** What stands of a mentor on that day. */
export interface Standing {
  /** As a coordinator stated it, else as support knows it. */
  readonly trainedOn: Temporal.PlainDate | null;
  /** Whether they may be proposed: they are registered and trained, have lived through what the role asks for, hold it, and can sign in. */
  readonly eligible: boolean;
}

/** How each of these mentors stands, in their order. */
export async function standingsOf(reader: Reader, profiles: readonly Row<MentorProfile>[], now: Temporal.Instant): Promise<Standing[]> {
  const people = await reader.rows(KnownPerson, { id: { $in: profiles.map(({ personId }) => personId) } });
  const known = new Map(people.map(({ id, trainedOn }) => [id, trainedOn]));
  const atWork = await holdRoleAndSignIn(reader, now);
  const today = countyDay(reader, now);
  return profiles.map((profile) => {
    const trainedOn = profile.trainedOn ?? known.get(profile.personId) ?? null;
    const eligible = profile.active && atWork(profile) && isTrained(trainedOn, today) && lackingExperience(profile, reader.context.county.settings, today) === null;
    return { trainedOn, eligible };
  });
}

/** Whether they hold the role at that instant, whatever day it is to end, and have an account that is open. */
async function holdRoleAndSignIn(reader: Reader, now: Temporal.Instant): Promise<(mentor: { readonly personId: Id<'Person'>; readonly mentorRole: string }) => boolean> {
  const rows = await reader.sql<{ person_id: string; role: string }>(
    `select distinct held.person_id, held.role from access_role held
      where held.role in ('PARENT_ALLY', 'CAREGIVER_MENTOR') and held.starts_at <= ?::timestamptz and (held.ends_at is null or held.ends_at > ?::timestamptz)
        and exists (select from access_account account where account.person_id = held.person_id and not account.disabled)`,
    [now.toString(), now.toString()],
  );
  const known = new Set(rows.map(({ person_id: person, role }) => `${person} ${role}`));
  return ({ personId, mentorRole }) => known.has(`${personId} ${mentorRole}`);
}
