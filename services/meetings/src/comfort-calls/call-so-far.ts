import type { Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { CallBuyIn } from './call-buy-in.entity.ts';
import { ComfortCallAttempt } from './comfort-call-attempt.entity.ts';
import { ComfortCall, type CallSoFar } from './comfort-call.entity.ts';

/**
 * The call, who wants it, and how it went until now between the two families: they have a call for each child, and a parent who was
 * not ready for one is not ready for the next. Until the transaction ends nobody else goes on with any of them.
 */
export async function callSoFar(tx: Transaction, { id: comfortCallId, connectionId }: ComfortCall, now: Temporal.Instant): Promise<{ call: ComfortCall; soFar: CallSoFar }> {
  const others = (await tx.lockAll(ComfortCall, { connectionId })).filter(({ id }) => id !== comfortCallId);
  const buyIns = await tx.find(CallBuyIn, { comfortCallId });
  const isUnsaidOfOther = others.some(({ status, bridgedAt }) => status === 'OPEN' && bridgedAt != null);
  const soFar = { buyIns: buyIns.map((buyIn) => buyIn.by), attempts: await attemptsBetween(tx, connectionId), isUnsaidOfOther, zone: tx.context.county.timeZone, now };
  return { call: await tx.get(ComfortCall, comfortCallId), soFar };
}

/** Every try of the caregivers to speak with that parent, about whichever child; the oldest first. */
export async function attemptsBetween(tx: Transaction, connectionId: ComfortCall['connectionId']): Promise<ComfortCallAttempt[]> {
  const calls = await tx.rows(ComfortCall, { connectionId });
  return tx.find(ComfortCallAttempt, { comfortCallId: { $in: calls.map(({ id }) => id) } }, { orderBy: { at: 'asc' } });
}
