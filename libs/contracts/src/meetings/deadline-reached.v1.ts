import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant } from '../facts.ts';

/** Something that was not done yet has come a stage further: its time has begun, is running out, or is over. Told once for each stage, and not for what people hold each other to. */
export const DeadlineReachedV1 = defineEvent(
  'meetings.deadline-reached.v1',
  'connectionId',
  z.object({
    deadlineId: idOf<'Deadline'>(),
    kind: z.enum(['COMFORT_CALL', 'ICEBREAKER', 'PREPARATION', 'CONNECTIONS_MEETING', 'FOLLOW_UP']),
    connectionId: idOf<'FamilyConnection'>(),
    /** Whose placement it follows; null for what concerns the connection as a whole. */
    childId: idOf<'Child'>().nullable(),
    /** CLOSING: the last quarter of its time has begun. */
    stage: z.enum(['DUE', 'CLOSING', 'MISSED']),
    opensAt: instant,
    closesAt: instant,
  }),
);
