/** Simpler ways to match couples whose two mentors must be free together, which a run is measured against. */
import type { Answer } from '../flow/rivals.ts';
import type { CoupledInstance } from './coupled.ts';

/** The pair with the most points first, then the next, as long as there are places and quotas, and whoever leads with them is free together with them. */
export function greedyTogether(coupled: CoupledInstance): Answer {
  const pairs = coupled.instance.choices.flatMap(({ mentors, points }, need) => Array.from(mentors, (mentor, at) => ({ need, mentor, points: points[at] ?? 0 })));
  pairs.sort((one, other) => other.points - one.points || one.need - other.need || one.mentor - other.mentor);
  const taking = new Taking(coupled);
  for (const { need, mentor } of pairs) if (taking.answer[need] === null && taking.fits(need, mentor)) taking.take(need, mentor);
  return taking.answer;
}

/** Whoever comes first takes the best of those who are free, and free together with whoever leads with them. */
export function firstComeTogether(coupled: CoupledInstance): Answer {
  const taking = new Taking(coupled);
  for (const [need, { mentors, points }] of coupled.instance.choices.entries()) {
    let [chosen, most]: [number | null, number] = [null, Number.NEGATIVE_INFINITY];
    for (const [at, mentor] of mentors.entries()) {
      const worth = (points[at] ?? 0) + taking.nextPlace(mentor);
      if (worth > most && taking.fits(need, mentor)) [chosen, most] = [mentor, worth];
    }
    if (chosen !== null) taking.take(need, chosen);
  }
  return taking.answer;
}

/** An answer in the making, and what is still allowed in it. */
class Taking {
  readonly answer: Answer;
  readonly #coupled: CoupledInstance;
  readonly #taken: number[];
  readonly #partners = new Map<number, number[]>();
  readonly #quotas: { readonly mentors: ReadonlySet<number>; left: number }[];

  constructor(coupled: CoupledInstance) {
    this.#coupled = coupled;
    this.answer = coupled.instance.choices.map(() => null);
    this.#taken = coupled.instance.places.map(() => 0);
    this.#quotas = coupled.quotas.map(({ mentors, most }) => ({ mentors: new Set(mentors), left: most }));
    for (const { parent, household } of coupled.couples) for (const [one, other] of [[parent, household], [household, parent]] as const) this.#partners.set(one, [...(this.#partners.get(one) ?? []), other]);
  }

  /** What the next place with that mentor is worth; less than anything where none is free. */
  nextPlace(mentor: number): number {
    return this.#coupled.instance.places[mentor]?.[this.#taken[mentor] ?? 0] ?? Number.NEGATIVE_INFINITY;
  }

  fits(need: number, mentor: number): boolean {
    if (this.nextPlace(mentor) === Number.NEGATIVE_INFINITY || this.#quotas.some(({ mentors, left }) => left <= 0 && mentors.has(mentor))) return false;
    return (this.#partners.get(need) ?? []).every((partner) => {
      const theirs = this.answer[partner] ?? null;
      return theirs === null || this.#coupled.together(mentor, theirs);
    });
  }

  take(need: number, mentor: number): void {
    this.answer[need] = mentor;
    this.#taken[mentor] = (this.#taken[mentor] ?? 0) + 1;
    for (const quota of this.#quotas) if (quota.mentors.has(mentor)) quota.left -= 1;
  }
}
