import { bindingConstraint, constraintBetween, saidHours } from './constraints.ts';
import type { Quota } from './exact/coupled.ts';
import { leftOut } from './flow/instance.ts';
import { freeTogether, hoursMissing } from './hours.ts';
import { bindingConstraints, type BindingConstraint, type MissingHours, type Mentor, type Need, type Proposal, type RunnerUp, type Unmatched, type Weights } from './matching-problem.ts';
import type { Posed } from './pose.ts';
import { describeProposal } from './score.ts';

/** An answer in the numbers of an instance. */
export interface Answer {
  readonly mentorOf: readonly (number | null)[];
  /** Of each mentor, in points: what a place with them is worth to others. */
  readonly prices: ArrayLike<number>;
  /** Needs that could be served if two mentors need not be free together, with these two: the parents' and the households'. */
  readonly apart?: ReadonlyMap<number, readonly [number, number]>;
  /** In the numbers of the instance too. */
  readonly quotas?: readonly Quota[];
}

/** What an answer means for those who stand behind its numbers: who is proposed and why, and what stood in the way of everybody else. */
export function explain(posed: Posed, answer: Answer, { weights, minutes = 0 }: { readonly weights: Weights; readonly minutes?: number }): { proposals: Proposal[]; unmatched: Unmatched[] } {
  const { waiting, available } = posed;
  const partnersOf = partnersIn(posed);
  const withheld = withheldByQuotas(posed, answer);
  const taken = new Map<Mentor, number>();
  const proposals: Proposal[] = [];
  const unmatched: Unmatched[] = [];
  for (const [row, need] of waiting.entries()) {
    const mentor = available[answer.mentorOf[row] ?? -1];
    if (!mentor) {
      const apart = answer.apart?.get(row);
      const missingHours = apart && hoursBetween(apart, available, minutes);
      unmatched.push(missingHours ? { needId: need.id, because: 'CO_LEADER', missingHours } : { needId: need.id, because: whyNobody(need, available, withheld) });
      continue;
    }
    const before = taken.get(mentor) ?? 0;
    taken.set(mentor, before + 1);
    const coLeaders = (partnersOf.get(row) ?? []).flatMap((partner) => available[answer.mentorOf[partner] ?? -1] ?? []);
    const fits = (other: Mentor): boolean => coLeaders.every((leader) => freeTogether(minutes, other.hours, leader.hours));
    const described = describeProposal(need, mentor, before, weights);
    const met = minutes > 0 && saidHours(mentor, coLeaders) ? inOrder([...described.met, 'CO_LEADER']) : described.met;
    proposals.push({ ...described, met, runnerUp: runnerUp(row, posed, answer, fits) });
  }
  return { proposals, unmatched };
}

const inOrder = (constraints: readonly BindingConstraint[]): BindingConstraint[] => bindingConstraints.filter((name) => constraints.includes(name));

/** Mentors who have a place left that a quota keeps from everybody. */
function withheldByQuotas({ instance: { places } }: Posed, { mentorOf, quotas = [] }: Answer): ReadonlySet<number> {
  const taken = new Map<number, number>();
  for (const mentor of mentorOf) if (mentor !== null) taken.set(mentor, (taken.get(mentor) ?? 0) + 1);
  const takenBy = (mentor: number): number => taken.get(mentor) ?? 0;
  const full = quotas.filter(({ mentors, most }) => mentors.reduce((sum, mentor) => sum + takenBy(mentor), 0) >= most);
  return new Set(full.flatMap(({ mentors }) => mentors.filter((mentor) => takenBy(mentor) < (places[mentor]?.length ?? 0))));
}

function whyNobody(need: Need, available: readonly Mentor[], withheld: ReadonlySet<number>): BindingConstraint {
  const between = available.map((mentor) => constraintBetween(need, mentor));
  return between.some((constraint, mentor) => constraint === null && withheld.has(mentor)) ? 'QUOTA' : bindingConstraint(between);
}

/** Who else was worth most to this need, and what the prices say of why it was not they. */
function runnerUp(row: number, { available, instance: { places, choices } }: Posed, { mentorOf, prices }: Answer, fits: (other: Mentor) => boolean): RunnerUp | null {
  const { mentors, points } = choices[row]!; // a row of that instance
  const alone = (mentor: number, at: number): number => (points[at] ?? 0) + (places[mentor]?.[0] ?? 0);
  let next: { mentor: number; score: number } | null = null;
  let chosen = 0;
  for (const [at, mentor] of mentors.entries()) {
    if (mentor === mentorOf[row]) chosen = alone(mentor, at);
    else if (!next || alone(mentor, at) > next.score) next = { mentor, score: alone(mentor, at) };
  }
  if (!next) return null;
  const other = available[next.mentor]!; // the solver counts the mentors that it was given
  const price = prices[next.mentor] ?? 0;
  const because = !fits(other) ? 'NOT_FREE_TOGETHER' : price > leftOut / 2 ? 'ONLY_ONE_FOR_ANOTHER' : next.score > chosen ? 'BETTER_FOR_ANOTHER' : 'FEWER_POINTS';
  return { mentorId: other.id, score: next.score, because };
}

/** Null where the two are free together after all, and something else came between. */
function hoursBetween([one, other]: readonly [number, number], available: readonly Mentor[], minutes: number): MissingHours | null {
  const [parents, households] = [available[one]!, available[other]!]; // counted as in that instance
  const hours = freeTogether(minutes, parents.hours, households.hours) ? null : hoursMissing(minutes, parents.hours, households.hours);
  return hours && { ...hours, mentorIds: [parents.id, households.id] };
}

function partnersIn({ couples }: Posed): Map<number, number[]> {
  const partners = new Map<number, number[]>();
  const add = (one: number, other: number): unknown => partners.set(one, [...(partners.get(one) ?? []), other]);
  for (const { parent, household } of couples) {
    add(parent, household);
    add(household, parent);
  }
  return partners;
}
