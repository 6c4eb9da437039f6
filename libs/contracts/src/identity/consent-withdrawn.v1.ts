import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { consentItem, idOf, instant } from '../facts.ts';

/** The recipient may no longer have this item. Version 2 knows other recipients than persons. */
export const ConsentWithdrawnV1 = defineEvent(
  'identity.consent-withdrawn.v1',
  'consentId',
  z.object({
    consentId: idOf<'Consent'>(),
    personId: idOf<'Person'>(),
    recipientPersonId: idOf<'Person'>(),
    item: consentItem,
    withdrawnAt: instant,
  }),
);
