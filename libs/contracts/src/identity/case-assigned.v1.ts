import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant, roleName } from '../facts.ts';

/** A person works on a child's case from then on. */
export const CaseAssignedV1 = defineEvent(
  'identity.case-assigned.v1',
  'childId',
  z.object({
    assignmentId: idOf<'CaseAssignment'>(),
    childId: idOf<'Child'>(),
    personId: idOf<'Person'>(),
    role: roleName,
    from: instant,
  }),
);
