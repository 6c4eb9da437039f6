import type { Id } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { requireMayDecideOn } from '../people/holding-roles.ts';
import { notYourself } from '../people/people.errors.ts';
import { RoleAssignment } from '../people/role-assignment.entity.ts';

/** Nobody decides their own erasure, and only a program supervisor that of a coordinator or program supervisor. Throws `IDENTITY.NOT_YOURSELF`, `FORBIDDEN`. */
export async function requireMayErase(tx: Transaction, personId: Id<'Person'>): Promise<void> {
  if (personId === tx.context.actor.person) throw notYourself();
  requireMayDecideOn(tx, (await tx.find(RoleAssignment, { personId, to: null })).map(({ role }) => role));
}
