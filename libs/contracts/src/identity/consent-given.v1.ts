import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { consentItem, idOf, instant } from '../facts.ts';

/** A person agreed that this recipient may have this item, from then on or until then. */
export const ConsentGivenV1 = defineEvent(
  'identity.consent-given.v1',
  'consentId',
  z.object({
    consentId: idOf<'Consent'>(),
    personId: idOf<'Person'>(),
    recipientPersonId: idOf<'Person'>(),
    item: consentItem,
    from: instant,
    to: instant.nullable(),
  }),
);
