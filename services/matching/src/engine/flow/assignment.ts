import type { Choices, Instance } from './instance.ts';
import { nobody, Standing } from './standing.ts';
import { Ways } from './ways.ts';

/**
 * Gives as many needs as possible a mentor, and among all ways to do so holds one with the most points. Needs arrive
 * together or one by one, and after each arrival the assignment is the best there is: newcomers take the shortest augmenting
 * paths, on which others move over, or are left out, where that is worth more in all. Prices of mentors (the duals) keep
 * every step of a path at a length of 0 or more; they are the certificate too, see `certify`.
 */
export class Assignment {
  readonly #standing: Standing;
  readonly #ways: Ways;

  /** Throws a `RangeError` for places that make no sense. */
  constructor(places: Instance['places']) {
    this.#standing = new Standing(places);
    this.#ways = new Ways(this.#standing);
  }

  /** Everything that was asked, to check the answer by. */
  get instance(): Instance {
    return this.#standing.instance;
  }

  /** What a place with each mentor costs in points: 0 or less where places are free, high where many want one. */
  get prices(): Float64Array {
    return this.#standing.prices;
  }

  /** For each need its mentor, or null. */
  get mentorOf(): readonly (number | null)[] {
    return this.#standing.mentorOf.map((mentor) => (mentor === nobody ? null : mentor));
  }

  /** One more need comes in and everybody stands best again. Answers its number. Throws a `RangeError` for choices that make no sense. */
  arrive(choices: Choices): number {
    const need = this.#standing.enter(choices);
    this.#ways.bring(need);
    return need;
  }

  /**
   * All of these come in and everybody stands best again; where points do not say who is left out, it is the latest. Once
   * `timeIsUp`, whoever still waits takes the best free place, and nobody moves for it: then the answer is true. Throws a
   * `RangeError` for choices that make no sense.
   */
  arriveAll(all: readonly Choices[], timeIsUp: () => boolean): boolean {
    const needs = all.map((choices) => this.#standing.enter(choices));
    this.#ways.look(needs);
    let [waiting, isUp] = [needs, timeIsUp()];
    while (waiting.length > 0 && !isUp) {
      waiting = this.#ways.bringMany(waiting);
      isUp = timeIsUp();
    }
    for (const need of waiting) this.#takeFreePlace(need);
    if (!isUp) this.#ways.preferEarlier(needs);
    return waiting.length > 0;
  }

  #takeFreePlace(need: number): void {
    const { start, mentors, points, nextPlace } = this.#standing;
    let [best, most] = [nobody, Number.NEGATIVE_INFINITY];
    for (let at = start[need]!; at < start[need + 1]!; at += 1) {
      const worth = points[at]! + nextPlace[mentors[at]!]!;
      if (worth > most) [best, most] = [at, worth];
    }
    if (best === nobody) return;
    const mentor = mentors[best]!;
    this.#standing.take(mentor);
    this.#standing.hold(mentor, need, points[best]!);
  }
}
