import { isDeepStrictEqual } from 'node:util';
import type { MatchingProblem, Mentor, Need, Proposal } from './matching-problem.ts';

type Asked = Pick<MatchingProblem, 'needs' | 'mentors' | 'quotas'>;

/** What changes by itself is left out: a day more of waiting takes nothing from an answer, and loads are counted. */
const saidOfNeed = ({ waitingDays: _, ...need }: Need): object => need;
const saidOfMentor = ({ load: _, ...mentor }: Mentor): object => mentor;

/** Whether an answer to the one is an answer to the other. */
export const isSame = (asked: Asked, now: Asked): boolean => isDeepStrictEqual(asked.needs.map(saidOfNeed), now.needs.map(saidOfNeed)) && isDeepStrictEqual(asked.mentors, now.mentors) && isDeepStrictEqual(asked.quotas ?? [], now.quotas ?? []);

/**
 * Those of `proposals`, which were found for what `asked` said, that hold for what is said `now`: need and mentor are as they
 * were, the mentor has a place left for each, and no quota is exceeded. Two who lead together were free together then, and so they are still.
 */
export function stillHolds(proposals: readonly Proposal[], asked: Asked, now: Asked): Proposal[] {
  const needs = unchanged(asked.needs, now.needs, saidOfNeed);
  const mentors = unchanged(asked.mentors, now.mentors, saidOfMentor);
  const taken = new Map<string, number>();
  const left = (now.quotas ?? []).map(({ mentorIds, most }) => ({ mentorIds: new Set(mentorIds), most }));
  return proposals.filter(({ needId, mentorId }) => {
    const mentor = mentors.get(mentorId);
    if (!mentor || !needs.has(needId)) return false;
    const load = taken.get(mentorId) ?? mentor.load;
    const over = left.filter(({ mentorIds }) => mentorIds.has(mentorId));
    if (load >= mentor.capacity || over.some(({ most }) => most <= 0)) return false;
    for (const quota of over) quota.most -= 1;
    taken.set(mentorId, load + 1);
    return true;
  });
}

function unchanged<Item extends { readonly id: string }>(before: readonly Item[], after: readonly Item[], said: (item: Item) => object): Map<string, Item> {
  const known = new Map(before.map((item) => [item.id, said(item)]));
  return new Map(after.filter((item) => isDeepStrictEqual(known.get(item.id), said(item))).map((item) => [item.id, item]));
}
