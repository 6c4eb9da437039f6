import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant } from '../facts.ts';

/** A prohibition ended. It brings nothing back that it suspended. */
export const ContactProhibitionEndedV1 = defineEvent(
  'identity.contact-prohibition-ended.v1',
  'prohibitionId',
  z.object({
    prohibitionId: idOf<'ContactProhibition'>(),
    people: z.array(idOf<'Person'>()).length(2),
    endedAt: instant,
  }),
);
