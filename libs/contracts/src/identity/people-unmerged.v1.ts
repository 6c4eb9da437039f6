import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant } from '../facts.ts';

/** Two records that were taken for one person’s are of two. What had been moved has been moved back, and said, before. */
export const PeopleUnmergedV1 = defineEvent(
  'identity.people-unmerged.v1',
  'survivorId',
  z.object({
    mergeId: idOf<'PersonMerge'>(),
    survivorId: idOf<'Person'>(),
    duplicateId: idOf<'Person'>(),
    unmergedAt: instant,
  }),
);
