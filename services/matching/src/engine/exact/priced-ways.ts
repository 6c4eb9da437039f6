import type { Choices } from '../flow/instance.ts';
import type { CoupledInstance } from './coupled.ts';
import type { Group } from './groups.ts';

/** Stands for no mentor among a need's choices. */
export const nobody = -1;

/** What is known of two mentors, once it has been asked. */
const [yes, no] = [1, 2];

/** A tie to an earlier need of the group, and who of the two needs' choices are free together. */
interface Tie {
  readonly first: number;
  readonly known: Uint8Array;
}

/**
 * The best way of each group where mentors cost something, asked again and again at other prices. What it chose before is where
 * it begins: few groups choose anew when prices change a little, and for the others nearly every way is ruled out at once.
 */
export class PricedWays {
  /** Of each need, the place of its mentor among its choices, as last chosen; one past the end stands for somebody who is not listed. */
  readonly chosen: Int32Array;
  readonly #coupled: CoupledInstance;
  readonly #groups: readonly Group[];
  readonly #each: number;
  /** Of each group, the ties of each need. */
  readonly #ties: readonly (readonly (readonly Tie[])[])[];
  /** Of the group in hand: what each choice of each need gains, the most that all needs from each on could gain, and the way in the making. */
  readonly #gains: Float64Array[] = [];
  readonly #rest: number[] = [];
  readonly #at: number[] = [];
  #best = 0;

  /** `each` is what it costs to leave one need out. */
  constructor(coupled: CoupledInstance, groups: readonly Group[], each: number) {
    [this.#coupled, this.#groups, this.#each] = [coupled, groups, each];
    this.chosen = new Int32Array(coupled.instance.choices.length).fill(nobody);
    this.#ties = groups.map(({ needs, ties }) =>
      needs.map((need, place) => ties.filter(([, later]) => later === place).map(([first]) => ({ first, known: new Uint8Array(this.#choices(needs[first]!).mentors.length * this.#choices(need).mentors.length) }))),
    );
  }

  /** The mentor who was chosen for that need; null where it is nobody, or nobody who is listed. */
  mentorOf(need: number): number | null {
    return this.#choices(need).mentors[this.chosen[need]!] ?? null;
  }

  /** What that group's best way is worth, less what its mentors cost. `cheapest` answers the lowest price among so many. */
  best(group: number, prices: ArrayLike<number>, cheapest: (among: readonly number[]) => number): number {
    const { needs } = this.#groups[group]!;
    this.#rest[needs.length] = 0;
    this.#best = 0;
    for (let place = needs.length - 1; place >= 0; place -= 1) {
      const before = this.chosen[needs[place]!]!;
      this.#rest[place] = this.#rest[place + 1]! + this.#price(place, this.#choices(needs[place]!), prices, cheapest);
      this.#best += before === nobody ? -this.#each : this.#gains[place]![before]!;
    }
    this.#from(group, 0, 0);
    return this.#best;
  }

  /** Answers the most that the need at that place could gain. */
  #price(place: number, { mentors, points, beyond }: Choices, prices: ArrayLike<number>, cheapest: (among: readonly number[]) => number): number {
    const count = mentors.length;
    if ((this.#gains[place]?.length ?? 0) <= count) this.#gains[place] = new Float64Array(2 * count + 1);
    const gains = this.#gains[place]!;
    let most = -this.#each;
    for (let at = 0; at < count; at += 1) {
      const gain = points[at]! - prices[mentors[at]!]!; // both lists are as long
      gains[at] = gain;
      if (gain > most) most = gain;
    }
    gains[count] = beyond ? beyond.points - cheapest(beyond.among) : Number.NEGATIVE_INFINITY;
    return Math.max(most, gains[count]!);
  }

  /** Goes through the ways that begin as the one in the making does, and could be better than the best. */
  #from(group: number, place: number, sofar: number): void {
    const { needs } = this.#groups[group]!;
    if (place === needs.length) {
      this.#best = sofar;
      for (const [each, need] of needs.entries()) this.chosen[need] = this.#at[each]!;
      return;
    }
    const [gains, rest, count] = [this.#gains[place]!, this.#rest[place + 1]!, this.#choices(needs[place]!).mentors.length];
    for (let at = nobody; at <= count; at += 1) {
      const gained = sofar + (at === nobody ? -this.#each : gains[at]!);
      if (gained + rest <= this.#best || !this.#fits(group, place, at)) continue;
      this.#at[place] = at;
      this.#from(group, place + 1, gained);
    }
  }

  /** Whether that choice is free together with those before it; who is nobody, or is not listed, is with everybody. */
  #fits(group: number, place: number, at: number): boolean {
    const { needs } = this.#groups[group]!;
    const { mentors } = this.#choices(needs[place]!);
    const mentor = mentors[at];
    return this.#ties[group]![place]!.every(({ first, known }) => {
      const other = this.#choices(needs[first]!).mentors[this.#at[first]!];
      if (mentor === undefined || other === undefined) return true;
      const pair = this.#at[first]! * mentors.length + at;
      return (known[pair] ||= this.#coupled.together(other, mentor) ? yes : no) === yes;
    });
  }

  #choices(need: number): Choices {
    return this.#coupled.instance.choices[need]!; // a need of that very instance
  }
}
