import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant } from '../facts.ts';

/** Things that were not done yet have come a stage further: their time has begun, is running out, or is over. Each is told once for each stage, many at a time, and never what people hold each other to. */
export const DeadlinesReachedV1 = defineEvent(
  'meetings.deadlines-reached.v1',
  'batchId',
  z.object({
    batchId: idOf<'Batch'>(),
    deadlines: z
      .array(
        z.object({
          deadlineId: idOf<'Deadline'>(),
          kind: z.enum(['COMFORT_CALL', 'ICEBREAKER', 'PREPARATION', 'CONNECTIONS_MEETING', 'FOLLOW_UP', 'TRANSITION_PLAN']),
          connectionId: idOf<'FamilyConnection'>(),
          /** Whose placement it follows, or who is to be prepared; null for what concerns the connection as a whole. */
          childId: idOf<'Child'>().nullable(),
          /** CLOSING: the last quarter of its time has begun. */
          stage: z.enum(['DUE', 'CLOSING', 'MISSED']),
          opensAt: instant,
          closesAt: instant,
        }),
      )
      .min(1)
      .max(250),
  }),
);
