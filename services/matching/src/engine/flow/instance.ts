/** Whom one need could come to. Both lists are as long; a mentor is named once. */
export interface Choices {
  /** Mentors, counted from 0. */
  readonly mentors: Int32Array;
  /** What each is worth to this need, in whole points. */
  readonly points: Int32Array;
  /** Where not everybody was looked at: among whom somebody is not listed who could come too, and the most points that they could bring. */
  readonly beyond?: { readonly among: readonly number[]; readonly points: number };
}

/** An assignment problem with capacities: needs and mentors are counted from 0. */
export interface Instance {
  /** For each mentor, what their free places are worth one after the other: whole points, never more than the place before. Empty: no place is free. */
  readonly places: readonly (readonly number[])[];
  /** For each need, those who may come to it and nobody else, or so many of them as were looked at. */
  readonly choices: readonly Choices[];
}

/** No pair and no place is worth more than this, or less than its opposite. */
export const mostPoints = 1_000;
export const mostNeeds = 1_000_000;

/**
 * What a need that nobody serves costs. It outweighs all points that could ever be gained by it, so that serving one
 * more always comes first; a million such costs still are exact in a double.
 */
export const leftOut = 2 ** 32;

/** Whether everybody is listed who may come to anybody. */
export const isWhole = ({ choices }: Instance): boolean => choices.every(({ beyond }) => beyond === undefined);

const isPoints = (points: number): boolean => Number.isInteger(points) && Math.abs(points) <= mostPoints;

/** Answers a check of choices that throws a `RangeError`, which says what is wrong: points out of range, or a mentor who is not there or is named twice. */
export function choicesCheck(mentorCount: number): (choices: Choices) => void {
  const seenIn = new Int32Array(mentorCount);
  let round = 0;
  return ({ mentors, points }) => {
    round += 1;
    if (mentors.length !== points.length) throw new RangeError('Each choice has its points.');
    for (let at = 0; at < mentors.length; at += 1) {
      const mentor = mentors[at]!; // within the length, here and below
      if (mentor < 0 || mentor >= mentorCount || seenIn[mentor] === round) throw new RangeError(`Mentor ${mentor} is not there, or is named twice.`);
      seenIn[mentor] = round;
      if (Math.abs(points[at]!) > mostPoints) throw new RangeError(`Points are at most ${mostPoints}.`);
    }
  };
}

/** Throws a `RangeError` for places that are worth no whole number in range, or more than the place before. */
export function checkPlaces(places: Instance['places']): void {
  for (const worths of places) {
    if (!worths.every(isPoints)) throw new RangeError(`The worth of a place is a whole number of at most ${mostPoints}.`);
    if (worths.some((worth, place) => place > 0 && worth > (worths[place - 1] ?? worth))) throw new RangeError('No place is worth more than the one before it.');
  }
}
