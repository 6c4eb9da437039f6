import { Role } from '@fc/auth';
import { DomainError, Temporal, type Id } from '@fc/domain-kernel';
import type { Reader } from '@fc/tenancy';
import type { FamilyConnection } from '../projections/family-connection.entity.ts';

/** Who may facilitate a meeting. */
export const agency = [Role.CASEWORKER, Role.CASEWORKER_SUPERVISOR, Role.COORDINATOR, Role.PROGRAM_SUPERVISOR, Role.VISIT_SUPERVISOR] as const;

/** Only somebody of the agency facilitates a meeting. Throws `MEETINGS.NOT_A_FACILITATOR`. */
export async function requireFacilitator(reader: Reader, personId: Id<'Person'>, now: Temporal.Instant): Promise<void> {
  const [held] = await reader.sql(
    `select 1 as held from access_role where person_id = ? and role = any (string_to_array(?, ',')) and starts_at <= ?::timestamptz and (ends_at is null or ends_at > ?::timestamptz) limit 1`,
    [personId, agency.join(), now.toString(), now.toString()],
  );
  if (!held) throw new DomainError('MEETINGS.NOT_A_FACILITATOR', 'A meeting is facilitated by somebody of the agency. Choose another person.');
}

interface Facilitated {
  readonly status: string;
  readonly facilitatorId?: Id<'Person'> | null;
  readonly scheduledFor?: Temporal.Instant | null;
}

/**
 * Whether the acting person is who facilitates that meeting, be they on the case or not: then the meeting is theirs to know, and nothing
 * else of the case by it. Not once its appointment is called off, nor after the case, but for what both families plan then (R82).
 */
export function isFacilitating({ context: { actor } }: Pick<Reader, 'context'>, { status, facilitatorId, scheduledFor }: Facilitated, { closedAt, continuedAt }: Pick<FamilyConnection, 'closedAt' | 'continuedAt'>): boolean {
  if (!actor.person || facilitatorId !== actor.person || status === 'OPEN' || !agency.some((role) => actor.roles.includes(role))) return false;
  return !closedAt || (continuedAt != null && scheduledFor != null && Temporal.Instant.compare(scheduledFor, closedAt) > 0);
}
