import { certify } from '../flow/certificate.ts';
import { isWhole, type Instance } from '../flow/instance.ts';
import { solve, type Solution } from '../flow/solve.ts';
import { isWorthMore, worthOf } from '../flow/rivals.ts';
import { priceTogether } from './by-prices.ts';
import { solveByWays, type Part } from './by-ways.ts';
import { groupsOf, type Group } from './groups.ts';
import { improveSideBySide } from './side-by-side.ts';

/** A parent's need and a household's, whose two mentors will lead the meetings of the families together. */
export interface Couple {
  readonly parent: number;
  readonly household: number;
}

/** At most so many new matches for these mentors in all: of one partner's program, say, or of one training group. */
export interface Quota {
  readonly mentors: readonly number[];
  readonly most: number;
}

/** An assignment where the two mentors of a couple must be free together; a flow cannot say that. */
export interface CoupledInstance {
  readonly instance: Instance;
  readonly couples: readonly Couple[];
  readonly quotas: readonly Quota[];
  /** Whether these two mentors, counted as in the instance, can lead together. */
  readonly together: (one: number, other: number) => boolean;
}

export interface CoupledSolution {
  readonly mentorOf: readonly (number | null)[];
  readonly served: number;
  readonly points: number;
  /** No answer serves more needs than this. */
  readonly servedAtMost: number;
  /** No answer that serves as many has more points; null while more needs could be served. */
  readonly pointsAtMost: number | null;
  /** Whether it is a best answer. */
  readonly proven: boolean;
  /** How far below the proven bound, as a share of it: 0 when it is a best answer. */
  readonly gap: number;
  /** Whether time was up before the search came to its end. */
  readonly cutShort: boolean;
  /** The couples that the assignment without coupling serves on both sides, and this one does not, with the two mentors whom that would have meant. */
  readonly apart: readonly (Couple & { readonly mentors: readonly [parents: number, households: number] })[];
}

/** So many couples, or groups of needs that hang together by couples, are solved in one program; more are solved part by part. */
export const exactCouples = 300;

/**
 * An answer that holds, at once: what is left of the best one without coupling when those let go whose mentors are never free
 * together, and what each side gains by moving while the other stays.
 */
export function keepTogether(coupled: CoupledInstance, free: Solution, timeIsUp: () => boolean = () => false): CoupledSolution {
  const each = valueOfOne(coupled.instance);
  const bound = boundOf(free, each);
  const kept = judged(coupled, keepWhatFits(coupled, free.mentorOf), free, bound, free.cutShort);
  return kept.proven || timeIsUp() ? kept : judged(coupled, improveSideBySide(coupled, kept.mentorOf, timeIsUp), free, bound, free.cutShort);
}

/**
 * As many needs served as possible, then as many points, with the mentors of every couple free together and no quota
 * exceeded. Prices of mentors prove a bound, and what groups choose at those prices is where a second answer begins. Up to 300 groups of needs
 * that hang together are then solved whole. Above, the better answer stands, and the groups that it leaves unserved are solved anew, so many at
 * a time, with the places that are left. When the `seconds` are over, the best found so far is the answer.
 */
export async function solveCoupled(coupled: CoupledInstance, { seconds = 60, free = solve(coupled.instance) }: { readonly seconds?: number; readonly free?: Solution } = {}): Promise<CoupledSolution> {
  const { instance } = coupled;
  const until = performance.now() + 1_000 * seconds;
  const secondsLeft = (): number => (until - performance.now()) / 1_000;
  const kept = keepTogether(coupled, free, () => secondsLeft() <= 0);
  if (kept.proven) return kept;
  if (secondsLeft() <= 0) return { ...kept, cutShort: true };
  const each = valueOfOne(instance);
  const groups = groupsOf(coupled);
  const halfTime = secondsLeft() / 2;
  const priced = priceTogether(coupled, groups, { flowPrices: free.prices, each, timeIsUp: () => secondsLeft() <= halfTime });
  const mentorOf = [...betterOf(instance, kept.mentorOf, improveSideBySide(coupled, priced.mentorOf, () => secondsLeft() <= 0))];
  const whole = groups.length <= exactCouples;
  const open = ({ needs }: Group): boolean => needs.some((need) => mentorOf[need] === null && instance.choices[need]!.mentors.length > 0); // a need of that very instance
  const left = whole ? groups : groups.filter(open);
  let bound = Math.min(boundOf(free, each), priced.bound);
  let cutShort = free.cutShort || priced.cutShort;
  for (let from = 0; from < left.length; from += exactCouples) {
    if (secondsLeft() <= 0) break;
    const share = Math.ceil((left.length - from) / exactCouples); // what is left of the time is for all that is left
    const part = partOf(coupled, left.slice(from, from + exactCouples), mentorOf);
    const solved = await solveByWays(coupled, part, each, secondsLeft() / share);
    for (const [place, mentors] of solved.ways.entries()) for (const [at, need] of part.groups[place]!.needs.entries()) mentorOf[need] = mentors[at] ?? null;
    if (whole && isWhole(instance)) bound = Math.min(bound, solved.bound);
  }
  cutShort ||= secondsLeft() <= 0;
  return judged(coupled, mentorOf, free, bound, cutShort);
}

