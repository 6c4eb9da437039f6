import type { CoupledInstance } from './exact/coupled.ts';
import type { Choices } from './flow/instance.ts';

/**
 * The same answer, but that among needs who could come to the same mentors for the same points nobody is served in the place of
 * one who has waited longer: where points are even, a solver may take either. Needs are in the order of their waits, the
 * longest first. Whoever takes another's place is free together with the mentor of their own other family. A flow that came to its
 * end has seen to it already, and among more than equals; this is for answers that were found with co-leaders or quotas, or cut short.
 */
export function longestWaitFirst({ instance: { choices }, couples, together }: Pick<CoupledInstance, 'instance' | 'couples' | 'together'>, mentorOf: readonly (number | null)[]): readonly (number | null)[] {
  const passedOver = choices.some(({ mentors }, need) => (mentorOf[need] ?? null) === null && mentors.length > 0);
  if (!passedOver) return mentorOf;
  const fair = [...mentorOf];
  const partners = new Map<number, number[]>();
  for (const { parent, household } of couples) for (const [one, other] of [[parent, household], [household, parent]] as const) partners.set(one, [...(partners.get(one) ?? []), other]);
  const fits = (need: number, mentor: number): boolean => (partners.get(need) ?? []).every((partner) => (fair[partner] ?? null) === null || together(mentor, fair[partner]!));
  for (const equals of groupsOfEquals(choices))
    for (const [at, need] of equals.entries()) {
      if ((fair[need] ?? null) !== null) continue;
      const later = equals.findLast((other, place) => place > at && (fair[other] ?? null) !== null && fits(need, fair[other]!));
      if (later === undefined) continue;
      fair[need] = fair[later]!;
      fair[later] = null;
    }
  return fair;
}

/** Needs with the very same choices, in their order; of a need that has none, or is like no other, there is no group. */
function groupsOfEquals(choices: readonly Choices[]): number[][] {
  const alike = new Map<number, number[][]>();
  for (const [need, choice] of choices.entries()) {
    if (choice.mentors.length === 0) continue;
    const hash = hashOf(choice);
    const groups = alike.get(hash) ?? [];
    alike.set(hash, groups);
    const group = groups.find(([first]) => areEqual(choices[first!]!, choice)); // no group is empty
    if (group) group.push(need);
    else groups.push([need]);
  }
  return [...alike.values()].flat().filter(({ length }) => length > 1);
}

function hashOf({ mentors, points }: Choices): number {
  let hash = 2_166_136_261;
  for (const [at, mentor] of mentors.entries()) hash = Math.imul(Math.imul(hash ^ mentor, 16_777_619) ^ points[at]!, 16_777_619); // both lists are as long
  return hash;
}

const areEqual = (one: Choices, other: Choices): boolean => one.mentors.length === other.mentors.length && one.mentors.every((mentor, at) => mentor === other.mentors[at] && one.points[at] === other.points[at]);
