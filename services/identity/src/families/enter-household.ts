import { Role } from '@fc/auth';
import type { Id, Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { grantUnlessHeld } from '../people/holding-roles.ts';
import { lockSurvivorOf } from '../people/survivor.ts';
import { CaregiverHousehold, type CaregiverKind } from './caregiver-household.entity.ts';

/** Saves a new household. Its people are caregivers of the program from then on, kin like foster parents (R23). */
export async function enterHousehold(tx: Transaction, home: { kind: `${CaregiverKind}`; licensed: boolean; caregiverIds: readonly Id<'Person'>[] }, now: Temporal.Instant): Promise<CaregiverHousehold> {
  const caregiverIds: Id<'Person'>[] = [];
  for (const caregiver of [...home.caregiverIds].sort()) caregiverIds.push((await lockSurvivorOf(tx, caregiver)).id);
  const household = CaregiverHousehold.register({ ...home, caregiverIds });
  for (const caregiver of household.caregiverIds) await grantUnlessHeld(tx, caregiver, Role.CAREGIVER, now);
  tx.add(household);
  return household;
}
