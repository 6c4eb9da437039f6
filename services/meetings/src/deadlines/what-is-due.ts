import { Role, type RoleName } from '@fc/auth';
import { agreementReviewWindow, connectionsMeetingWindow, familyDecisionWindow, followUpWindow, preparationWindow, Temporal, transitionWindow, type DueWindow, type Id } from '@fc/domain-kernel';
import type { County, Row } from '@fc/tenancy';
import type { RelationshipAgreement } from '../agreements/relationship-agreement.entity.ts';
import type { ComfortCallAttempt } from '../comfort-calls/comfort-call-attempt.entity.ts';
import type { ComfortCall } from '../comfort-calls/comfort-call.entity.ts';
import type { ConnectionsMeeting } from '../connections-meetings/connections-meeting.entity.ts';
import type { FamilyDecision } from '../family-meetings/family-decision.entity.ts';
import type { FamilyMeeting } from '../family-meetings/family-meeting.entity.ts';
import type { FollowUpSession } from '../follow-ups/follow-up-session.entity.ts';
import type { Icebreaker } from '../icebreakers/icebreaker.entity.ts';
import type { PreparationSession } from '../preparation/preparation-session.entity.ts';
import type { PreparationWaiver } from '../preparation/preparation-waiver.entity.ts';
import type { Matches } from '../projections/active-match.entity.ts';
import { mentorRoleOf, type ConnectionSide } from '../projections/connection-side.ts';
import type { FamilyConnection } from '../projections/family-connection.entity.ts';
import { earliestStart, type Placement } from '../projections/placement.entity.ts';
import type { TransitionPlan } from '../transition-plans/transition-plan.entity.ts';
import { keepWindow, laterOf, type KeptWindow } from '../windows/due-window.ts';
import type { DeadlineKind } from './deadline-kind.ts';
import type { DeadlineStatus } from './deadline.entity.ts';

/** A deadline as its thing has it: everything but where the sweep is with it. */
export interface Due extends KeptWindow {
  readonly kind: `${DeadlineKind}`;
  readonly subjectId: Id<'Subject'>;
  readonly childId: Id<'Child'> | null;
  readonly side: `${ConnectionSide}` | null;
  readonly doers: readonly RoleName[];
  readonly doerId: Id<'Person'> | null;
  readonly status: DeadlineStatus;
  /** The day that its window is counted from, where it is one. */
  readonly dueOn: Temporal.PlainDate | null;
  /** Of a first contact, when that placement or connection ended; null while neither has. */
  readonly overAt: Temporal.Instant | null;
  readonly plannedFor: Temporal.Instant | null;
  readonly metAt: Temporal.Instant | null;
}

/** Everything on one connection that something can be due for. */
export interface OnConnection {
  readonly connection: Pick<Row<FamilyConnection>, 'id' | 'openedAt' | 'closedAt' | 'continuedAt'>;
  readonly matches: Matches;
  readonly calls: readonly Row<ComfortCall>[];
  readonly attempts: readonly Row<ComfortCallAttempt>[];
  readonly icebreakers: readonly Row<Icebreaker>[];
  readonly preparations: readonly Row<PreparationSession>[];
  readonly waivers: readonly Row<PreparationWaiver>[];
  /** Oldest first. */
  readonly meetings: readonly Row<ConnectionsMeeting>[];
  readonly talks: readonly Row<FollowUpSession>[];
  /** Oldest first. */
  readonly agreements: readonly Row<RelationshipAgreement>[];
  readonly familyMeetings: readonly Row<FamilyMeeting>[];
  readonly decisions: readonly Row<FamilyDecision>[];
  /** Oldest first. */
  readonly transitions: readonly Row<TransitionPlan>[];
  /** Those that a call or an icebreaker follows. */
  readonly placements: readonly Pick<Row<Placement>, 'id' | 'endedAt'>[];
  /** Of the children of the connection who are at home for a visit now. */
  readonly trialVisits: readonly Placement[];
  readonly county: County;
}

/** What is due on a connection, and what was and is settled, given all that is known of it. */
export function whatIsDue(all: OnConnection): Due[] {
  const met = all.meetings.find(({ status }) => status === 'HELD');
  const due = [...all.calls.map((call) => ofCall(call, all)), ...all.icebreakers.map((icebreaker) => ofIcebreaker(icebreaker, all)), ...ofPreparations(all, met !== undefined), ...ofMeeting(all, met), ...all.talks.map((talk) => ofTalk(talk, all)), ...ofReview(all), ...ofDecisions(all), ...ofTransitions(all)];
  const { closedAt, continuedAt } = all.connection;
  const goesOn = ({ kind, status }: Due): boolean => status === 'MET' || (kind === 'AGREEMENT_REVIEW' && !!continuedAt); // what two families who stay in touch hold to is theirs (R06)
  return closedAt ? due.map((one) => (goesOn(one) ? one : { ...one, status: 'CLOSED' })) : due;
}

