import { certify } from '../flow/certificate.ts';
import type { Instance } from '../flow/instance.ts';
import { worthOf } from '../flow/rivals.ts';
import { solve, type Solution } from '../flow/solve.ts';
import { LinearProgram } from './linear-program.ts';

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
  /** Whether these two mentors, counted as in the instance, have an hour of the week together. */
  readonly together: (one: number, other: number) => boolean;
}

export interface CoupledSolution {
  readonly mentorOf: readonly (number | null)[];
  readonly served: number;
  readonly points: number;
  /** No answer serves more needs than this. */
  readonly servedAtMost: number;
  /** Whether it is a best answer. */
  readonly proven: boolean;
  /** How far below the proven bound, as a share of it: 0 when it is a best answer. */
  readonly gap: number;
  /** Whether time was up before the search came to its end. */
  readonly cutShort: boolean;
  /** The couples that the assignment without coupling serves on both sides, and this one does not, with the two mentors whom that would have meant. */
  readonly apart: readonly (Couple & { readonly mentors: readonly [parents: number, households: number] })[];
}

/** So many couples are solved exactly in one program, as long as it has no more pairs than this; larger ones are decomposed. */
export const exactCouples = 300;
const mostPairs = 60_000;

/** What is left of the best answer without coupling when those let go whose mentors are never free together: an answer that holds, at once. */
export function keepTogether(coupled: CoupledInstance, free: Solution): CoupledSolution {
  const each = valueOfOne(coupled.instance);
  return judged(coupled, keepWhatFits(coupled, free.mentorOf), free, boundOf(free, each), free.cutShort);
}

/**
 * As many needs served as possible, then as many points, with the mentors of every couple free together and no quota
 * exceeded. Up to 300 couples HiGHS solves it whole. Above, the flow's best answer without coupling is a proven bound:
 * what of it fits is kept, and what does not is solved anew, 300 couples at a time, with the places that are left. When the
 * `seconds` are over, the best found so far is the answer.
 */
export async function solveCoupled(coupled: CoupledInstance, { seconds = 60, free = solve(coupled.instance) }: { readonly seconds?: number; readonly free?: Solution } = {}): Promise<CoupledSolution> {
  const { instance, couples } = coupled;
  const until = performance.now() + 1_000 * seconds;
  const secondsLeft = (): number => (until - performance.now()) / 1_000;
  const each = valueOfOne(instance);
  const kept = keepTogether(coupled, free);
  if (kept.proven) return kept;
  let { mentorOf } = kept;
  let bound = boundOf(free, each);
  let cutShort = free.cutShort || secondsLeft() <= 0;
  const all = [...instance.choices.keys()];
  if (couples.length <= exactCouples && all.length <= 4 * exactCouples && pairsOf(instance, all) <= mostPairs) {
    if (!cutShort) {
      const whole = await solveBlock(coupled, all, all.map(() => null), each, secondsLeft());
      bound = Math.min(bound, whole.bound);
      cutShort = !whole.finished;
      if (valueOf(instance, whole.mentorOf, each) > valueOf(instance, mentorOf, each)) ({ mentorOf } = whole);
    }
  } else {
    const open = all.filter((need) => mentorOf[need] === null && instance.choices[need]!.mentors.length > 0); // a need of that very list
    for (const block of blocks(open, couples, instance)) {
      cutShort ||= secondsLeft() <= 0;
      if (cutShort) break;
      const solved = await solveBlock(coupled, block, mentorOf, each, secondsLeft());
      ({ mentorOf } = solved);
      cutShort = !solved.finished;
    }
  }
  return judged(coupled, mentorOf, free, bound, cutShort);
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
  return { mentorOf, served, points, servedAtMost: proven ? served : Math.floor((bound + each / 2) / each), proven, gap: proven || bound <= 0 ? 0 : short / bound, cutShort, apart };
}

const valueOf = (instance: Instance, mentorOf: readonly (number | null)[], each: number): number => {
  const { served, points } = worthOf(instance, mentorOf);
  return each * served + points;
};

/** What no answer exceeds: the flow's own best, as far as its prices prove it. */
const boundOf = ({ certificate: { served, points, moreServed, morePoints } }: Solution, each: number): number => each * (served + moreServed) + (moreServed > 0 ? (each - 1) / 2 : points + (morePoints ?? 0));

const pairsOf = ({ choices }: Instance, needs: readonly number[]): number => needs.reduce((sum, need) => sum + (choices[need]?.mentors.length ?? 0), 0);

