import { mayLead, saidHours } from './constraints.ts';
import type { Quota } from './exact/coupled.ts';
import { leftOut } from './flow/instance.ts';
import { freeTogether, hoursMissing } from './hours.ts';
import { bindingConstraints, type BindingConstraint, type Mentor, type Need, type Proposal, type RunnerUp, type Unmatched, type Weights } from './matching-problem.ts';
import type { Posed } from './posing/pose.ts';
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
  const allTaken = placesTaken(answer);
  const withheld = withheldByQuotas(posed, answer, allTaken);
  const taken = new Map<Mentor, number>();
  const proposals: Proposal[] = [];
  const unmatched: Unmatched[] = [];
  for (const [row, need] of waiting.entries()) {
    const mentor = available[answer.mentorOf[row] ?? -1];
    if (!mentor) {
      const apart = answer.apart?.get(row);
      unmatched.push(apart ? whyApart(need, [available[apart[0]]!, available[apart[1]]!], minutes) ?? whyNobody(need, posed, withheld) : whyNobody(need, posed, withheld)); // counted as in that instance
      continue;
    }
    const before = taken.get(mentor) ?? 0;
    taken.set(mentor, before + 1);
    const coLeaders = (partnersOf.get(row) ?? []).flatMap((partner) => available[answer.mentorOf[partner] ?? -1] ?? []);
    const isFree = (other: Mentor): boolean => coLeaders.every((leader) => freeTogether(minutes, other.hours, leader.hours));
    const may = (other: Mentor): boolean => coLeaders.every((leader) => mayLead(leader, other));
    const described = describeProposal(need, mentor, before, weights);
    const met = minutes > 0 && saidHours(mentor, coLeaders) ? inOrder([...described.met, 'CO_LEADER']) : described.met;
    proposals.push({ ...described, met, runnerUp: runnerUp(row, { posed, answer, taken: allTaken, score: described.score, withheld, isFree, may }) });
  }
  return { proposals, unmatched };
}

const inOrder = (constraints: readonly BindingConstraint[]): BindingConstraint[] => bindingConstraints.filter((name) => constraints.includes(name));

/** How many places of each mentor are taken. */
function placesTaken({ mentorOf }: Answer): ReadonlyMap<number, number> {
  const taken = new Map<number, number>();
  for (const mentor of mentorOf) if (mentor !== null) taken.set(mentor, (taken.get(mentor) ?? 0) + 1);
  return taken;
}

/** Mentors who have a place left that a quota keeps from everybody. */
function withheldByQuotas({ instance: { places } }: Posed, { quotas = [] }: Answer, taken: ReadonlyMap<number, number>): ReadonlySet<number> {
  const takenBy = (mentor: number): number => taken.get(mentor) ?? 0;
  const full = quotas.filter(({ mentors, most }) => mentors.reduce((sum, mentor) => sum + takenBy(mentor), 0) >= most);
  return new Set(full.flatMap(({ mentors }) => mentors.filter((mentor) => takenBy(mentor) < (places[mentor]?.length ?? 0))));
}

interface Chosen {
  readonly posed: Posed;
  readonly answer: Answer;
  readonly taken: ReadonlyMap<number, number>;
  /** What the need gets. */
  readonly score: number;
  /** Mentors whom a quota keeps from everybody. */
  readonly withheld: ReadonlySet<number>;
  /** Whether they are free when the mentor of the other family is, and whether they may lead with them. */
  readonly isFree: (other: Mentor) => boolean;
  readonly may: (other: Mentor) => boolean;
}

/**
 * Who else was worth most to this need, at the place that they would give it, and why it was not they. By weak duality taking
 * them instead costs everybody together at least what their price is above that of the chosen one: where that is more than
 * all points, somebody would be left with nobody.
 */
function runnerUp(row: number, { posed: { available, instance }, answer: { mentorOf, prices }, taken, score, withheld, isFree, may }: Chosen): RunnerUp | null {
  const { mentors, points } = instance.choices[row]!; // a row of that instance
  const own = mentorOf[row] ?? -1;
  const scoreOf = (mentor: number, at: number): number => {
    const places = instance.places[mentor] ?? [];
    return (points[at] ?? 0) + (places[Math.min(taken.get(mentor) ?? 0, places.length - 1)] ?? 0);
  };
  let next: { mentor: number; score: number } | null = null;
  for (let at = 0; at < mentors.length; at += 1) {
    const mentor = mentors[at]!; // within the list
    const worth = mentor === own || !may(available[mentor]!) ? Number.NEGATIVE_INFINITY : scoreOf(mentor, at);
    if (worth > (next?.score ?? Number.NEGATIVE_INFINITY)) next = { mentor, score: worth };
  }
  if (!next) return null;
  const other = available[next.mentor]!; // the solver counts the mentors that it was given
  const costsOthers = (prices[next.mentor] ?? 0) - (prices[own] ?? 0);
  return { mentorId: other.id, score: next.score, because: !isFree(other) ? 'NOT_FREE_TOGETHER' : withheld.has(next.mentor) && next.score >= score ? 'GROUP_FULL' : costsOthers > leftOut / 2 ? 'ONLY_ONE_FOR_ANOTHER' : next.score < score ? 'FEWER_POINTS' : next.score > score || costsOthers > 0 ? 'BETTER_FOR_ANOTHER' : 'AS_GOOD' };
}

/** What keeps two apart with whom two families could be served; null where nothing does, and something else came between. */
function whyApart({ id: needId }: Need, [parents, households]: readonly [Mentor, Mentor], minutes: number): Unmatched | null {
  if (!mayLead(parents, households)) return { needId, because: 'CONFLICT' };
  const hours = freeTogether(minutes, parents.hours, households.hours) ? null : hoursMissing(minutes, parents.hours, households.hours);
  return hours && { needId, because: 'CO_LEADER', missingHours: { ...hours, mentorIds: [parents.id, households.id] } };
}

/** Why a need found nobody; where it is the hours of a mentor who leads already, which hours one who fits would have to have with them. */
function whyNobody(need: Need, { candidates }: Posed, withheld: ReadonlySet<number>): Unmatched {
  const because = candidates.whyNobody(need, withheld);
  const mentor = because === 'CO_LEADER' ? candidates.notFreeToLead(need) : null;
  const leader = mentor && need.coLeaders.find(({ hours, minutes }) => !freeTogether(minutes, mentor.hours, hours));
  const hours = leader && hoursMissing(leader.minutes, mentor.hours, leader.hours);
  if (!hours) return { needId: need.id, because };
  return { needId: need.id, because, missingHours: { ...hours, mentorIds: need.mentorRole === 'PARENT_ALLY' ? [mentor.id, leader.mentorId] : [leader.mentorId, mentor.id] } };
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
