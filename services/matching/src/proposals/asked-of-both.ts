import { constraintsOf } from '../engine/constraints.ts';
import { bindingConstraints, overridable, type BindingConstraint, type Mentor, type MentorQuota, type Need } from '../engine/matching-problem.ts';

/** What is asked of a family and a mentor, each in the order in which it is looked at; what nobody asked for is in neither list. */
export interface AskedOfBoth {
  readonly met: readonly BindingConstraint[];
  readonly against: readonly BindingConstraint[];
}

/** What is asked of the two, by the county's quotas too, which the engine knows of whole runs alone. `quotas`: how many more matches each leaves. */
export function askedOfBoth(need: Need, mentor: Mentor, quotas: readonly MentorQuota[]): AskedOfBoth {
  const { met, failed } = constraintsOf(need, mentor);
  const own = quotas.filter(({ mentorIds }) => mentorIds.includes(mentor.id));
  if (own.length === 0) return { met, against: failed };
  const holds = own.every(({ most }) => most > 0);
  return { met: inOrder(holds ? [...met, 'QUOTA'] : met), against: inOrder(holds ? failed : [...failed, 'QUOTA']) };
}

const inOrder = (names: readonly BindingConstraint[]): BindingConstraint[] => bindingConstraints.filter((name) => names.includes(name));

/** Whether a coordinator may go against all of it. */
export const isOverridable = (against: readonly BindingConstraint[]): boolean => against.every((name) => overridable.some((one) => one === name));
