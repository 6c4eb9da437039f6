import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant, roleName } from '../facts.ts';

/** A person no longer works on a child's case. */
export const CaseUnassignedV1 = defineEvent(
  'identity.case-unassigned.v1',
  'childId',
  z.object({
    assignmentId: idOf<'CaseAssignment'>(),
    childId: idOf<'Child'>(),
    personId: idOf<'Person'>(),
    role: roleName,
    to: instant,
  }),
);
