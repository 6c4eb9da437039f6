import { CasePlanLimitSetV1 } from '@fc/contracts';
import type { Transaction } from '@fc/tenancy';
import type { CasePlanLimit } from './case-plan-limit.entity.ts';

/** Tells the services that plan contact what the case plan sets now. The document stays here. */
export function tellLimit(tx: Transaction, limit: CasePlanLimit): void {
  const { id: limitId, childId, personId, channels, timesPerWeek = null, supervision = null, from, until, revision } = limit;
  tx.emit(CasePlanLimitSetV1, { limitId, childId, personId, channels, timesPerWeek, supervision, from: from.toString(), until: until?.toString() ?? null, revision });
}
