import { newId, Temporal, type Id } from '@fc/domain-kernel';
import type { Row, Transaction } from '@fc/tenancy';
import { RelationshipAgreement } from '../agreements/relationship-agreement.entity.ts';
import { ComfortCallAttempt } from '../comfort-calls/comfort-call-attempt.entity.ts';
import { ComfortCall } from '../comfort-calls/comfort-call.entity.ts';
import { ConnectionsMeeting } from '../connections-meetings/connections-meeting.entity.ts';
import { holdLedgerStill, isProhibited } from '../contact/prohibited.ts';
import { FamilyDecision } from '../family-meetings/family-decision.entity.ts';
import { FamilyMeeting } from '../family-meetings/family-meeting.entity.ts';
import { FollowUpSession } from '../follow-ups/follow-up-session.entity.ts';
import { Icebreaker } from '../icebreakers/icebreaker.entity.ts';
import { PreparationSession } from '../preparation/preparation-session.entity.ts';
import { PreparationWaiver } from '../preparation/preparation-waiver.entity.ts';
import { matchesOn } from '../projections/active-match.entity.ts';
import { ConnectionChild } from '../projections/connection-child.entity.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { Placement } from '../projections/placement.entity.ts';
import { TransitionPlan } from '../transition-plans/transition-plan.entity.ts';
import { isLate } from '../windows/due-window.ts';
import type { Stage } from './deadline-kind.ts';
import { Deadline } from './deadline.entity.ts';
import { reviewInProhibition } from './review-in-prohibition.ts';
import { whatIsDue, type Due, type OnConnection } from './what-is-due.ts';

/**
 * Brings the deadlines of a connection up to what is due on it by now. Every command and consumer that changes a call, a meeting,
 * a talk, a decision, a match or the connection ends with it; calling it once more changes nothing.
 */
export async function keepDeadlines(tx: Transaction, connectionId: Id<'FamilyConnection'>, now: Temporal.Instant): Promise<void> {
  await tx.flush();
  const connection = await tx.get(FamilyConnection, connectionId);
  if (await mayMeetingBecomeDue(tx, connection)) await holdLedgerStill(tx, connection, now); // before any deadline is locked
  const forbiddenReview = await reviewInProhibition(tx, connection);
  await tx.sql(`select 1 from deadline where connection_id = ? order by id for update`, [connectionId]);
  const before = await tx.rows(Deadline, { connectionId });
  const wanted = whatIsDue(await readAll(tx, connection));
  for (const due of wanted) {
    const known = before.find(({ kind, subjectId }) => kind === due.kind && subjectId === due.subjectId);
    const isForbidden = becomesDueUnplanned(due, known) && (await isProhibited(tx, connection, 'IN_PERSON', now));
    const next = asItStands(due.subjectId === forbiddenReview ? { ...due, status: 'SUSPENDED' } : due, known, isForbidden);
    if (!known || differs(next, known)) await write(tx, connectionId, next, { known, now });
  }
  const gone = before.filter((known) => known.status === 'OPEN' && !wanted.some(({ kind, subjectId }) => kind === known.kind && subjectId === known.subjectId));
  for (const { id } of gone) await tx.sql(`update deadline set status = 'CLOSED', look_at = null where id = ?`, [id]);
}

/** Whether the two families have both mentors, and had not when somebody looked last: what calls a meeting off has asked the ledger before. */
async function mayMeetingBecomeDue(tx: Transaction, connection: FamilyConnection): Promise<boolean> {
  const { PARENT: ally, HOUSEHOLD: mentor } = await matchesOn(tx, connection);
  if (connection.closedAt || !ally || !mentor) return false;
  return (await tx.count(Deadline, { connectionId: connection.id, kind: 'CONNECTIONS_MEETING', status: { $ne: 'CLOSED' } })) === 0;
}

/** That the two families should meet becomes somebody's task: for the first time, again, or because their plan is off. Not where they must not meet (R43). */
const becomesDueUnplanned = (due: Due, known: Row<Deadline> | undefined): boolean =>
  due.kind === 'CONNECTIONS_MEETING' && due.status === 'OPEN' && !due.plannedFor && (!known || known.status === 'CLOSED' || (known.status === 'OPEN' && known.plannedFor != null));

/** What the thing says, with what the deadline alone knows: the rule that it began with, and that nothing but a plan, or another day for a review, ends its suspension. */
function asItStands(due: Due, known: Row<Deadline> | undefined, isForbidden: boolean): Due {
  const ownWindow = due.kind === 'COMFORT_CALL' || due.kind === 'ICEBREAKER'; // kept by the thing itself
  const window = !ownWindow && known && isCountedAlike(known, due) ? { ...windowOf(known), missReason: due.missReason ?? known.missReason ?? null } : {};
  const wasSuspended = known?.status === 'SUSPENDED' || isForbidden;
  const hasNoNewTime = due.kind === 'CONNECTIONS_MEETING' ? !due.plannedFor : due.kind === 'AGREEMENT_REVIEW' && known !== undefined && isOfSameDay(known, due);
  const staysSuspended = due.status === 'OPEN' && wasSuspended && hasNoNewTime;
  return { ...due, ...window, ...(staysSuspended && { status: 'SUSPENDED' as const }) };
}

