import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant, roleName } from '../facts.ts';

/** A person holds a role from then on. */
export const RoleGrantedV1 = defineEvent(
  'identity.role-granted.v1',
  'personId',
  z.object({
    assignmentId: idOf<'RoleAssignment'>(),
    personId: idOf<'Person'>(),
    role: roleName,
    from: instant,
  }),
);
