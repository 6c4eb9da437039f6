import { bindingConstraints, type BindingConstraint, type Mentor, type Need } from './matching-problem.ts';

/** `es-MX` and `es` are one language for a talk. */
const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? tag;

/** Those of `wanted` that are among `spoken`, in their order. */
export function sharedLanguages(wanted: readonly string[], spoken: readonly string[]): string[] {
  const known = new Set(spoken.map(primary));
  return wanted.filter((tag) => known.has(primary(tag)));
}

/** What nobody can override, a coordinator included; null when nothing stands between them. Capacity is counted where it is held still. */
export function hardConstraint(need: Need, mentor: Mentor): Exclude<BindingConstraint, 'TRIED_BEFORE' | 'CAPACITY'> | null {
  if (need.mentorRole !== mentor.mentorRole) return 'ROLE';
  if (!mentor.eligible) return 'ELIGIBILITY';
  if (need.closeTo.some((person) => person === mentor.personId || mentor.conflicts.includes(person))) return 'CONFLICT';
  if (need.languages.length > 0 && sharedLanguages(need.languages, mentor.languages).length === 0) return 'LANGUAGE';
  return null;
}

/** What keeps the engine from proposing this mentor; null when nothing does. */
export function constraintBetween(need: Need, mentor: Mentor): BindingConstraint | null {
  const hard = hardConstraint(need, mentor);
  if (hard) return hard;
  if (need.triedBefore.includes(mentor.personId)) return 'TRIED_BEFORE';
  return mentor.load >= mentor.capacity ? 'CAPACITY' : null;
}

/** Why a need found nobody: the last thing that the mentor who came nearest failed. Where somebody would have fitted, others took the places. */
export function bindingConstraint(between: readonly (BindingConstraint | null)[]): BindingConstraint {
  const reached = between.map((constraint) => (constraint ? bindingConstraints.indexOf(constraint) : bindingConstraints.length - 1));
  return bindingConstraints[Math.max(0, ...reached)] ?? 'ROLE';
}
