import { Role, type RoleName } from '@fc/auth';

/** What can be due between two families, or between a side and its mentor. */
export enum DeadlineKind {
  COMFORT_CALL = 'COMFORT_CALL',
  ICEBREAKER = 'ICEBREAKER',
  PREPARATION = 'PREPARATION',
  CONNECTIONS_MEETING = 'CONNECTIONS_MEETING',
  FOLLOW_UP = 'FOLLOW_UP',
  AGREEMENT_REVIEW = 'AGREEMENT_REVIEW',
  FAMILY_DECISION = 'FAMILY_DECISION',
  TRANSITION_PLAN = 'TRANSITION_PLAN',
}
export const deadlineKinds: readonly `${DeadlineKind}`[] = Object.values(DeadlineKind);

/** What people hold each other to: for those who do it alone, and nobody asks why it is late. */
export const amongThemselves: readonly `${DeadlineKind}`[] = ['AGREEMENT_REVIEW', 'FAMILY_DECISION'];

/** How far a deadline has come, as far as anybody was reminded of it: it opened, its last quarter began, it is over. */
export const stages = ['DUE', 'CLOSING', 'MISSED'] as const;
export type Stage = (typeof stages)[number];

const mentors: readonly RoleName[] = [Role.PARENT_ALLY, Role.CAREGIVER_MENTOR];

/**
 * Who is reminded at which stage. Each stage goes to somebody else, one step further from the families, so that a reminder
 * escalates and nobody hears twice of one thing. Talks that a mentor has just agreed to are not announced to them again. Of the
 * mentors, those who are to do it: a pair's talk is its own mentor's.
 */
export const reminded: Readonly<Record<DeadlineKind, Readonly<Record<Stage, readonly RoleName[]>>>> = {
  COMFORT_CALL: { DUE: [Role.CAREGIVER], CLOSING: [Role.CASEWORKER], MISSED: [Role.COORDINATOR] },
  ICEBREAKER: { DUE: [Role.CASEWORKER], CLOSING: [Role.CASEWORKER_SUPERVISOR], MISSED: [Role.COORDINATOR] },
  PREPARATION: { DUE: [], CLOSING: mentors, MISSED: [Role.COORDINATOR] },
  CONNECTIONS_MEETING: { DUE: [], CLOSING: mentors, MISSED: [Role.COORDINATOR] },
  FOLLOW_UP: { DUE: mentors, CLOSING: [], MISSED: [Role.COORDINATOR] },
  AGREEMENT_REVIEW: { DUE: [Role.PARENT, Role.CAREGIVER], CLOSING: [], MISSED: [] }, // theirs alone, and voluntary
  FAMILY_DECISION: { DUE: [], CLOSING: [], MISSED: [] }, // it stands on the list of whoever promised it
  TRANSITION_PLAN: { DUE: [Role.CASEWORKER], CLOSING: [Role.CASEWORKER_SUPERVISOR], MISSED: [Role.COORDINATOR] },
};

/** Who does nothing of it themselves, and is told that nobody has yet. Coordinators have a list of all the county's. */
const overseers: readonly RoleName[] = [Role.CASEWORKER_SUPERVISOR];

/** What stands on the lists of those who oversee it, from the stage on at which they are told. */
export const overseen: readonly { readonly kind: DeadlineKind; readonly reached: Stage; readonly role: RoleName }[] = Object.values(DeadlineKind).flatMap((kind) =>
  stages.flatMap((reached, at) =>
    stages.slice(0, at + 1).flatMap((stage) => reminded[kind][stage].filter((role) => overseers.includes(role)).map((role) => ({ kind, reached, role }))),
  ),
);
