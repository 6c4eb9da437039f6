import { Heap } from './heap.ts';
import { leftOut } from './instance.ts';
import { nobody, type Standing } from './standing.ts';

/**
 * The ways on which a need without a mentor comes to a place: it takes another's mentor, that one takes a third's, and so on, until
 * one finds a free place or is left out. A way is as long as the points that are lost on it. Prices keep every step at a
 * length of 0 or more, so Dijkstra finds the shortest.
 */
export class Ways {
  readonly #standing: Standing;
  readonly #heap = new Heap();
  readonly #distance: Float64Array;
  readonly #seenIn: Int32Array;
  /** The need that brings the way to each mentor, and what the mentor is worth to it. */
  readonly #bringer: Int32Array;
  readonly #bringerPoints: Int32Array;
  #search = 0;
  #shortest = 0;
  #cheapest = 0;
  #end = { mentor: nobody, displaced: nobody };
  /** The mentors to whom the search for one way has been. */
  readonly #been: number[] = [];
  readonly #stack: number[] = [];
  readonly #cursor: number[] = [];
  readonly #gain: number[] = [];

  constructor(standing: Standing) {
    this.#standing = standing;
    const count = standing.prices.length;
    this.#distance = new Float64Array(count);
    this.#seenIn = new Int32Array(count);
    this.#bringer = new Int32Array(count);
    this.#bringerPoints = new Int32Array(count);
  }

  /** Brings the newcomer in on the shortest way there is, and everybody stands best again. */
  bring(newcomer: number): void {
    this.look([newcomer]);
    this.#measure([newcomer]);
    this.#walk(newcomer);
  }

  /** Looks what the best choice of each of these brings it at the prices of now: before `bringMany`, and once, since it knows what it changes. */
  look(newcomers: readonly number[]): void {
    for (const need of newcomers) this.#gain[need] = this.#standing.bestGain(need);
  }

