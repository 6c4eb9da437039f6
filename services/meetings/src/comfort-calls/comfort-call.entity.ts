import { comfortCallWindow, newId, requireNotBefore, requirePast, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make, type County } from '@fc/tenancy';
import { earliestStart, type Placement } from '../projections/placement.entity.ts';
import { explainIfLate, isLate, keepWindow, moveWindow, windowColumns, type MissReason } from '../windows/due-window.ts';
import { offColumns, wasStillPossible } from '../windows/still-possible.ts';
import type { CallOutcome, ComfortCallAttempt } from './comfort-call-attempt.entity.ts';
import { buyInMissing, callNotOpen, noCallWithoutAgreement, outcomeNeeded } from './comfort-call.errors.ts';

export enum ComfortCallStatus {
  OPEN = 'OPEN',
  HELD = 'HELD',
  CLOSED = 'CLOSED',
  SUSPENDED = 'SUSPENDED',
}
const statuses: readonly `${ComfortCallStatus}`[] = Object.values(ComfortCallStatus);

/** Whose agreement the first call needs (R21). */
export enum CallParty {
  AGENCY = 'AGENCY',
  CASEWORKER = 'CASEWORKER',
  PARENT = 'PARENT',
  CAREGIVER = 'CAREGIVER',
}
export const callParties: readonly CallParty[] = Object.values(CallParty);

const schema = defineEntity({
  name: 'ComfortCall',
  tableName: 'comfort_call',
  uniques: [{ name: 'comfort_call_one_each', properties: ['placementId', 'connectionId'] }],
  properties: {
    id: column.id<'ComfortCall'>(),
    connectionId: column.ref<'FamilyConnection'>().index(),
    placementId: column.ref<'Placement'>(),
    childId: column.ref<'Child'>(),
    /** Both instants that may start the 24 hours, whichever one the county counts from. */
    placedAt: column.instant(),
    placedPrecision: column.oneOf(['MINUTE', 'DATE']),
    removedAt: column.instant(),
    ...windowColumns(),
    status: column.oneOf(statuses),
    heldAt: column.instant().nullable(),
    ...offColumns(),
    /** When the two were last connected by the bridge; null once somebody has said how that went. */
    bridgedAt: column.instant().nullable(),
    /** When the bridge last could not connect them; null once they were connected or somebody has said how a call went. */
    notConnectedAt: column.instant().nullable(),
    version: column.version(),
  },
});

/** What an attempt is judged by. */
export interface CallSoFar {
  readonly buyIns: readonly `${CallParty}`[];
  /** About any child of the two families, oldest first. */
  readonly attempts: readonly Pick<ComfortCallAttempt, 'outcome' | 'mayCallAgain'>[];
  /** Whether they were connected by the bridge about another child, and nobody has said yet how that went. */
  readonly isUnsaidOfOther?: boolean;
  readonly zone: string;
  readonly now: Temporal.Instant;
}

/** The first call of a caregiver and a parent, due within 24 hours of a placement; each placement starts a clock of its own. */
export class ComfortCall extends schema.class {
  static due(connectionId: Id<'FamilyConnection'>, placement: Placement, { settings, timeZone: zone }: County): ComfortCall {
    const window = comfortCallWindow({ removedAt: placement.removal(), placedAt: placement.start(), firstPlacementOfEpisode: placement.firstOfEpisode, clock: settings.comfortCallClock, zone });
    const { id: placementId, childId, startedAt: placedAt, startedPrecision: placedPrecision, removedAt } = placement;
    return make(ComfortCall, { id: newId<'ComfortCall'>(), connectionId, placementId, childId, placedAt, placedPrecision, removedAt, ...keepWindow(window), status: 'OPEN', heldAt: null, suspendedAt: null, closedAt: null, bridgedAt: null, notConnectedAt: null });
  }

