import { VisitCancelledV1 } from '@fc/contracts';
import type { Id, Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { tellThatItIsOff } from './tell-who-comes.ts';
import { FamilyTimeVisit } from './family-time-visit.entity.ts';

/** Calls off the child's visits that are still ahead, suspended ones too. One that may have taken place before the exit became known waits for its record. */
export async function endVisitsWithCase(tx: Transaction, { childId, exitedAt, now }: { childId: Id<'Child'>; exitedAt: Temporal.Instant; now: Temporal.Instant }): Promise<void> {
  const ahead = await tx.find(FamilyTimeVisit, { childId, status: { $in: ['PLANNED', 'SUSPENDED'] }, $and: [{ startsAt: { $gt: exitedAt } }, { startsAt: { $gt: now } }] }, { orderBy: { id: 'asc' } });
  for (const { id } of ahead) {
    const visit = await tx.lock(FamilyTimeVisit, id);
    const told = visit.status === 'SUSPENDED';
    if (!visit.endWithCase()) continue; // held or cancelled while this one waited
    tx.emit(VisitCancelledV1, { visitId: id, planId: visit.planId, childId, parentId: visit.parentId, cancelledAt: now.toString() });
    if (!told) tellThatItIsOff(tx, visit);
  }
}
