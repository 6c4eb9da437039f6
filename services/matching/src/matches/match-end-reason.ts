import { registerEnumType } from '@nestjs/graphql';

/** Why a match is over. It is the county's own note: neither side reads it. */
export enum MatchEndReason {
  GOAL_REACHED = 'GOAL_REACHED',
  FAMILY_ASKED = 'FAMILY_ASKED',
  MENTOR_ASKED = 'MENTOR_ASKED',
  MENTOR_LEFT = 'MENTOR_LEFT',
  MOVED = 'MOVED',
  CONTACT_NOT_SAFE = 'CONTACT_NOT_SAFE',
  OTHER = 'OTHER',
}
export const matchEndReasons: readonly `${MatchEndReason}`[] = Object.values(MatchEndReason);

registerEnumType(MatchEndReason, {
  name: 'MatchEndReason',
  description: 'GOAL_REACHED: they need no mentor any more. MENTOR_LEFT: who mentored holds the role no more. MOVED: one of them went too far away. CONTACT_NOT_SAFE: the two may have no contact.',
});