  /**
   * One try to speak with each other; answers whether a missed window was explained by it. Throws `MEETINGS.BUY_IN_MISSING`,
   * `MEETINGS.NO_CALL_WITHOUT_AGREEMENT`, `MEETINGS.REASON_NEEDED`, `DATE_IN_FUTURE`, `DATE_TOO_EARLY`, and for a call that was not open then why not.
   */
  attempt({ outcome, at, missReason }: { outcome: `${CallOutcome}`; at: Temporal.Instant; missReason?: `${MissReason}` | null | undefined }, soFar: CallSoFar): boolean {
    const { zone, now } = soFar;
    if (this.status !== 'OPEN' && !wasStillPossible(this, at)) throw callNotOpen(this.status);
    requirePast(at, now, 'The call');
    requireNotBefore(at, earliestStart({ at: this.placedAt, precision: this.placedPrecision }, zone), 'The call', 'the placement');
    requireWanted(soFar);
    const explained = explainIfLate(this, at, missReason);
    this.bridgedAt = null;
    this.notConnectedAt = null;
    if (outcome === 'SPOKE') {
      this.status = 'HELD';
      this.heldAt = at;
    }
    return explained;
  }

  /**
   * The two are being connected by the bridge. Throws `MEETINGS.BUY_IN_MISSING`, `MEETINGS.NO_CALL_WITHOUT_AGREEMENT`,
   * `MEETINGS.OUTCOME_NEEDED` while nobody has said how the last such call went, and for a call that is not open why not.
   */
  bridge(soFar: CallSoFar): void {
    if (this.status !== 'OPEN') throw callNotOpen(this.status);
    requireWanted(soFar);
    if (this.bridgedAt) throw outcomeNeeded();
    if (soFar.isUnsaidOfOther) throw outcomeNeeded();
    this.bridgedAt = soFar.now;
    this.notConnectedAt = null;
  }

  /** The bridge could not connect them by then: nobody has to say how a call went that was none. A later request goes on. */
  notConnected(expiresAt: Temporal.Instant, now: Temporal.Instant): void {
    if (this.status !== 'OPEN' || !this.bridgedAt || isLate({ closesAt: expiresAt }, this.bridgedAt)) return;
    this.bridgedAt = null;
    this.notConnectedAt = now;
  }

  /** The start of the clock has been put right. The rule by which it is due stays the one that it began with. */
  recount(placement: Placement, { timeZone: zone }: County): void {
    if (this.status === 'HELD' || this.status === 'CLOSED') return;
    const fromRemoval = this.startedBy === 'REMOVAL';
    const window = comfortCallWindow({ removedAt: placement.removal(), placedAt: placement.start(), firstPlacementOfEpisode: fromRemoval, clock: fromRemoval ? 'REMOVAL' : 'PLACEMENT', zone });
    const { startedAt: placedAt, startedPrecision: placedPrecision, removedAt } = placement;
    Object.assign(this, { placedAt, placedPrecision, removedAt }, moveWindow(window));
  }

  withinWindow(): boolean {
    return this.heldAt != null && !isLate(this, this.heldAt);
  }

  /** The child lives there no longer, from then on. What has been held stays held. */
  close(at: Temporal.Instant): void {
    if (this.status === 'HELD' || this.status === 'CLOSED') return;
    this.status = 'CLOSED';
    this.closedAt = at;
  }

  suspend(at: Temporal.Instant): void {
    if (this.status !== 'OPEN') return;
    this.status = 'SUSPENDED';
    this.suspendedAt = at;
  }

  /** Somebody of the agency decides that the call may be tried again; nothing else brings it back. */
  resume(): void {
    if (this.status !== 'SUSPENDED') return;
    this.status = 'OPEN';
    this.suspendedAt = null;
  }
}
schema.setClass(ComfortCall);
export const comfortCallSchema = schema;

/** All four want the call, and a parent who was not ready has agreed to another one. */
function requireWanted({ buyIns, attempts }: CallSoFar): void {
  const missing = callParties.filter((party) => !buyIns.includes(party));
  if (missing.length > 0) throw buyInMissing(missing);
  const unready = attempts.filter((attempt) => attempt.outcome === 'NOT_READY').at(-1);
  if (unready && !unready.mayCallAgain) throw noCallWithoutAgreement();
}