/** Outweighs all points that could be gained by leaving one need out. */
function valueOfOne({ places, choices }: Instance): number {
  const most = Math.max(1, ...places.map((worths) => Math.abs(worths[0] ?? 0)));
  const pair = choices.reduce((top, { points }) => points.reduce((max, each) => Math.max(max, Math.abs(each)), top), 1);
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

/** The needs in blocks that leave no couple apart, each of at most about twice as many needs as couples are solved exactly. */
function* blocks(open: readonly number[], couples: readonly Couple[], instance: Instance): Generator<number[]> {
  const partners = new Map<number, number[]>();
  for (const { parent, household } of couples) for (const [one, other] of [[parent, household], [household, parent]] as const) partners.set(one, [...(partners.get(one) ?? []), other]);
  const left = new Set(open);
  let block: number[] = [];
  for (const need of open) {
    const tied = left.delete(need) ? [need] : [];
    for (const one of tied) for (const partner of partners.get(one) ?? []) if (left.delete(partner)) tied.push(partner);
    block.push(...tied);
    if (block.length < 2 * exactCouples && pairsOf(instance, block) < mostPairs) continue;
    yield block;
    block = [];
  }
  if (block.length > 0) yield block;
}

/** Solves these needs exactly with the places that the others, who stay as they are, leave. */
async function solveBlock({ instance, couples, quotas, together }: CoupledInstance, block: readonly number[], before: readonly (number | null)[], each: number, seconds: number): Promise<{ mentorOf: (number | null)[]; bound: number; finished: boolean }> {
  const { places, choices } = instance;
  const mentorOf = [...before];
  for (const need of block) mentorOf[need] = null;
  const taken = places.map(() => 0);
  for (const mentor of mentorOf) if (mentor !== null) taken[mentor] = (taken[mentor] ?? 0) + 1;
  const program = new LinearProgram();
  const flows = places.map(() => program.row(0, 0));
  const limits = quotas.map(({ mentors, most }) => ({ mentors: new Set(mentors), row: program.row(0, most - mentors.reduce((sum, mentor) => sum + (taken[mentor] ?? 0), 0)) }));
  const within = new Set(block);
  const fits = (need: number, mentor: number): boolean =>
    couples.every(({ parent, household }) => {
      const partner = need === parent ? household : need === household ? parent : null;
      const theirs = partner === null || within.has(partner) ? null : (mentorOf[partner] ?? null);
      return theirs === null || together(mentor, theirs);
    });
  const rowsOf = new Map<string, number[]>();
  const addRow = (need: number, mentor: number, row: number): unknown => rowsOf.set(`${need} ${mentor}`, [...(rowsOf.get(`${need} ${mentor}`) ?? []), row]);
  for (const couple of couples) {
    if (!within.has(couple.parent) || !within.has(couple.household)) continue;
    for (const { ones, others } of conflicts(couple, choices, together)) {
      const row = program.row(0, 1);
      for (const mentor of ones) addRow(couple.parent, mentor, row);
      for (const mentor of others) addRow(couple.household, mentor, row);
    }
  }
  const columns: { need: number; mentor: number; column: number }[] = [];
  for (const need of block) {
    const once = program.row(0, 1);
    const { mentors, points } = choices[need]!; // a need of that instance
    for (const [at, mentor] of mentors.entries()) {
      const rows = [once, flows[mentor]!, ...limits.filter((limit) => limit.mentors.has(mentor)).map(({ row }) => row), ...(rowsOf.get(`${need} ${mentor}`) ?? [])];
      columns.push({ need, mentor, column: program.column(each + points[at]!, fits(need, mentor) ? 1 : 0, rows.map((row) => [row, 1] as const)) });
    }
  }
  for (const [mentor, worths] of places.entries()) for (const worth of worths.slice(taken[mentor])) program.column(worth, 1, [[flows[mentor]!, -1]]);
  const { values, bound, finished } = await program.solve({ whole: true, seconds });
  for (const { need, mentor, column } of columns) if ((values?.[column] ?? 0) > 0.5) mentorOf[need] = mentor;
  return { mentorOf, bound, finished };
}

/** Rows of which one choice at most may be taken: parents' mentors who are free at the same hours, and the households' mentors who are free with none of them. */
function conflicts({ parent, household }: Couple, choices: Instance['choices'], together: CoupledInstance['together']): { ones: number[]; others: number[] }[] {
  const groups = new Map<string, { ones: number[]; others: number[] }>();
  for (const mentor of choices[parent]?.mentors ?? []) {
    const others = [...(choices[household]?.mentors ?? [])].filter((other) => !together(mentor, other));
    if (others.length === 0) continue;
    const key = others.join();
    const group = groups.get(key) ?? { ones: [], others };
    group.ones.push(mentor);
    groups.set(key, group);
  }
  return [...groups.values()];
}
