import { DomainError, newId, requireNotBefore, requirePast, requireText, Temporal, type Id } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { alwaysNeeded, transitionStepKeys, type TransitionStepKey } from './transition-step.ts';
import { childNotPrepared, childTakesPart, contactAfterOpen, notReady, transitionOver } from './transition-plan.errors.ts';

/** Where the child goes from the foster home. */
export enum TransitionGoal {
  RETURN_HOME = 'RETURN_HOME',
  RELATIVE = 'RELATIVE',
  OTHER_PLACEMENT = 'OTHER_PLACEMENT',
  ADOPTION_OR_GUARDIANSHIP = 'ADOPTION_OR_GUARDIANSHIP',
  INDEPENDENT_LIVING = 'INDEPENDENT_LIVING',
}
const goals: readonly `${TransitionGoal}`[] = Object.values(TransitionGoal);

export enum TransitionStatus {
  PREPARING = 'PREPARING',
  READY = 'READY',
  DONE = 'DONE',
  GIVEN_UP = 'GIVEN_UP',
}
const statuses: readonly `${TransitionStatus}`[] = Object.values(TransitionStatus);

export enum ContactTalk {
  TOGETHER = 'TOGETHER',
  SEPARATELY = 'SEPARATELY',
}
const talks: readonly `${ContactTalk}`[] = Object.values(ContactTalk);

const schema = defineEntity({
  name: 'TransitionPlan',
  tableName: 'transition_plan',
  uniques: [{ name: 'transition_plan_one_open', properties: ['connectionId', 'childId'], where: `status in ('PREPARING', 'READY')` }],
  properties: {
    id: column.id<'TransitionPlan'>(),
    connectionId: column.ref<'FamilyConnection'>().index(),
    childId: column.ref<'Child'>(),
    goal: column.oneOf(goals),
    /** The day that everybody works towards; null while none is set. */
    plannedFor: column.date().nullable(),
    status: column.oneOf(statuses),
    stepsDone: column.texts().$type<TransitionStepKey[]>(),
    stepsNotNeeded: column.texts().$type<TransitionStepKey[]>(),
    /** How contact afterwards was talked about, when, and what came of it; null while it was not. */
    contactTalk: column.oneOf(talks).nullable(),
    contactTalkAt: column.instant().nullable(),
    contactAfter: column.text().nullable(),
    /** When the child was called ready; null while not. */
    readyAt: column.instant().nullable(),
    /** When it was done or given up: it prepares the child for nothing that begins afterwards. */
    endedAt: column.instant().nullable(),
    version: column.version(),
  },
});

export interface ContactTalkRecord {
  readonly talkedAt: Temporal.Instant;
  readonly how: `${ContactTalk}`;
  readonly text: string;
}

/**
 * How a child is made ready for leaving the foster home (S52). It can be called ready once the child is prepared and both families
 * have talked about contact afterwards, and not before (R62).
 */
export class TransitionPlan extends schema.class {
  /** Throws `DATE_IN_PAST`. */
  static begin(plan: { connectionId: Id<'FamilyConnection'>; childId: Id<'Child'>; goal: `${TransitionGoal}`; plannedFor: Temporal.PlainDate | null }, today: Temporal.PlainDate): TransitionPlan {
    if (plan.plannedFor && Temporal.PlainDate.compare(plan.plannedFor, today) < 0) throw new DomainError('DATE_IN_PAST', 'The planned day cannot be in the past.');
    const nothingYet = { endedAt: null, stepsDone: [], stepsNotNeeded: [], contactTalk: null, contactTalkAt: null, contactAfter: null, readyAt: null };
    return make(TransitionPlan, { id: newId<'TransitionPlan'>(), ...plan, status: 'PREPARING', ...nothingYet });
  }

  /** Throws `MEETINGS.TRANSITION_OVER`, `MEETINGS.CHILD_TAKES_PART` for a step that every child needs. */
  settle(step: TransitionStepKey, as: 'DONE' | 'NOT_NEEDED'): void {
    requireOpen(this);
    if (as === 'NOT_NEEDED' && alwaysNeeded.includes(step)) throw childTakesPart();
    const without = (steps: readonly TransitionStepKey[]): TransitionStepKey[] => steps.filter((each) => each !== step);
    this.stepsDone = [...without(this.stepsDone), ...(as === 'DONE' ? [step] : [])];
    this.stepsNotNeeded = [...without(this.stepsNotNeeded), ...(as === 'NOT_NEEDED' ? [step] : [])];
  }

  /** Throws `MEETINGS.TRANSITION_OVER`, `DATE_IN_FUTURE`, `DATE_TOO_EARLY`, `TEXT_...`. */
  talkedAboutContactAfter({ talkedAt, how, text }: ContactTalkRecord, { from, now }: { from: Temporal.Instant; now: Temporal.Instant }): void {
    requireOpen(this);
    this.contactTalkAt = requireNotBefore(requirePast(talkedAt, now, 'The talk'), from, 'The talk', 'the placement');
    this.contactTalk = how;
    this.contactAfter = requireText(text, { field: 'What they wish for', max: 4_000 });
  }

  /** Throws `MEETINGS.CHILD_NOT_PREPARED`, `MEETINGS.CONTACT_AFTER_OPEN`, `MEETINGS.TRANSITION_OVER`. */
  callReady(at: Temporal.Instant): void {
    requireOpen(this);
    const open = this.openSteps();
    if (open.length > 0) throw childNotPrepared(open);
    if (!this.contactTalkAt) throw contactAfterOpen();
    this.status = 'READY';
    this.readyAt ??= at;
  }

  /** It is behind the child, or will not be. Throws `MEETINGS.NOT_READY` for what was done without being ready, `MEETINGS.TRANSITION_OVER`. */
  end(as: 'DONE' | 'GIVEN_UP', at: Temporal.Instant): void {
    requireOpen(this);
    if (as === 'DONE' && this.status !== 'READY') throw notReady();
    this.status = as;
    this.endedAt = at;
  }

  openSteps(): `${TransitionStepKey}`[] {
    const settled: readonly string[] = [...this.stepsDone, ...this.stepsNotNeeded];
    return transitionStepKeys.filter((step) => !settled.includes(step));
  }
}
schema.setClass(TransitionPlan);
export const transitionPlanSchema = schema;

function requireOpen({ status }: Pick<TransitionPlan, 'status'>): void {
  if (status !== 'PREPARING' && status !== 'READY') throw transitionOver();
}
