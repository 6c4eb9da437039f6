import { DomainError, type Id } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { requireMayDecideOn } from '../people/holding-roles.ts';
import { notYourself } from '../people/people.errors.ts';
import { RoleAssignment } from '../people/role-assignment.entity.ts';

/** Nobody decides their own erasure, and only a program supervisor that of a coordinator or program supervisor. Throws `IDENTITY.NOT_YOURSELF`, `FORBIDDEN`. */
export async function requireMayErase(tx: Transaction, personId: Id<'Person'>): Promise<void> {
  if (personId === tx.context.actor.person) throw notYourself();
  requireMayDecideOn(tx, (await tx.find(RoleAssignment, { personId, to: null })).map(({ role }) => role));
}

/** A person is not erased while another record of theirs tells who they are; each has its own erasure. Throws `IDENTITY.OTHER_RECORD_FIRST`. */
export async function requireOtherRecordsErased(tx: Transaction, personId: Id<'Person'>): Promise<void> {
  const [other] = await tx.sql(`select 1 as there from person where merged_into_id = ? and not exists (select 1 from erasure where person_id = person.id and status = 'CARRIED_OUT') limit 1`, [personId]);
  if (other) throw new DomainError('IDENTITY.OTHER_RECORD_FIRST', 'Another record was merged into this one. Have that erased first, or undo the merge.');
}
