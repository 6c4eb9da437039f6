import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant, roleName } from '../facts.ts';

/** A person no longer holds a role. */
export const RoleRevokedV1 = defineEvent(
  'identity.role-revoked.v1',
  'personId',
  z.object({
    assignmentId: idOf<'RoleAssignment'>(),
    personId: idOf<'Person'>(),
    role: roleName,
    to: instant,
  }),
);
