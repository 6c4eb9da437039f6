import { leftOut } from '../flow/instance.ts';
import type { CoupledInstance } from './coupled.ts';
import type { Group } from './groups.ts';
import { PricedWays } from './priced-ways.ts';

/** So often prices are changed. */
const rounds = 100;

/** How much dearer a mentor gets for each need too many, as a share of the most points of one need: at first, and at last. */
const [firstStep, lastStep] = [1 / 50, 1 / 1_000];

/** How much of a change is that of the round before, so that prices do not swing. */
const inertia = 0.7;

/** Prices are whole parts of a point, so many of them, and sums are exact. */
const parts = 16;

export interface Priced {
  /** What no answer exceeds. */
  readonly bound: number;
  /** An answer that holds: of the ways that groups choose at the prices that prove the bound, those for which there are places. */
  readonly mentorOf: readonly (number | null)[];
  /** Whether time was up before all rounds were over. */
  readonly cutShort: boolean;
}

/**
 * Prices mentors until few want what cannot be had. At any prices, each group takes the way that is best for it, with mentors
 * who are free together, each mentor opens the places that pay, and no answer is worth more than all that together: that is the
 * bound. Who is wanted by too many gets dearer, and the least bound counts. Quotas are not looked at for it, as no answer gets better by
 * them. `flowPrices`, with which it begins, prove as much as the flow does; `each` is what serving one need is worth.
 */
export function priceTogether(coupled: CoupledInstance, groups: readonly Group[], { flowPrices, each, timeIsUp = () => false }: { readonly flowPrices: ArrayLike<number>; readonly each: number; readonly timeIsUp?: () => boolean }): Priced {
  const { places, choices } = coupled.instance;
  const market = new Market(coupled, groups, flowPrices, each);
  let [bound, chosen, cutShort]: [number, Priced['mentorOf'], boolean] = [Number.POSITIVE_INFINITY, choices.map(() => null), false];
  const isExact = 4 * parts * each * (choices.length + places.length) < Number.MAX_SAFE_INTEGER;
  for (let round = 0; isExact && round < rounds && !cutShort; round += 1) {
    const worth = market.worth();
    if (worth < bound) [bound, chosen] = [worth, market.chosen];
    market.changePrices(firstStep * (lastStep / firstStep) ** (round / rounds));
    cutShort = timeIsUp();
  }
  return { bound: each * choices.length + Math.floor(bound), mentorOf: whatFits(coupled, chosen), cutShort }; // answers are worth whole points
}

class Market {
  readonly #coupled: CoupledInstance;
  readonly #groups: readonly Group[];
  readonly #ways: PricedWays;
  readonly #prices: Float64Array;
  readonly #changes: Float64Array;
  readonly #mostPoints: number;

  constructor(coupled: CoupledInstance, groups: readonly Group[], flowPrices: ArrayLike<number>, each: number) {
    const { places, choices } = coupled.instance;
    [this.#coupled, this.#groups, this.#ways] = [coupled, groups, new PricedWays(coupled, groups, each)];
    const inPoints = (price: number): number => price + Math.round(price / leftOut) * (each - leftOut); // a need that is left out costs less here than it does the flow
    this.#prices = Float64Array.from(places, (worths, mentor) => (worths.length > 0 ? inPoints(flowPrices[mentor]!) : 2 * each)); // dearer than anybody can be worth
    this.#changes = new Float64Array(places.length);
    this.#mostPoints = each / (2 * Math.max(1, choices.length));
  }

  /** Whom each need has at these prices. */
  get chosen(): (number | null)[] {
    return Array.from(this.#coupled.instance.choices, (_, need) => this.#ways.mentorOf(need));
  }

  /** What all ways and places are worth at these prices; of a need that is left out, what that costs. */
  worth(): number {
    const { places } = this.#coupled.instance;
    const prices = this.#prices;
    const cheapest = cheapestOf(places, prices);
    let worth = 0;
    for (const group of this.#groups.keys()) worth += this.#ways.best(group, prices, cheapest);
    for (const [mentor, worths] of places.entries()) for (const place of worths) worth += Math.max(0, place + prices[mentor]!);
    return worth;
  }

  /** Who has more needs than places that pay gets dearer, and who has fewer cheaper. */
  changePrices(step: number): void {
    const { places, choices } = this.#coupled.instance;
    const tooMany = places.map((worths, mentor) => -worths.filter((place) => place + this.#prices[mentor]! > 0).length);
    for (const need of choices.keys()) {
      const mentor = this.#ways.mentorOf(need);
      if (mentor !== null) tooMany[mentor]! += 1;
    }
    for (const [mentor, { length }] of places.entries()) {
      if (length === 0) continue;
      this.#changes[mentor] = inertia * this.#changes[mentor]! + (1 - inertia) * tooMany[mentor]!;
      this.#prices[mentor] = Math.round(parts * (this.#prices[mentor]! + step * this.#mostPoints * this.#changes[mentor]!)) / parts;
    }
  }
}

/** The lowest price among mentors who have places; each list is gone through once. */
function cheapestOf(places: CoupledInstance['instance']['places'], prices: Float64Array): (among: readonly number[]) => number {
  const known = new Map<readonly number[], number>();
  return (among) => {
    let least = known.get(among);
    if (least === undefined) {
      least = among.reduce((lowest, mentor) => (places[mentor]!.length > 0 ? Math.min(lowest, prices[mentor]!) : lowest), Number.POSITIVE_INFINITY);
      known.set(among, least);
    }
    return least;
  };
}

/** Of those who were chosen, one after the other, whom places and quotas allow. */
function whatFits({ instance: { places }, quotas }: CoupledInstance, chosen: Priced['mentorOf']): (number | null)[] {
  const left = places.map(({ length }) => length);
  const within = quotas.map(({ mentors, most }) => ({ mentors: new Set(mentors), left: most }));
  return chosen.map((mentor) => {
    if (mentor === null) return null;
    const its = within.filter(({ mentors }) => mentors.has(mentor));
    if (left[mentor]! <= 0 || its.some((quota) => quota.left <= 0)) return null;
    left[mentor]! -= 1;
    for (const quota of its) quota.left -= 1;
    return mentor;
  });
}
