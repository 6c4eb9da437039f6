import { Role, type RoleName } from '@fc/auth';
import type { Transaction } from '@fc/tenancy';
import { requireOnPlan } from '../plans/on-plan.ts';
import { FamilyTimeVisit } from './family-time-visit.entity.ts';

const staff: readonly RoleName[] = [Role.COORDINATOR, Role.CASEWORKER, Role.VISIT_SUPERVISOR];

/** The visit, locked until commit, for staff of its case. Throws `NOT_FOUND`, `FORBIDDEN`. */
export async function lockVisit(tx: Transaction, visitId: string): Promise<FamilyTimeVisit> {
  const { id, planId } = await tx.get(FamilyTimeVisit, visitId);
  await requireOnPlan(tx, planId, staff, 'family time visit');
  return tx.lock(FamilyTimeVisit, id);
}
