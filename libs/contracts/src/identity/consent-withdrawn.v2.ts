import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { consentItem, consentRecipient, idOf, instant } from '../facts.ts';

/** The recipient may no longer have this item. */
export const ConsentWithdrawnV2 = defineEvent(
  'identity.consent-withdrawn.v2',
  'consentId',
  z.object({
    consentId: idOf<'Consent'>(),
    personId: idOf<'Person'>(),
    item: consentItem,
    recipient: consentRecipient,
    withdrawnAt: instant,
  }),
);
