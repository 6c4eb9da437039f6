import { checkPlaces, choicesCheck, leftOut, mostNeeds, mostPoints, type Choices, type Instance } from './instance.ts';

/** Stands for no mentor and no need. */
export const nobody = -1;

/**
 * Who holds which mentor, and what mentors cost. Everything is kept in flat lists of numbers, since the searches do little else
 * than read them: what need `n` may choose stands from `start[n]` up to `start[n + 1]`, the most points first, so that a search
 * stops where not even the cheapest mentor would do.
 */
export class Standing {
  /** What a place with each mentor costs in points: 0 or less where places are free, high where many want one. */
  readonly prices: Float64Array;
  /** The needs that each mentor has taken. Which of the places a need holds does not matter, only how many are held. */
  readonly held: readonly number[][];
  /** What the next place of each mentor is worth; less than anything when none is free. */
  readonly nextPlace: Float64Array;
  /** For each need its mentor or `nobody`, and what that mentor is worth to it. */
  readonly mentorOf: number[] = [];
  readonly pointsOf: number[] = [];
  readonly start: number[] = [0];
  mentors = new Int32Array(1_024);
  points = new Int32Array(1_024);
  readonly #places: Instance['places'];
  readonly #choices: Choices[] = [];
  readonly #check: (choices: Choices) => void;
  /** For each worth from the least to the most: where the next choice of that worth goes. All 0 between two needs. */
  readonly #next = new Int32Array(2 * mostPoints + 1);

  /** Throws a `RangeError` for places that make no sense. */
  constructor(places: Instance['places']) {
    checkPlaces(places);
    this.#places = places;
    this.held = places.map(() => []);
    this.prices = Float64Array.from(places, (worths) => -(worths[0] ?? 0));
    this.nextPlace = Float64Array.from(places, (worths) => worths[0] ?? Number.NEGATIVE_INFINITY);
    this.#check = choicesCheck(places.length);
  }

  /** Everything that was asked, to check the answer by. */
  get instance(): Instance {
    return { places: this.#places, choices: this.#choices };
  }

  /** One more need, without a mentor yet. Answers its number. Throws a `RangeError` for choices that make no sense. */
  enter(choices: Choices): number {
    this.#check(choices);
    if (this.mentorOf.length >= mostNeeds) throw new RangeError(`More than ${mostNeeds} needs.`);
    const from = this.start.at(-1)!; // it begins with one
    const end = from + choices.mentors.length;
    if (end > this.mentors.length) this.#grow(end);
    this.#copyDearestFirst(choices, from);
    this.start.push(end);
    this.#choices.push(choices);
    this.pointsOf.push(0);
    return this.mentorOf.push(nobody) - 1;
  }

  /** The least that any mentor costs. */
  get cheapest(): number {
    let least = Number.POSITIVE_INFINITY;
    for (const price of this.prices) if (price < least) least = price;
    return least;
  }

  /** What its best choice brings a need at these prices; what it brings to be left out, where no choice brings more. */
  bestGain(need: number): number {
    const { mentors, points, prices } = this;
    let gain = -leftOut;
    for (let at = this.start[need]!, end = this.start[need + 1]!; at < end; at += 1) gain = Math.max(gain, points[at]! - prices[mentors[at]!]!); // within the lists, here and in the searches
    return gain;
  }

  /** The next free place with that mentor is free no longer. */
  take(mentor: number): void {
    this.nextPlace[mentor] = this.#places[mentor]?.[this.held[mentor]!.length + 1] ?? Number.NEGATIVE_INFINITY;
  }

  hold(mentor: number, need: number, points: number): void {
    this.held[mentor]!.push(need);
    this.mentorOf[need] = mentor;
    this.pointsOf[need] = points;
  }

  release(mentor: number, need: number): void {
    const held = this.held[mentor]!;
    held[held.indexOf(need)] = held[held.length - 1]!;
    held.pop();
    this.mentorOf[need] = nobody;
  }

  /** Copies them to that place, sorted by counting, from the most points to the least, and of equal ones from the first to the last. */
  #copyDearestFirst(choices: Choices, from: number): void {
    const next = this.#next;
    const { mentors, points } = this;
    const count = choices.points.length;
    let [least, most] = [mostPoints, -mostPoints];
    for (let at = 0; at < count; at += 1) {
      const worth = choices.points[at]!; // both lists are as long, here and below
      next[worth + mostPoints]! += 1;
      if (worth < least) least = worth;
      if (worth > most) most = worth;
    }
    let place = from;
    for (let worth = most; worth >= least; worth -= 1) {
      const many = next[worth + mostPoints]!;
      next[worth + mostPoints] = place;
      place += many;
    }
    for (let at = 0; at < count; at += 1) {
      const worth = choices.points[at]!;
      const to = next[worth + mostPoints]!;
      next[worth + mostPoints] = to + 1;
      mentors[to] = choices.mentors[at]!;
      points[to] = worth;
    }
    next.fill(0, least + mostPoints, most + mostPoints + 1);
  }

  #grow(atLeast: number): void {
    const size = Math.max(atLeast, 2 * this.mentors.length);
    const [mentors, points] = [new Int32Array(size), new Int32Array(size)];
    mentors.set(this.mentors);
    points.set(this.points);
    [this.mentors, this.points] = [mentors, points];
  }
}