/** These groups, with what all others leave of places and quotas. */
function partOf({ instance, quotas }: CoupledInstance, groups: readonly Group[], mentorOf: readonly (number | null)[]): Part {
  const within = new Set(groups.flatMap(({ needs }) => needs));
  const taken = instance.places.map(() => 0);
  for (const [need, mentor] of mentorOf.entries()) if (mentor !== null && !within.has(need)) taken[mentor] = (taken[mentor] ?? 0) + 1;
  return {
    groups,
    places: instance.places.map((worths, mentor) => worths.slice(taken[mentor])),
    quotas: quotas.map(({ mentors, most }) => ({ mentors: new Set(mentors), left: most - mentors.reduce((sum, mentor) => sum + (taken[mentor] ?? 0), 0) })),
    start: groups.map(({ needs }) => needs.map((need) => mentorOf[need] ?? null)),
  };
}

/** An answer with what it is worth, beside the bound. Throws a `RangeError` where a place or a pair is not allowed. */
function judged({ instance, couples }: CoupledInstance, mentorOf: readonly (number | null)[], free: Solution, bound: number, cutShort: boolean): CoupledSolution {
  const { served, points } = certify(instance, mentorOf, free.prices);
  const each = valueOfOne(instance);
  const short = Math.max(0, bound - (each * served + points));
  const proven = short < 0.5; // everything is worth whole points
  const apart = couples.flatMap((couple) => {
    const [one, other] = [free.mentorOf[couple.parent] ?? null, free.mentorOf[couple.household] ?? null];
    const servedNow = (mentorOf[couple.parent] ?? null) !== null && (mentorOf[couple.household] ?? null) !== null;
    return one === null || other === null || servedNow ? [] : [{ ...couple, mentors: [one, other] as const }];
  });
  const servedAtMost = proven ? served : Math.floor((bound + each / 2) / each);
  const pointsAtMost = proven ? points : servedAtMost > served ? null : bound - each * served;
  return { mentorOf, served, points, servedAtMost, pointsAtMost, proven, gap: proven || bound <= 0 ? 0 : short / bound, cutShort, apart };
}

/** The one that serves more, or has more points. */
function betterOf(instance: Instance, one: readonly (number | null)[], other: readonly (number | null)[]): readonly (number | null)[] {
  return isWorthMore(worthOf(instance, other), worthOf(instance, one)) ? other : one;
}

/** What no answer exceeds: the flow's own best, as far as its prices prove it. */
const boundOf = ({ certificate: { served, points, moreServed, morePoints } }: Solution, each: number): number => each * (served + moreServed) + (moreServed > 0 ? (each - 1) / 2 : points + (morePoints ?? 0));

/** Outweighs all points that could be gained by leaving one need out. */
export function valueOfOne({ places, choices }: Instance): number {
  const most = Math.max(1, ...places.map((worths) => Math.abs(worths[0] ?? 0)));
  const pair = choices.reduce((top, { points, beyond }) => points.reduce((max, each) => Math.max(max, Math.abs(each)), Math.max(top, Math.abs(beyond?.points ?? 0))), 1);
  return 1 + 2 * (most + pair) * Math.max(1, choices.length);
}

/** The free answer without those whose mentors are never free together, or who are beyond a quota; of such a couple, both look again. */
function keepWhatFits({ couples, quotas, together }: CoupledInstance, free: readonly (number | null)[]): (number | null)[] {
  const kept = [...free];
  for (const { parent, household } of couples) {
    const [one, other] = [kept[parent] ?? null, kept[household] ?? null];
    if (one !== null && other !== null && !together(one, other)) kept[parent] = kept[household] = null;
  }
  for (const { mentors, most } of quotas) {
    let taken = 0;
    for (const [need, mentor] of kept.entries()) if (mentor !== null && mentors.includes(mentor) && (taken += 1) > most) kept[need] = null;
  }
  return kept;
}
