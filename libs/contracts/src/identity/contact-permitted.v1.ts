import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { contactChannel, idOf, instant, weeklyHours } from '../facts.ts';

/** These two may have contact on these channels, unless a prohibition covers it. */
export const ContactPermittedV1 = defineEvent(
  'identity.contact-permitted.v1',
  'permissionId',
  z.object({
    permissionId: idOf<'ContactPermission'>(),
    people: z.array(idOf<'Person'>()).length(2),
    channels: z.array(contactChannel).min(1),
    from: instant,
    to: instant.nullable(),
    /** Only at these hours of the week; at all hours when left out. */
    hours: z.array(weeklyHours).optional(),
  }),
);
