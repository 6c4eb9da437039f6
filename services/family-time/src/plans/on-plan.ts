import { forbidden, notFound } from '@fc/domain-kernel';
import { rolesOnConnection, type CircleRole } from '@fc/subgraph';
import type { Row, Transaction } from '@fc/tenancy';
import { familiesAround } from '../connections/connected.ts';
import type { ConnectedFamilies } from '../connections/connected-families.entity.ts';
import { FamilyTimePlan } from './family-time-plan.entity.ts';

/**
 * The plan and the families around it, when the acting person is on their connection in one of the roles.
 * Throws `NOT_FOUND` for whoever is not on it, as if there were no such thing, and `FORBIDDEN` for whoever is on it in another role.
 */
export async function requireOnPlan(tx: Transaction, planId: string, allowed: readonly CircleRole[], what = 'family time plan'): Promise<{ plan: FamilyTimePlan; families: Row<ConnectedFamilies> }> {
  const plan = await tx.get(FamilyTimePlan, planId);
  const families = await familiesAround(tx, plan);
  const held = families ? await rolesOnConnection(tx, families.id) : [];
  if (!families || held.length === 0) throw notFound(what);
  if (!held.some((role) => allowed.includes(role))) throw forbidden('This is for somebody else on this family connection.');
  return { plan, families };
}
