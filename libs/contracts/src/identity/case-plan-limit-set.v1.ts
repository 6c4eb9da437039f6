import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { contactChannel, contactSupervision, idOf, instant, version } from '../facts.ts';

/** What the case plan sets for the contact of a child and somebody of the family; all of it each time. Why stays with identity. */
export const CasePlanLimitSetV1 = defineEvent(
  'identity.case-plan-limit-set.v1',
  'limitId',
  z.object({
    limitId: idOf<'CasePlanLimit'>(),
    childId: idOf<'Child'>(),
    personId: idOf<'Person'>(),
    /** The ways of contact that the plan knows; no others. */
    channels: z.array(contactChannel).min(1),
    /** At most so often; null where the plan leaves it open. */
    timesPerWeek: z.int().min(1).nullable(),
    /** At least so much supervision; null where the plan leaves it open. */
    supervision: contactSupervision.nullable(),
    from: instant,
    until: instant.nullable(),
    revision: version,
  }),
);
