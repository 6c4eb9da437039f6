import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant, version } from '../facts.ts';

/** The two families agreed on how they stay in touch. */
export const PlanAgreedV1 = defineEvent(
  'meetings.plan-agreed.v1',
  'connectionId',
  z.object({
    connectionId: idOf<'FamilyConnection'>(),
    planVersion: version,
    agreedAt: instant,
  }),
);
