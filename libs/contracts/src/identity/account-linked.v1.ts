import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf } from '../facts.ts';

/** A person can sign in with this account of the county's realm. */
export const AccountLinkedV1 = defineEvent(
  'identity.account-linked.v1',
  'personId',
  z.object({
    personId: idOf<'Person'>(),
    issuer: z.url(),
    subject: z.string(),
  }),
);
