import { ComfortCallDueV1 } from '@fc/contracts';
import { Temporal, type Id } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { ComfortCall } from '../comfort-calls/comfort-call.entity.ts';
import { isProhibited } from '../contact/prohibited.ts';
import { Icebreaker, isOfReturnHome, type Stay } from '../icebreakers/icebreaker.entity.ts';
import { tellThatItIsOff } from '../icebreakers/tell-of-icebreaker.ts';
import { ConnectionChild } from '../projections/connection-child.entity.ts';
import { FamilyConnection, takeTurns } from '../projections/family-connection.entity.ts';
import { Placement } from '../projections/placement.entity.ts';

/**
 * A placement has brought two families together: a comfort call and an icebreaker become due (R01, R02, R81).
 * Where contact is prohibited neither is (R43), and they stand suspended until somebody brings them back.
 * Throws `NOT_FOUND` while the placement is not projected yet.
 */
export async function openFirstContacts(tx: Transaction, connection: FamilyConnection, placementId: Id<'Placement'>, now: Temporal.Instant): Promise<void> {
  const placement = await tx.lock(Placement, placementId);
  if (placement.endedAt) return;
  const call = ComfortCall.due(connection.id, placement, tx.context.county);
  if (await isProhibited(tx, connection, 'CALL', now)) call.suspend(now);
  else tx.emit(ComfortCallDueV1, { comfortCallId: call.id, placementId, childId: placement.childId, opensAt: call.opensAt.toString(), closesAt: call.closesAt.toString() });
  tx.add(call);
  await openIcebreaker(tx, connection, placement, now);
}

/** The icebreaker alone: for a change of placement after which the two families have spoken long since, such as a trial visit at home (R03). */
export async function openIcebreaker(tx: Transaction, connection: FamilyConnection, placement: Placement, now: Temporal.Instant): Promise<void> {
  await add(tx, connection, Icebreaker.due(connection.id, placement, tx.context.county), now);
}

/**
 * The child has left foster care for home: the two families meet once more, unless they have met for the trial visit at home that becomes the return.
 * On a connection that is closed by then it waits for both of them to agree to stay in touch (R38, R82).
 */
export async function openReturnHome(tx: Transaction, connection: FamilyConnection, stay: Stay, at: { returned: Temporal.Instant; now: Temporal.Instant }): Promise<void> {
  const ofChild = { connectionId: connection.id, childId: stay.childId };
  const stays = new Set((await tx.rows(ConnectionChild, ofChild)).map(({ placementId }) => placementId));
  const metForVisits = (await tx.rows(Icebreaker, { ...ofChild, status: 'HELD' })).flatMap(({ placementId }) => (stays.has(placementId) ? [] : [placementId]));
  const visits = await tx.rows(Placement, { id: { $in: metForVisits } });
  if (visits.some(({ endedAt }) => !endedAt || Temporal.Instant.compare(endedAt, at.returned) >= 0)) return;
  const icebreaker = Icebreaker.atReturnHome(stay, at.returned, tx.context.county);
  if (connection.closedAt && !connection.continuedAt) icebreaker.close(connection.closedAt);
  await add(tx, connection, icebreaker, at.now);
}

/** The child is in care again: what the families would have met for at the return home is due no more, on whichever connection. Answers on which. */
export async function closeReturnHomes(tx: Transaction, { childId, startedAt }: Placement): Promise<Id<'FamilyConnection'>[]> {
  const due = (await tx.rows(Icebreaker, { childId, status: { $in: ['OPEN', 'SCHEDULED', 'SUSPENDED'] } })).filter(isOfReturnHome);
  const connectionIds = due.map(({ connectionId }) => connectionId);
  await takeTurns(tx, connectionIds);
  for (const { id } of due) await closeAndTell(tx, await tx.lock(Icebreaker, id), startedAt);
  return connectionIds;
}

/** Both families wish to stay in touch after the case: what they would have met for at the return home is possible again. */
export async function reopenReturnHome(tx: Transaction, connection: FamilyConnection, now: Temporal.Instant): Promise<void> {
  for (const icebreaker of (await tx.lockAll(Icebreaker, { connectionId: connection.id, status: 'CLOSED' })).filter(isOfReturnHome)) {
    icebreaker.reopen();
    if (await isProhibited(tx, connection, 'IN_PERSON', now)) icebreaker.suspend(now);
  }
}

async function add(tx: Transaction, connection: FamilyConnection, icebreaker: Icebreaker, now: Temporal.Instant): Promise<void> {
  if (await isProhibited(tx, connection, 'IN_PERSON', now)) icebreaker.suspend(now);
  tx.add(icebreaker);
}

/** The child no longer lives there, from then on: what was due because of that placement no longer is. */
export async function closeFirstContacts(tx: Transaction, where: { placementId: Id<'Placement'> } | { connectionId: Id<'FamilyConnection'> }, at: Temporal.Instant): Promise<void> {
  for (const call of await tx.lockAll(ComfortCall, where)) call.close(at);
  for (const icebreaker of await tx.lockAll(Icebreaker, where)) {
    if ('placementId' in where && isOfReturnHome(icebreaker)) continue; // it begins with the end of that placement
    await closeAndTell(tx, icebreaker, at);
  }
}

async function closeAndTell(tx: Transaction, icebreaker: Icebreaker, at: Temporal.Instant): Promise<void> {
  if (icebreaker.close(at)) tellThatItIsOff(tx, icebreaker, icebreaker.peopleWith(await tx.get(FamilyConnection, icebreaker.connectionId)));
}

/** The start of a clock has been put right: what is still to be done because of that placement is due by it. What has been held keeps the window that it was judged by. */
export async function recountFirstContacts(tx: Transaction, placement: Placement): Promise<void> {
  const { county } = tx.context;
  for (const call of await tx.lockAll(ComfortCall, { placementId: placement.id })) call.recount(placement, county);
  for (const icebreaker of await tx.lockAll(Icebreaker, { placementId: placement.id })) icebreaker.recount(placement, county);
}