  /**
   * Brings in as many of these as can come in on ways of the same, shortest length. Answers who still waits, for whom every way
   * is longer: a search serves hundreds, where `bring` would search for each.
   */
  bringMany(waiting: readonly number[]): number[] {
    this.#measure(waiting);
    this.#search += 1;
    this.#cheapest = this.#standing.cheapest;
    for (const need of waiting) this.#gain[need] = this.#gain[need]! - this.#shortest; // so much every best choice has become dearer
    return waiting.filter((need) => !this.#bringAtOnce(need));
  }

  /**
   * Where it is all the same in points, whoever came first is served: those of these who are left out take the place of somebody
   * later, and that one of somebody later still, who is looked at in turn. They come in their order: where one found no later need, no later one will.
   */
  preferEarlier(needs: readonly number[]): void {
    const { mentorOf } = this.#standing;
    this.#search += 1;
    this.#cheapest = this.#standing.cheapest;
    for (const need of needs) {
      if (mentorOf[need] !== nobody) continue;
      this.look([need]);
      if (this.#gain[need] === -leftOut) this.#bringAtOnce(need, need);
    }
  }

  /** Finds the shortest way from any of these, and raises prices by as much as makes it one of no length. */
  #measure(newcomers: readonly number[]): void {
    const { held, prices, pointsOf } = this.#standing;
    this.#search += 1;
    this.#cheapest = this.#standing.cheapest;
    this.#heap.clear();
    this.#shortest = Number.POSITIVE_INFINITY;
    this.#end = { mentor: nobody, displaced: nobody };
    for (const need of newcomers) this.#shortest = Math.min(this.#shortest, this.#gain[need]! + leftOut);
    for (const need of newcomers) this.#reach(need, this.#gain[need]!);
    const settled: number[] = [];
    for (let mentor = this.#heap.pop(); mentor !== nobody && this.#heap.key < this.#shortest; mentor = this.#heap.pop()) {
      const { key } = this.#heap;
      if (key > this.#distance[mentor]!) continue; // reached on a shorter way since
      settled.push(mentor);
      for (const need of held[mentor]!) {
        const before = key + pointsOf[need]! - prices[mentor]!;
        if (before + leftOut < this.#shortest) {
          this.#shortest = before + leftOut;
          this.#end = { mentor, displaced: need };
        }
        this.#reach(need, before);
      }
    }
    for (const mentor of settled) prices[mentor] = prices[mentor]! + Math.max(0, this.#shortest - this.#distance[mentor]!);
  }

  /** Offers every mentor whom that need could go to a way over it. The shortest way to a free place is known as soon as one is seen, and nothing longer is looked at. */
  #reach(need: number, before: number): void {
    const { mentors, points, prices, nextPlace, start } = this.#standing;
    const [distance, seenIn, search, cheapest] = [this.#distance, this.#seenIn, this.#search, this.#cheapest];
    for (let at = start[need]!, end = start[need + 1]!; at < end && before - points[at]! + cheapest < this.#shortest; at += 1) {
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

  /**
   * Looks for a way of no length, depth first, that leaves out nobody up to `spared`, and walks it. Answers whether there was one.
   * Where there is none, nobody whom it has been to leads anywhere, for the rest of this search: no way that others walk meanwhile
   * comes there. Where there is one, others may have to pass by the same mentors again.
   */
  #bringAtOnce(newcomer: number, spared = nobody): boolean {
    const { mentors, points, prices, start, held, pointsOf } = this.#standing;
    const [stack, cursor, gain, seenIn, search, cheapest] = [this.#stack, this.#cursor, this.#gain, this.#seenIn, this.#search, this.#cheapest];
    const been = this.#been;
    let [size, count] = [0, 0];
    if (this.#endsAt(newcomer, spared)) return this.#walk(newcomer);
    stack[size++] = newcomer;
    while (size > 0) {
      const need = stack[size - 1]!;
      const best = gain[need]!;
      const end = start[need + 1]!;
      const least = best + cheapest;
      let at = cursor[need]!;
      while (at < end && points[at]! >= least && (points[at]! - prices[mentors[at]!]! !== best || seenIn[mentors[at]!] === search)) at += 1;
      cursor[need] = at + 1;
      if (at >= end || points[at]! < least) {
        size -= 1;
        continue;
      }
      const mentor = mentors[at]!;
      seenIn[mentor] = search;
      been[count++] = mentor;
      this.#bringer[mentor] = need;
      this.#bringerPoints[mentor] = points[at]!;
      for (const holder of held[mentor]!) {
        gain[holder] = pointsOf[holder]! - prices[mentor]!;
        if (this.#endsAt(holder, spared)) {
          for (let index = 0; index < count; index += 1) seenIn[been[index]!] = 0;
          return this.#walk(newcomer);
        }
        if (cursor[holder]! < start[holder + 1]!) stack[size++] = holder;
      }
    }
    return false;
  }

  /** Whether the way may end here: it is all the same to the need to be left out, or to take a free place. If not, `cursor` is at the first choice by which it may go on. */
  #endsAt(need: number, spared: number): boolean {
    const { mentors, points, prices, nextPlace, start, mentorOf } = this.#standing;
    const seenIn = this.#seenIn;
    const search = this.#search;
    const best = this.#gain[need]!;
    if (best <= -leftOut) {
      this.#end = { mentor: mentorOf[need]!, displaced: need };
      this.#cursor[need] = start[need]!;
      return need > spared;
    }
    const least = best + this.#cheapest;
    const end = start[need + 1]!;
    let first = end;
    for (let at = start[need]!; at < end && points[at]! >= least; at += 1) {
      const mentor = mentors[at]!;
      const price = prices[mentor]!;
      if (points[at]! - price !== best) continue;
      if (nextPlace[mentor]! + price !== 0) {
        if (first === end && seenIn[mentor] !== search) first = at;
        continue;
      }
      this.#bringer[mentor] = need;
      this.#bringerPoints[mentor] = points[at]!;
      this.#end = { mentor, displaced: nobody };
      return true;
    }
    this.#cursor[need] = first;
    return false;
  }

  /** Walks the way back from its end: each need on it moves over, and the last place is a free one or that of whoever is left out. */
  #walk(newcomer: number): true {
    const { mentor: last, displaced } = this.#end;
    const standing = this.#standing;
    if (last === nobody) return true; // it is the newcomer who is left out
    if (displaced === nobody) standing.take(last);
    else standing.release(last, displaced);
    for (let mentor = last; mentor !== nobody; ) {
      const need = this.#bringer[mentor]!;
      const before = need === newcomer ? nobody : standing.mentorOf[need]!;
      if (before !== nobody) standing.release(before, need);
      standing.hold(mentor, need, this.#bringerPoints[mentor]!);
      mentor = before;
    }
    return true;
  }
}
