import { certify } from '../flow/certificate.ts';
import type { Instance } from '../flow/instance.ts';
import { worthOf } from '../flow/rivals.ts';
import { solve } from '../flow/solve.ts';
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
  /** How far below the proven bound, as a share of it: 0 when it is a best answer. */
  readonly gap: number;
  /** The couples that the assignment without coupling serves on both sides, and this one does not, with the two mentors whom that would have meant. */
  readonly apart: readonly (Couple & { readonly mentors: readonly [parents: number, households: number] })[];
}

/** So many couples are solved exactly in one program; more are decomposed. */
export const exactCouples = 300;

/**
 * As many needs served as possible, then as many points, with the mentors of every couple free together and no quota
 * exceeded. Up to 300 couples HiGHS solves it whole. Above, the flow's best answer without coupling is a proven bound:
 * what of it fits is kept, and what does not is solved anew, 300 couples at a time, with the places that are left.
 */
export async function solveCoupled(coupled: CoupledInstance, { seconds = 60 } = {}): Promise<CoupledSolution> {
  const { instance, couples } = coupled;
  const each = valueOfOne(instance);
  const free = solve(instance);
  let bound = each * free.certificate.served + free.certificate.points;
  let mentorOf: (number | null)[];
  if (couples.length <= exactCouples) {
    const whole = await solveBlock(coupled, [...instance.choices.keys()], instance.choices.map(() => null), each, seconds);
    mentorOf = whole.mentorOf;
    bound = Math.min(bound, whole.bound);
  } else {
    mentorOf = keepWhatFits(coupled, free.mentorOf);
    const open = [...instance.choices.keys()].filter((need) => mentorOf[need] === null && instance.choices[need]!.mentors.length > 0); // a need of that very list
    for (const block of blocks(open, couples)) mentorOf = (await solveBlock(coupled, block, mentorOf, each, seconds)).mentorOf;
  }
  const { served, points } = worthOf(instance, mentorOf);
  certify(instance, mentorOf, free.prices); // throws where a place or a pair is not allowed
  const value = each * served + points;
  const apart = couples.flatMap((couple) => {
    const [one, other] = [free.mentorOf[couple.parent] ?? null, free.mentorOf[couple.household] ?? null];
    const servedNow = (mentorOf[couple.parent] ?? null) !== null && (mentorOf[couple.household] ?? null) !== null;
    return one === null || other === null || servedNow ? [] : [{ ...couple, mentors: [one, other] as const }];
  });
  return { mentorOf, served, points, servedAtMost: Math.floor((bound + each / 2) / each), gap: bound > 0 ? Math.max(0, bound - value) / bound : 0, apart };
}

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

/** The needs in blocks that leave no couple apart, each of at most twice as many needs as couples are solved exactly. */
function* blocks(open: readonly number[], couples: readonly Couple[]): Generator<number[]> {
  const partners = new Map(couples.flatMap(({ parent, household }) => [[parent, household] as const, [household, parent] as const]));
  const left = new Set(open);
  let block: number[] = [];
  for (const need of open) {
    if (!left.delete(need)) continue;
    const partner = partners.get(need);
    block.push(need);
    if (partner !== undefined && left.delete(partner)) block.push(partner);
    if (block.length < 2 * exactCouples) continue;
    yield block;
    block = [];
  }
  if (block.length > 0) yield block;
}

/** Solves these needs exactly with the places that the others, who stay as they are, leave. */
async function solveBlock({ instance, couples, quotas, together }: CoupledInstance, block: readonly number[], before: readonly (number | null)[], each: number, seconds: number): Promise<{ mentorOf: (number | null)[]; bound: number }> {
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
  const { values, bound } = await program.solve({ whole: true, seconds });
  for (const { need, mentor, column } of columns) if ((values?.[column] ?? 0) > 0.5) mentorOf[need] = mentor;
  return { mentorOf, bound };
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
