import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf } from '../facts.ts';

/** A person was erased: whoever keeps words of theirs, or about them, destroys them. */
export const PersonErasedV1 = defineEvent(
  'identity.person-erased.v1',
  'personId',
  z.object({
    personId: idOf<'Person'>(),
  }),
);
