import { Heap } from './heap.ts';
import { checkPlaces, choicesCheck, leftOut, mostNeeds, type Choices, type Instance } from './instance.ts';

const nobody = -1;

/**
 * Gives as many needs as possible a mentor, and among all ways to do so holds one with the most points. Needs arrive
 * one by one, and after each arrival the assignment is the best there is: the newcomer takes the shortest augmenting
 * path, on which others move over, or are left out, where that is worth more in all. Prices of mentors (the duals) keep
 * every step of a path at a length of 0 or more, so Dijkstra finds it; they are the certificate too, see `certify`.
 */
export class Assignment {
  /** What a place with each mentor costs in points: 0 or less where places are free, high where many want one. */
  readonly prices: Float64Array;
  readonly #instance: { readonly places: Instance['places']; readonly choices: Choices[] };
  /** The needs that each mentor has taken. Which of the places a need holds does not matter, only how many are held. */
  readonly #held: number[][];
  readonly #mentorOf: number[] = [];
  readonly #pointsOf: number[] = [];
  readonly #heap = new Heap();
  readonly #distance: Float64Array;
  readonly #seenIn: Int32Array;
  readonly #bringer: Int32Array;
  readonly #bringerPoints: Int32Array;
  readonly #check: (choices: Choices) => void;
  /** What the next place of each mentor is worth; less than anything when none is free. */
  readonly #nextPlace: Float64Array;
  #search = 0;
  #shortest = 0;
  #end = { mentor: nobody, displaced: nobody };

  /** Throws a `RangeError` for places that make no sense. */
  constructor(places: Instance['places']) {
    checkPlaces(places);
    this.#instance = { places, choices: [] };
    this.#held = places.map(() => []);
    this.prices = Float64Array.from(places, (worths) => -(worths[0] ?? 0));
    this.#nextPlace = Float64Array.from(places, (worths) => worths[0] ?? Number.NEGATIVE_INFINITY);
    this.#distance = new Float64Array(places.length);
    this.#seenIn = new Int32Array(places.length);
    this.#bringer = new Int32Array(places.length);
    this.#bringerPoints = new Int32Array(places.length);
    this.#check = choicesCheck(places.length);
  }

  /** Everything that was asked, to check the answer by. */
  get instance(): Instance {
    return this.#instance;
  }

  /** For each need its mentor, or null. */
  get mentorOf(): readonly (number | null)[] {
    return this.#mentorOf.map((mentor) => (mentor === nobody ? null : mentor));
  }

  /** One more need comes in and everybody stands best again. Answers its number. Throws a `RangeError` for choices that make no sense. */
  arrive(choices: Choices): number {
    const need = this.#enter(choices);
    this.#bring(need);
    return need;
  }

  /** One more need takes the best free place there is, and nobody moves for it: for when time is up. */
  arriveInHaste(choices: Choices): number {
    const need = this.#enter(choices);
    let most = Number.NEGATIVE_INFINITY;
    for (const [at, mentor] of choices.mentors.entries()) {
      const worth = choices.points[at]! + this.#nextPlace[mentor]!;
      if (worth <= most) continue;
      most = worth;
      this.#mentorOf[need] = mentor;
      this.#pointsOf[need] = choices.points[at]!;
    }
    const mentor = this.#mentorOf[need]!;
    if (mentor === nobody) return need;
    this.#take(mentor);
    this.#held[mentor]!.push(need);
    return need;
  }

  #enter(choices: Choices): number {
    this.#check(choices);
    if (this.#mentorOf.length >= mostNeeds) throw new RangeError(`More than ${mostNeeds} needs.`);
    this.#instance.choices.push(choices);
    this.#pointsOf.push(0);
    return this.#mentorOf.push(nobody) - 1;
  }

  /** The shortest way for the newcomer: to a free place, or to whoever is left out for it (themself perhaps). */
  #bring(newcomer: number): void {
    this.#search += 1;
    this.#heap.clear();
    const { mentors, points } = this.#choices(newcomer);
    let gain = -leftOut;
    for (let at = 0; at < mentors.length; at += 1) gain = Math.max(gain, points[at]! - this.prices[mentors[at]!]!); // both lists are as long
    this.#shortest = gain + leftOut;
    this.#end = { mentor: nobody, displaced: newcomer };
    const settled: number[] = [];
    this.#reach(newcomer, gain);
    for (let mentor = this.#heap.pop(); mentor !== nobody && this.#heap.key < this.#shortest; mentor = this.#heap.pop()) {
      const { key } = this.#heap;
      if (key > this.#distance[mentor]!) continue; // reached on a shorter way since
      settled.push(mentor);
      // every mentor of a heap entry is one of ours
      for (const need of this.#held[mentor]!) {
        const before = key + this.#pointsOf[need]! - this.prices[mentor]!;
        if (before + leftOut < this.#shortest) {
          this.#shortest = before + leftOut;
          this.#end = { mentor, displaced: need };
        }
        this.#reach(need, before);
      }
    }
    for (const mentor of settled) this.prices[mentor] = this.prices[mentor]! + Math.max(0, this.#shortest - this.#distance[mentor]!);
    if (this.#end.mentor !== nobody) this.#move(newcomer, this.#end.mentor, this.#end.displaced);
  }

  /** Offers every mentor whom that need could go to a way over it. The shortest way to a free place is known as soon as one is seen, and nothing longer is looked at. */
  #reach(need: number, before: number): void {
    const { mentors, points } = this.#choices(need);
    const [distance, seenIn, prices, nextPlace, search] = [this.#distance, this.#seenIn, this.prices, this.#nextPlace, this.#search];
    for (let at = 0; at < mentors.length; at += 1) {
      const mentor = mentors[at]!;
      const way = before - points[at]! + prices[mentor]!;
      if (way >= this.#shortest || (seenIn[mentor] === search && way >= distance[mentor]!)) continue;
      seenIn[mentor] = search;
      distance[mentor] = way;
      this.#bringer[mentor] = need;
      this.#bringerPoints[mentor] = points[at]!;
      const whole = before - points[at]! - nextPlace[mentor]!;
      if (whole < this.#shortest) {
        this.#shortest = whole;
        this.#end = { mentor, displaced: nobody };
      }
      this.#heap.push(way, mentor);
    }
  }

  /** Walks the way back: each need on it moves over, and the last place is a free one or that of whoever is left out. */
  #move(newcomer: number, last: number, displaced: number): void {
    if (displaced === nobody) this.#take(last);
    else {
      this.#mentorOf[displaced] = nobody;
      this.#release(last, displaced);
    }
    for (let mentor = last; mentor !== nobody; ) {
      const need = this.#bringer[mentor]!;
      const before = need === newcomer ? nobody : this.#mentorOf[need]!;
      if (before !== nobody) this.#release(before, need);
      this.#held[mentor]!.push(need);
      this.#mentorOf[need] = mentor;
      this.#pointsOf[need] = this.#bringerPoints[mentor]!;
      mentor = before;
    }
  }

  #take(mentor: number): void {
    this.#nextPlace[mentor] = this.#instance.places[mentor]?.[this.#held[mentor]!.length + 1] ?? Number.NEGATIVE_INFINITY;
  }

  #release(mentor: number, need: number): void {
    const held = this.#held[mentor]!;
    held[held.indexOf(need)] = held[held.length - 1]!;
    held.pop();
  }

  #choices(need: number): Choices {
    return this.#instance.choices[need]!; // needs are numbered as they came in
  }
}
