import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { contactChannel, idOf, instant, weeklyHours } from '../facts.ts';

/** These two may have no contact on these channels. Why stays with identity. */
export const ContactProhibitedV1 = defineEvent(
  'identity.contact-prohibited.v1',
  'prohibitionId',
  z.object({
    prohibitionId: idOf<'ContactProhibition'>(),
    people: z.array(idOf<'Person'>()).length(2),
    channels: z.array(contactChannel).min(1),
    from: instant,
    to: instant.nullable(),
    /** Only at these hours of the week; at all hours when left out. */
    hours: z.array(weeklyHours).optional(),
  }),
);
