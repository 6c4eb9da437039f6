import { canTalk, freeTogether } from './hours.ts';
import { bindingConstraints, type BindingConstraint, type HardConstraint, type Mentor, type Need, type Trait, type Wish } from './matching-problem.ts';

/** `es-MX` and `es` are one language for a talk. */
export const primaryLanguage = (tag: string): string => tag.toLowerCase().split('-')[0] ?? tag;

/** A run asks for the same lists over and over. */
const primaries = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Those of `wanted` that are among `spoken`, in their order. */
export function sharedLanguages(wanted: readonly string[], spoken: readonly string[]): string[] {
  let known = primaries.get(spoken);
  if (!known) primaries.set(spoken, (known = new Set(spoken.map(primaryLanguage))));
  const among = known;
  return wanted.filter((tag) => among.has(primaryLanguage(tag)));
}

const same = (one: Trait, other: Trait): boolean => one.kind === other.kind && one.value.toLowerCase() === other.value.toLowerCase();

/** Those of the family's wishes that this mentor does not meet. */
export const missedWishes = ({ wishes }: Need, { traits }: Mentor): Wish[] => wishes.filter((wish) => !traits.some((trait) => same(wish, trait)));

/** Of what must be for a family, what none of these mentors has; all of it where each of them lacks something else. Empty where somebody has it all. */
export function mustsThatNobodyMeets(wishes: readonly Wish[], mentors: readonly Pick<Mentor, 'traits'>[]): Wish[] {
  const musts = wishes.filter(({ must }) => must);
  const has = ({ traits }: Pick<Mentor, 'traits'>, wish: Wish): boolean => traits.some((trait) => same(wish, trait));
  if (mentors.some((mentor) => musts.every((wish) => has(mentor, wish)))) return [];
  const alone = musts.filter((wish) => !mentors.some((mentor) => has(mentor, wish)));
  return alone.length > 0 ? alone : musts;
}

/** Whoever names no area comes anywhere; an area is the same in whatever letters. */
export const comesTo = ({ areas }: Pick<Mentor, 'areas'>, area: string): boolean => areas.length === 0 || areas.some((one) => areaKey(one) === areaKey(area));
export const areaKey = (area: string): string => area.trim().toLowerCase();

/** Two who lead together are two people, and neither is one with whom the other may not be matched. */
export const mayLead = (one: Pick<Mentor, 'personId' | 'conflicts'>, other: Pick<Mentor, 'personId' | 'conflicts'>): boolean =>
  one.personId !== other.personId && !one.conflicts.includes(other.personId) && !other.conflicts.includes(one.personId);

/** Whether the mentor is close to the family, may not be matched with somebody who is, or may not lead with the mentor of the other family. */
const inConflict = ({ closeTo, coLeaders }: Need, mentor: Mentor): boolean =>
  closeTo.some((person) => person === mentor.personId || mentor.conflicts.includes(person)) || coLeaders.some((leader) => !mayLead(leader, mentor));

/** What nobody can override, a coordinator included; null when nothing stands between them. Capacity is counted where it is held still. */
export function hardConstraint(need: Need, mentor: Mentor): HardConstraint | null {
  if (need.mentorRole !== mentor.mentorRole) return 'ROLE';
  if (!mentor.eligible) return 'ELIGIBILITY';
  if (mentor.away) return 'AWAY';
  if (inConflict(need, mentor)) return 'CONFLICT';
  if (need.languages.length > 0 && sharedLanguages(need.languages, mentor.languages).length === 0) return 'LANGUAGE';
  if (need.wishes.some(({ kind, value }) => kind === 'LIVED_EXPERIENCE' && mentor.limits.includes(value))) return 'LIMIT';
  return missedWishes(need, mentor).some(({ must }) => must) ? 'WISH' : null;
}

/** What keeps the engine from proposing this mentor; null when nothing does. */
export function constraintBetween(need: Need, mentor: Mentor): BindingConstraint | null {
  const hard = hardConstraint(need, mentor);
  if (hard) return hard;
  if (need.area !== null && !comesTo(mentor, need.area)) return 'AREA';
  if (!canTalk(need.hours, mentor.hours)) return 'HOURS';
  if (need.coLeaders.some(({ hours, minutes }) => !freeTogether(minutes, mentor.hours, hours))) return 'CO_LEADER';
  if (need.triedBefore.includes(mentor.personId)) return 'TRIED_BEFORE';
  return mentor.load >= mentor.capacity ? 'CAPACITY' : null;
}

/** What is asked of the two, and whether it holds; null for what nobody asked for. Whoever has said no hours is there at all hours. */
const asked: Record<BindingConstraint, (need: Need, mentor: Mentor) => boolean | null> = {
  ROLE: (need, mentor) => need.mentorRole === mentor.mentorRole,
  ELIGIBILITY: (_, mentor) => mentor.eligible,
  AWAY: (_, mentor) => !mentor.away,
  CONFLICT: (need, mentor) => !inConflict(need, mentor),
  LANGUAGE: (need, mentor) => (need.languages.length > 0 ? sharedLanguages(need.languages, mentor.languages).length > 0 : null),
  LIMIT: (need, mentor) => {
    const experiences = need.wishes.filter(({ kind }) => kind === 'LIVED_EXPERIENCE');
    return experiences.length > 0 && mentor.limits.length > 0 ? !experiences.some(({ value }) => mentor.limits.includes(value)) : null;
  },
  WISH: (need, mentor) => (need.wishes.some(({ must }) => must) ? !missedWishes(need, mentor).some(({ must }) => must) : null),
  AREA: (need, mentor) => (need.area !== null && mentor.areas.length > 0 ? comesTo(mentor, need.area) : null),
  HOURS: (need, mentor) => (canTalk(need.hours, mentor.hours) ? need.hours.length > 0 || null : false),
  CO_LEADER: (need, mentor) => {
    if (!need.coLeaders.every(({ hours, minutes }) => freeTogether(minutes, mentor.hours, hours))) return false;
    return saidHours(mentor, need.coLeaders) || null;
  },
  TRIED_BEFORE: (need, mentor) => !need.triedBefore.includes(mentor.personId),
  QUOTA: () => null,
  CAPACITY: (_, mentor) => mentor.load < mentor.capacity,
};

/** Whether hours in common are more than an absence of words: the mentor and one of those with whom they would lead have said when they are free. */
export const saidHours = (mentor: Pick<Mentor, 'hours'>, coLeaders: readonly Pick<Mentor, 'hours'>[]): boolean => mentor.hours.length > 0 && coLeaders.some(({ hours }) => hours.length > 0);

/** What was asked of the two and holds, and what was asked and does not. */
export function constraintsOf(need: Need, mentor: Mentor): { readonly met: BindingConstraint[]; readonly failed: BindingConstraint[] } {
  return { met: bindingConstraints.filter((name) => asked[name](need, mentor) === true), failed: bindingConstraints.filter((name) => asked[name](need, mentor) === false) };
}

