import { VisitSuspendedV1 } from '@fc/contracts';
import type { Temporal } from '@fc/domain-kernel';
import type { FilterQuery, Transaction } from '@fc/tenancy';
import { tellThatItIsOff } from './tell-who-comes.ts';
import { FamilyTimeVisit } from './family-time-visit.entity.ts';

/** Suspends the planned visits that the filter and the condition name. Nothing keeps or tells why. */
export async function suspendVisits(tx: Transaction, which: FilterQuery<FamilyTimeVisit>, now: Temporal.Instant, only: (visit: FamilyTimeVisit) => Promise<boolean> = () => Promise.resolve(true)): Promise<void> {
  const planned = await tx.find(FamilyTimeVisit, { $and: [which, { status: 'PLANNED' }] } as FilterQuery<FamilyTimeVisit>, { orderBy: { id: 'asc' } });
  for (const { id } of planned) {
    const visit = await tx.lock(FamilyTimeVisit, id);
    if (!visit.isPlanned()) continue; // held or cancelled while this one waited
    if (!(await only(visit))) continue;
    visit.suspend();
    const { planId, childId, parentId } = visit;
    tx.emit(VisitSuspendedV1, { visitId: visit.id, planId, childId, parentId, suspendedAt: now.toString() });
    tellThatItIsOff(tx, visit);
  }
}
