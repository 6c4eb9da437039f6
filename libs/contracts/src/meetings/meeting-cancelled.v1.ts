import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant } from '../facts.ts';

/** A planned meeting was called off. */
export const MeetingCancelledV1 = defineEvent(
  'meetings.meeting-cancelled.v1',
  'meetingId',
  z.object({
    meetingId: idOf<'IntroductoryMeeting'>(),
    connectionId: idOf<'FamilyConnection'>(),
    cancelledAt: instant,
  }),
);
