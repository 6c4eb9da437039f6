import type { RoleName } from '@fc/auth';

/** The two sides of a family connection. Each has a mentor of its own kind: the parent a Parent Ally, the household a Caregiver Mentor. */
export enum ConnectionSide {
  PARENT = 'PARENT',
  HOUSEHOLD = 'HOUSEHOLD',
}
export const connectionSides: readonly `${ConnectionSide}`[] = Object.values(ConnectionSide);

export type MentorRoleName = Extract<RoleName, 'PARENT_ALLY' | 'CAREGIVER_MENTOR'>;

export const sideOf = (role: MentorRoleName): ConnectionSide => (role === 'PARENT_ALLY' ? ConnectionSide.PARENT : ConnectionSide.HOUSEHOLD);
export const mentorRoleOf = (side: `${ConnectionSide}`): MentorRoleName => (side === 'PARENT' ? 'PARENT_ALLY' : 'CAREGIVER_MENTOR');