const nothingMore = { childId: null, side: null, doerId: null, plannedFor: null, metAt: null, dueOn: null, overAt: null } as const;
const subject = (id: string): Id<'Subject'> => id as Id<'Subject'>;
const windowOf = ({ rule, startedBy, clockStart, opensAt, closesAt, missReason = null }: KeptWindow): KeptWindow => ({ rule, startedBy, clockStart, opensAt, closesAt, missReason });
const statusOf = { OPEN: 'OPEN', SCHEDULED: 'OPEN', HELD: 'MET', CLOSED: 'CLOSED', SUSPENDED: 'SUSPENDED' } as const;

function ofCall(call: Row<ComfortCall>, all: OnConnection): Due {
  const { attempts } = all;
  const unready = attempts.filter((attempt) => attempt.outcome === 'NOT_READY').at(-1);
  // A parent who was not ready is not to be called before they agree to it (R31), about a sibling neither: nobody presses the caregiver.
  // Where the child lives no longer, the agency alone is asked why there was none.
  const doers = call.status === 'CLOSED' || (unready && !unready.mayCallAgain) ? [Role.CASEWORKER] : [Role.CAREGIVER, Role.CASEWORKER];
  return { ...nothingMore, kind: 'COMFORT_CALL', subjectId: subject(call.id), childId: call.childId, doers, ...windowOf(call), status: statusOf[call.status], metAt: call.heldAt ?? null, overAt: endOf(call, all) };
}

const ofIcebreaker = (icebreaker: Row<Icebreaker>, all: OnConnection): Due => ({
  ...nothingMore,
  ...{ kind: 'ICEBREAKER', subjectId: subject(icebreaker.id), childId: icebreaker.childId, doers: [Role.CASEWORKER], ...windowOf(icebreaker), status: statusOf[icebreaker.status] },
  plannedFor: icebreaker.status === 'SCHEDULED' ? (icebreaker.scheduledFor ?? null) : null,
  metAt: icebreaker.heldAt ?? null,
  overAt: endOf(icebreaker, all),
});

/** The placement or the connection, whichever ended first. */
function endOf({ placementId }: Pick<Icebreaker, 'placementId'>, { connection, placements }: OnConnection): Temporal.Instant | null {
  const ends = [placements.find(({ id }) => id === placementId)?.endedAt, connection.closedAt].flatMap((end) => end ?? []);
  return ends.sort((one, other) => Temporal.Instant.compare(one, other))[0] ?? null;
}

/** One for each mentor whom a side has now. Once the families have met nobody prepares any more. */
function ofPreparations({ connection, matches, preparations, waivers, county }: OnConnection, haveMet: boolean): Due[] {
  return Object.values(matches).flatMap((match) => {
    if (!match) return [];
    const { side } = match;
    const held = preparations.find(({ matchId }) => matchId === match.id);
    const over = haveMet || waivers.some((waiver) => waiver.side === side);
    const window = preparationWindow({ from: laterOf(match.acceptedAt, connection.openedAt), days: county.settings.preparationTargetDays, zone: county.timeZone });
    return [{ ...nothingMore, kind: 'PREPARATION', subjectId: subject(match.id), side, doers: [mentorRoleOf(side)], ...keepWindow(window), status: held ? 'MET' : over ? 'CLOSED' : 'OPEN', metAt: held?.heldAt ?? null }];
  });
}

