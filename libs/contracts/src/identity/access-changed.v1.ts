import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf } from '../facts.ts';

/** A person may no longer sign in, or may again. */
export const AccessChangedV1 = defineEvent(
  'identity.access-changed.v1',
  'personId',
  z.object({
    personId: idOf<'Person'>(),
    disabled: z.boolean(),
  }),
);
