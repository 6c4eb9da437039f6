import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { consentItem, consentPurpose, consentRecipient, idOf, instant } from '../facts.ts';

/** A person agreed that this recipient may have this item for this purpose, from then on or until then. */
export const ConsentGivenV2 = defineEvent(
  'identity.consent-given.v2',
  'consentId',
  z.object({
    consentId: idOf<'Consent'>(),
    personId: idOf<'Person'>(),
    item: consentItem,
    purpose: consentPurpose,
    recipient: consentRecipient,
    from: instant,
    to: instant.nullable(),
  }),
);
