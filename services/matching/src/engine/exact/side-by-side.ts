import type { Choices } from '../flow/instance.ts';
import { solve } from '../flow/solve.ts';
import { isWorthMore, worthOf } from '../flow/rivals.ts';
import type { CoupledInstance } from './coupled.ts';

type Answer = readonly (number | null)[];

/** A side that gains nothing any more ends the search; so does this many turns. */
const mostTurns = 12;

/**
 * An answer that is worth as much or more: while the mentors of one side stay, those of the other are found anew, the best there
 * are of whoever is free together with them. That is a flow, so each turn takes no longer than a run without coupling. Sides take
 * turns until neither gains. The answer that it is given holds, and so does the one that it gives.
 */
export function improveSideBySide({ instance, couples, quotas, together }: CoupledInstance, start: Answer, timeIsUp: () => boolean): Answer {
  const { places, choices } = instance;
  const partners = new Map<number, number[]>();
  for (const { parent, household } of couples) for (const [one, other] of [[parent, household], [household, parent]] as const) partners.set(one, [...(partners.get(one) ?? []), other]);
  const households = new Set(couples.map(({ household }) => household));
  const withinQuotas = (answer: Answer): boolean => quotas.every(({ mentors, most }) => answer.filter((mentor) => mentor !== null && mentors.includes(mentor)).length <= most);
  const anew = (answer: Answer, isMoving: (need: number) => boolean): Answer => {
    const taken = places.map(() => 0);
    for (const [need, mentor] of answer.entries()) if (mentor !== null && !isMoving(need)) taken[mentor] = taken[mentor]! + 1; // a mentor of that instance
    const free = choices.map((choice, need): Choices => {
      if (!isMoving(need)) return none;
      const leaders = (partners.get(need) ?? []).flatMap((partner) => answer[partner] ?? []);
      return only(choice, (mentor) => leaders.every((leader) => together(mentor, leader)));
    });
    const { mentorOf } = solve({ places: places.map((worths, mentor) => worths.slice(taken[mentor])), choices: free }, timeIsUp);
    return answer.map((mentor, need) => (isMoving(need) ? (mentorOf[need] ?? null) : mentor));
  };
  let [best, worth] = [start, worthOf(instance, start)];
  for (let [turn, idle] = [0, 0]; turn < mostTurns && idle < 2 && !timeIsUp(); turn += 1) {
    const next = anew(best, (need) => households.has(need) === (turn % 2 === 0));
    const nextWorth = worthOf(instance, next);
    const isBetter = isWorthMore(nextWorth, worth);
    idle = isBetter ? 0 : idle + 1;
    if (isBetter && withinQuotas(next)) [best, worth] = [next, nextWorth];
  }
  return best;
}

const none: Choices = { mentors: new Int32Array(), points: new Int32Array() };

function only({ mentors, points }: Choices, fits: (mentor: number) => boolean): Choices {
  const kept = { mentors: new Int32Array(mentors.length), points: new Int32Array(mentors.length) };
  let count = 0;
  for (let at = 0; at < mentors.length; at += 1) {
    if (!fits(mentors[at]!)) continue; // within the list, here and below
    kept.mentors[count] = mentors[at]!;
    kept.points[count] = points[at]!;
    count += 1;
  }
  return { mentors: kept.mentors.slice(0, count), points: kept.points.slice(0, count) };
}
