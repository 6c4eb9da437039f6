import type { ResourceNeed } from '../referrals/resource-referral.entity.ts';
import { ProtectiveFactor } from './protective-factor.ts';

const { CONCRETE_SUPPORT, PARENTING_KNOWLEDGE } = ProtectiveFactor;

/** What help with a need strengthens: help in a time of need is concrete support, a course on parenting is knowledge of it. Of the rest nothing is said. */
const byNeed: Readonly<Record<`${ResourceNeed}`, readonly ProtectiveFactor[]>> = {
  HOUSING: [CONCRETE_SUPPORT],
  FOOD: [CONCRETE_SUPPORT],
  CHILD_CARE: [CONCRETE_SUPPORT],
  TRANSPORT: [CONCRETE_SUPPORT],
  EMPLOYMENT: [CONCRETE_SUPPORT],
  EDUCATION: [CONCRETE_SUPPORT],
  LEGAL: [CONCRETE_SUPPORT],
  HEALTH: [CONCRETE_SUPPORT],
  PARENTING: [PARENTING_KNOWLEDGE],
  OTHER: [],
};

/** What a community service that answers this need is meant to strengthen. */
export const strengthenedBy = (need: `${ResourceNeed}`): readonly ProtectiveFactor[] => byNeed[need];
