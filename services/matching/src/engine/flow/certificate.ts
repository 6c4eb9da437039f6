import { checkPlaces, choicesCheck, leftOut, mostPoints, type Instance } from './instance.ts';

/** What an assignment is worth, and how far from the best it can be at most. */
export interface Certificate {
  readonly served: number;
  /** Of pairs and places together. */
  readonly points: number;
  /** True when the prices prove that no assignment serves more needs, and none that serves as many has more points. */
  readonly optimal: boolean;
  /** At most so many needs more could have been served: 0 when it is optimal. */
  readonly moreServed: number;
  /** At most so many points more were to be had with as many served; null while more needs could be served. */
  readonly morePoints: number | null;
}

/**
 * Checks an answer against what was asked, and knows nothing of how it was found. By weak duality any prices bound what
 * any assignment can be worth: every need gains its best choice less the price, every place what it is worth plus the
 * price; whoever is not listed is taken to bring the most that they could, at the lowest price among them. Where the bound is met, the assignment is a best one. Throws a `RangeError` when the answer names a mentor who
 * may not come to the need, gives a mentor more needs than places, or comes with prices that are no numbers.
 */
export function certify({ places, choices }: Instance, mentorOf: readonly (number | null)[], prices: ArrayLike<number>): Certificate {
  checkPlaces(places);
  if (mentorOf.length !== choices.length || prices.length !== places.length) throw new RangeError('An answer for every need, and a price for every mentor.');
  const check = choicesCheck(places.length);
  const taken = new Int32Array(places.length);
  const cheapest = cheapestOf(places, prices);
  let [served, points, bound] = [0, 0, 0];
  for (const [need, choice] of choices.entries()) {
    check(choice);
    const mentor = mentorOf[need] ?? null;
    let best = choice.beyond ? Math.max(-leftOut, choice.beyond.points - cheapest(choice.beyond.among)) : -leftOut;
    let own: number | null = null;
    for (let at = 0; at < choice.mentors.length; at += 1) {
      const other = choice.mentors[at]!; // both lists are as long
      const worth = choice.points[at]!;
      best = Math.max(best, worth - (prices[other] ?? Number.NaN));
      if (other === mentor) own = worth;
    }
    bound += best;
    if (mentor === null) continue;
    if (own === null) throw new RangeError(`Need ${need} may not come to mentor ${mentor}.`);
    const place = places[mentor]?.[taken[mentor] ?? 0];
    if (place === undefined) throw new RangeError(`Mentor ${mentor} has no place left for need ${need}.`);
    taken[mentor] = (taken[mentor] ?? 0) + 1;
    served += 1;
    points += own + place;
  }
  for (const [mentor, worths] of places.entries()) for (const worth of worths) bound += Math.max(0, worth + (prices[mentor] ?? Number.NaN));
  if (!Number.isSafeInteger(bound)) throw new RangeError('Prices are whole numbers of points.');
  const gap = bound - (points - leftOut * (choices.length - served));
  const free = places.reduce((sum, { length }) => sum + length, -served);
  const moreServed = Math.min(free, choices.length - served, Math.floor((gap + 4 * mostPoints * choices.length) / leftOut));
  return { served, points, optimal: gap === 0, moreServed, morePoints: moreServed > 0 ? null : Math.min(gap, 2 * mostPoints * served - points) };
}

/** The lowest price of those among whom a place is free to begin with; each list is gone through once. More than any where none is. */
function cheapestOf(places: Instance['places'], prices: ArrayLike<number>): (among: readonly number[]) => number {
  const known = new Map<readonly number[], number>();
  return (among) => {
    let least = known.get(among);
    if (least === undefined) {
      least = Number.POSITIVE_INFINITY;
      for (const mentor of among) if (places[mentor]!.length > 0) least = Math.min(least, prices[mentor] ?? Number.NaN); // the instance counts them
      known.set(among, least);
    }
    return least;
  };
}
