import type { Transaction } from '@fc/tenancy';
import type { FamilyTimeVisit } from './family-time-visit.entity.ts';
import { overlaps, supervisorNotAvailable } from './visits.errors.ts';

/**
 * Lets a visit be planned when the child is free and the supervisor is not with another family. Nobody else can plan for these
 * two until the transaction ends, so of two visits that race for the same time one finds the other.
 * Throws `FAMILY_TIME.OVERLAPS`, `FAMILY_TIME.SUPERVISOR_NOT_AVAILABLE`.
 */
export async function requireFree(tx: Transaction, visit: FamilyTimeVisit): Promise<void> {
  const { childId, supervisorId, parentId } = visit;
  await hold(tx, supervisorId ? [childId, supervisorId] : [childId]);
  if (await isTaken(tx, visit, 'child_id = ?', [childId])) throw overlaps();
  // Siblings may see their parent together, under one supervisor.
  if (supervisorId && (await isTaken(tx, visit, 'supervisor_id = ? and parent_id <> ?', [supervisorId, parentId]))) throw supervisorNotAvailable();
}

/** Always in the same order, so that two plans never wait for each other. */
async function hold(tx: Transaction, people: readonly string[]): Promise<void> {
  for (const person of [...people].sort()) await tx.sql(`select pg_advisory_xact_lock(hashtextextended('visits of ' || ?, 0))`, [person]);
}

async function isTaken(tx: Transaction, { startsAt, endsAt }: FamilyTimeVisit, whose: string, parameters: readonly string[]): Promise<boolean> {
  const [taken] = await tx.sql(`select 1 as there from family_time_visit where status = 'PLANNED' and starts_at < ?::timestamptz and ends_at > ?::timestamptz and ${whose} limit 1`, [
    endsAt.toString(),
    startsAt.toString(),
    ...parameters,
  ]);
  return taken !== undefined;
}