/** Due once the families are connected and both sides have a mentor, who may have had one long before. Suspended while the last plan is: only a new plan brings it back. */
function ofMeeting({ connection, matches: { PARENT: ally, HOUSEHOLD: mentor }, meetings, county }: OnConnection, met: Row<ConnectionsMeeting> | undefined): Due[] {
  const planned = meetings.find(({ status }) => status === 'SCHEDULED');
  const kept = met ?? planned;
  if (!kept && !(ally && mentor)) return [];
  const target = (from: Temporal.Instant): DueWindow => connectionsMeetingWindow({ from, days: county.settings.connectionsMeetingTargetDays, zone: county.timeZone });
  const window = kept ? windowOf(kept) : keepWindow(target(laterOf(connection.openedAt, laterOf(ally!.acceptedAt, mentor!.acceptedAt)))); // both are there when none is kept
  const status = met ? 'MET' : !planned && meetings.at(-1)?.status === 'SUSPENDED' ? 'SUSPENDED' : 'OPEN';
  return [
    {
      ...{ ...nothingMore, kind: 'CONNECTIONS_MEETING', subjectId: subject(connection.id), doers: [Role.PARENT_ALLY, Role.CAREGIVER_MENTOR], ...window, status },
      ...{ plannedFor: planned?.scheduledFor ?? null, metAt: met?.heldAt ?? null },
    },
  ];
}

/** The two families look at what holds between them again; nobody else has a part in it. */
function ofReview({ agreements, county }: OnConnection): Due[] {
  const holding = agreements.filter(({ agreedAt }) => agreedAt).at(-1);
  if (!holding?.agreedAt) return [];
  const window = agreementReviewWindow({ agreedAt: holding.agreedAt, on: holding.reviewOn, zone: county.timeZone });
  return [{ ...nothingMore, kind: 'AGREEMENT_REVIEW', subjectId: subject(holding.id), doers: [Role.PARENT, Role.CAREGIVER], ...keepWindow(window), dueOn: holding.reviewOn, status: 'OPEN' }];
}

/** Whoever has promised something in a family meeting does it, in whatever role they were there. */
function ofDecisions({ familyMeetings, decisions, county }: OnConnection): Due[] {
  return decisions.flatMap(({ id, meetingId, ownerId: doerId, dueOn, doneAt = null }) => {
    const decidedAt = familyMeetings.find((meeting) => meeting.id === meetingId)?.heldAt;
    if (!decidedAt) return [];
    const window = familyDecisionWindow({ decidedAt, dueOn, zone: county.timeZone });
    return [{ ...nothingMore, kind: 'FAMILY_DECISION', subjectId: subject(id), doers: [], doerId, ...keepWindow(window), status: doneAt ? 'MET' : 'OPEN', metAt: doneAt }];
  });
}

/** A child is prepared before going: by the day that everybody works towards, or by the visit for which the child is at home already, planned or not (R62). */
function ofTransitions({ transitions, trialVisits, county: { timeZone: zone } }: OnConnection): Due[] {
  return [...new Set([...transitions, ...trialVisits].map(({ childId }) => childId))].flatMap((childId) => {
    const plan = transitions.filter((one) => one.childId === childId && one.status !== 'GIVEN_UP').at(-1);
    const visits = trialVisits.filter((visit) => visit.childId === childId).map((visit) => ({ at: earliestStart(visit.start(), zone), startedBy: 'TRIAL_HOME_VISIT' as const }));
    const days = plan?.plannedFor ? [{ at: plan.plannedFor.toZonedDateTime(zone).toInstant(), startedBy: 'PLANNED_DAY' as const }] : [];
    const endedAt = plan?.endedAt ?? null;
    const again = visits.filter(({ at }) => endedAt && Temporal.Instant.compare(at, endedAt) > 0); // the plan was for an earlier one
    const [goes] = (again.length > 0 ? again : [...visits, ...days]).sort((one, other) => Temporal.Instant.compare(one.at, other.at));
    if (!goes) return [];
    const counts = again.length === 0 && (plan?.status === 'READY' || plan?.status === 'DONE');
    const dueOn = goes.startedBy === 'PLANNED_DAY' ? (plan?.plannedFor ?? null) : null;
    return [{ ...nothingMore, kind: 'TRANSITION_PLAN', subjectId: subject(childId), childId, doers: [Role.CASEWORKER], ...keepWindow(transitionWindow({ ...goes, zone })), dueOn, status: counts ? 'MET' : 'OPEN', metAt: counts ? (plan.readyAt ?? null) : null }];
  });
}

function ofTalk(talk: Row<FollowUpSession>, { county }: OnConnection): Due {
  const window = { ...followUpWindow({ from: talk.after, days: county.settings.followUpEveryDays, zone: county.timeZone }), closes: talk.dueAt };
  const status = talk.heldAt ? 'MET' : talk.closedAt ? 'CLOSED' : 'OPEN';
  return { ...nothingMore, kind: 'FOLLOW_UP', subjectId: subject(talk.id), side: talk.side, doers: [mentorRoleOf(talk.side)], ...keepWindow(window), status, metAt: talk.heldAt ?? null };
}
