import { Role } from '@fc/auth';
import type { EventData, AccessElevatedV1 } from '@fc/contracts';
import { Temporal, type Id } from '@fc/domain-kernel';
import { make, type Reader, type Transaction } from '@fc/tenancy';
import { AccessElevation } from './access.entities.ts';

/**
 * Whether the acting person is a program supervisor who broke the glass around that person or child, and their time is not
 * over. What is shown by this alone is a protected read, to be written down before the answer leaves, under a kind of record
 * of its own: the supervisors are told of it, and not the person, whom it may be about.
 */
export async function mayReadByBreakGlass(reader: Reader, subjectId: Id<'Person'> | Id<'Child'>): Promise<boolean> {
  const { person, roles } = reader.context.actor;
  if (!roles.includes(Role.PROGRAM_SUPERVISOR)) return false;
  const [row] = await reader.sql(`select 1 as there from access_elevation where person_id = ? and subject_id = ? and ends_at > now() limit 1`, [person, subjectId]);
  return row !== undefined;
}

/** Keeps who may read what until when, as the event says. Identity does it at once, so that who broke the glass need not wait for the event. */
export async function keepElevation(tx: Transaction, { useId: id, personId, subjectId, until }: EventData<typeof AccessElevatedV1>): Promise<void> {
  await tx.firstOr(AccessElevation, { id }, () => make(AccessElevation, { id, personId, subjectId: subjectId as Id<'Person'>, until: Temporal.Instant.from(until) }));
}
