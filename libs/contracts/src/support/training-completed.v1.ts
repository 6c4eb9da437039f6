import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant } from '../facts.ts';

/** A person finished a training. */
export const TrainingCompletedV1 = defineEvent(
  'support.training-completed.v1',
  'personId',
  z.object({
    completionId: idOf<'TrainingCompletion'>(),
    personId: idOf<'Person'>(),
    trainingKey: z.string(),
    completedAt: instant,
  }),
);
