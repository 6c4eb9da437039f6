import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { consentItem, consentPurpose, idOf, instant } from '../facts.ts';

/** A person agreed that this recipient may have this item, from then on or until then. Version 2 knows other recipients than persons. */
export const ConsentGivenV1 = defineEvent(
  'identity.consent-given.v1',
  'consentId',
  z.object({
    consentId: idOf<'Consent'>(),
    personId: idOf<'Person'>(),
    recipientPersonId: idOf<'Person'>(),
    item: consentItem,
    purpose: consentPurpose.optional(),
    from: instant,
    to: instant.nullable(),
  }),
);
