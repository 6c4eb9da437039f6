import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant } from '../facts.ts';

/** Two records turned out to be of one person. What the other one held has been moved, and said, before. */
export const PeopleMergedV1 = defineEvent(
  'identity.people-merged.v1',
  'survivorId',
  z.object({
    mergeId: idOf<'PersonMerge'>(),
    survivorId: idOf<'Person'>(),
    duplicateId: idOf<'Person'>(),
    mergedAt: instant,
  }),
);
