import type { Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { CallBuyIn } from './call-buy-in.entity.ts';
import { ComfortCallAttempt } from './comfort-call-attempt.entity.ts';
import type { CallSoFar, ComfortCall } from './comfort-call.entity.ts';

/** Who wants the call, and how it went until now. */
export async function callSoFar(tx: Transaction, { id: comfortCallId }: ComfortCall, now: Temporal.Instant): Promise<CallSoFar> {
  const buyIns = await tx.find(CallBuyIn, { comfortCallId });
  const attempts = await tx.find(ComfortCallAttempt, { comfortCallId }, { orderBy: { at: 'asc' } });
  return { buyIns: buyIns.map((buyIn) => buyIn.by), attempts, zone: tx.context.county.timeZone, now };
}