/** From the same start, or from the same day: then it keeps its window, in whatever zone the county is by now. */
const isCountedAlike = (known: Row<Deadline>, due: Due): boolean => known.startedBy === due.startedBy && (due.dueOn ? isOfSameDay(known, due) : isSame(known.clockStart, due.clockStart));

/** An older process, while there still is one, keeps no day. */
const isOfSameDay = (known: Row<Deadline>, due: Due): boolean => (known.dueOn ? isSameDay(known.dueOn, due.dueOn) : isSame(known.closesAt, due.closesAt));

const windowOf = ({ rule, startedBy, clockStart, opensAt, closesAt }: Row<Deadline>): Partial<Due> => ({ rule, startedBy, clockStart, opensAt, closesAt });

async function readAll(tx: Transaction, connection: FamilyConnection): Promise<OnConnection> {
  const where = { connectionId: connection.id };
  const calls = await tx.rows(ComfortCall, where);
  const icebreakers = await tx.rows(Icebreaker, where);
  const placements = await tx.find(Placement, { id: { $in: [...calls, ...icebreakers].map(({ placementId }) => placementId) } });
  return {
    connection,
    matches: await matchesOn(tx, connection),
    calls,
    attempts: calls.length > 0 ? await tx.rows(ComfortCallAttempt, { comfortCallId: { $in: calls.map(({ id }) => id) } }, { orderBy: { at: 'asc' } }) : [],
    icebreakers,
    preparations: await tx.rows(PreparationSession, where),
    waivers: await tx.rows(PreparationWaiver, where),
    meetings: await tx.rows(ConnectionsMeeting, where, { orderBy: { id: 'asc' } }),
    talks: await tx.rows(FollowUpSession, where),
    agreements: await tx.rows(RelationshipAgreement, where, { orderBy: { revision: 'asc' } }),
    familyMeetings: await tx.rows(FamilyMeeting, where),
    decisions: await tx.rows(FamilyDecision, where),
    transitions: await tx.rows(TransitionPlan, where, { orderBy: { id: 'asc' } }),
    placements,
    trialVisits: await trialVisitsOf(tx, connection, placements),
    county: tx.context.county,
  };
}

/** Visits at home that go on: the families meet because of them (R03), and no child has a part in the connection by them. */
async function trialVisitsOf(tx: Transaction, { id: connectionId }: FamilyConnection, placements: readonly Placement[]): Promise<Placement[]> {
  const stays = new Set((await tx.rows(ConnectionChild, { connectionId })).map(({ placementId }) => placementId));
  return placements.filter(({ id, endedAt }) => !endedAt && !stays.has(id));
}

const isSame = (one: Temporal.Instant | null | undefined, other: Temporal.Instant | null | undefined): boolean => (one && other ? Temporal.Instant.compare(one, other) === 0 : !one && !other);

const isSameDay = (one: Temporal.PlainDate | null | undefined, other: Temporal.PlainDate | null | undefined): boolean => (one && other ? one.equals(other) : !one && !other);

const differs = (next: Due, known: Row<Deadline>): boolean =>
  next.status !== known.status ||
  next.rule !== known.rule ||
  (next.missReason ?? null) !== (known.missReason ?? null) ||
  next.doers.join() !== known.doers.join() ||
  !isSameDay(next.dueOn, known.dueOn) ||
  !(['clockStart', 'opensAt', 'closesAt', 'plannedFor', 'metAt'] as const).every((at) => isSame(next[at], known[at]));

/** In SQL and not by its entity: the trail has the thing itself, and what is derived from it is no record of its own. */
async function write(tx: Transaction, connectionId: Id<'FamilyConnection'>, due: Due, { known, now }: { known: Row<Deadline> | undefined; now: Temporal.Instant }): Promise<void> {
  const moved = !known || !isSame(known.opensAt, due.opensAt) || !isSame(known.closesAt, due.closesAt);
  const row: Record<string, string | null> = {
    kind: due.kind,
    connection_id: connectionId,
    subject_id: due.subjectId,
    child_id: due.childId,
    side: due.side,
    doers: `{${due.doers.join()}}`,
    doer_id: due.doerId,
    rule: due.rule,
    started_by: due.startedBy,
    clock_start: due.clockStart.toString(),
    opens_at: due.opensAt.toString(),
    closes_at: due.closesAt.toString(),
    miss_reason: due.missReason ?? null,
    status: due.status,
    planned_for: due.plannedFor?.toString() ?? null,
    met_at: due.metAt?.toString() ?? null,
    due_on: due.dueOn?.toString() ?? null,
    reached: moved ? null : reachedBy(due, known, now),
    look_at: due.status === 'OPEN' ? due.opensAt.toString() : null,
  };
  const names = Object.keys(row);
  await tx.sql(
    `insert into deadline (id, ${names.join(', ')}) values (?, ${names.map(() => '?').join(', ')})
     on conflict (connection_id, kind, subject_id) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    [newId(), ...Object.values(row)],
  );
}

/** What is closed was missed if its time was up before that, and it was due by then or had been missed already: somebody says why it was (R84). */
function reachedBy(due: Due, known: Row<Deadline>, now: Temporal.Instant): Stage | null {
  if (due.status !== 'CLOSED' || known.status === 'CLOSED') return known.reached ?? null;
  const wasDue = known.status === 'OPEN' || known.reached === 'MISSED';
  return wasDue && isLate(due, due.overAt ?? now) ? 'MISSED' : null;
}
