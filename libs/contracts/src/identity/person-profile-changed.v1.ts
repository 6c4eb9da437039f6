import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, version } from '../facts.ts';

/** What those who match and plan may know of a person. Languages are BCP 47 tags, the most comfortable first. */
export const PersonProfileChangedV1 = defineEvent(
  'identity.person-profile-changed.v1',
  'personId',
  z.object({
    personId: idOf<'Person'>(),
    languages: z.array(z.string()),
    version: version,
    /** For which language an interpreter is to be there; null for none, left out where nothing is said of it. */
    interpreterLanguage: z.string().nullable().optional(),
  }),
);
