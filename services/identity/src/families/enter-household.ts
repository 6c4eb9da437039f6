import { Role } from '@fc/auth';
import type { Id, Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { grantUnlessHeld } from '../people/holding-roles.ts';
import { Person } from '../people/person.entity.ts';
import { CaregiverHousehold, type CaregiverKind } from './caregiver-household.entity.ts';

/** Saves a new household. Its people are caregivers of the program from then on, kin like foster parents (R23). */
export async function enterHousehold(tx: Transaction, home: { kind: `${CaregiverKind}`; licensed: boolean; caregiverIds: readonly Id<'Person'>[] }, now: Temporal.Instant): Promise<CaregiverHousehold> {
  const household = CaregiverHousehold.register(home);
  for (const caregiver of household.caregiverIds) {
    await tx.get(Person, caregiver);
    await grantUnlessHeld(tx, caregiver, Role.CAREGIVER, now);
  }
  tx.add(household);
  return household;
}
