import { Role, type RoleName } from '@fc/auth';
import { DomainError, type Id, type Temporal } from '@fc/domain-kernel';
import type { Reader } from '@fc/tenancy';

const agency: readonly RoleName[] = [Role.CASEWORKER, Role.CASEWORKER_SUPERVISOR, Role.COORDINATOR, Role.PROGRAM_SUPERVISOR, Role.VISIT_SUPERVISOR];

/** Only somebody of the agency facilitates a meeting. Throws `MEETINGS.NOT_A_FACILITATOR`. */
export async function requireFacilitator(reader: Reader, personId: Id<'Person'>, now: Temporal.Instant): Promise<void> {
  const [held] = await reader.sql(
    `select 1 as held from access_role where person_id = ? and role = any (string_to_array(?, ',')) and starts_at <= ?::timestamptz and (ends_at is null or ends_at > ?::timestamptz) limit 1`,
    [personId, agency.join(), now.toString(), now.toString()],
  );
  if (!held) throw new DomainError('MEETINGS.NOT_A_FACILITATOR', 'A meeting is facilitated by somebody of the agency. Choose another person.');
}
