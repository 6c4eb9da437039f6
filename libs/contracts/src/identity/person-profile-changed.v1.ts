import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, version } from '../facts.ts';

/** What matching may know of a person. Languages are BCP 47 tags, the most comfortable first. */
export const PersonProfileChangedV1 = defineEvent(
  'identity.person-profile-changed.v1',
  'personId',
  z.object({
    personId: idOf<'Person'>(),
    languages: z.array(z.string()),
    version: version,
  }),
);
