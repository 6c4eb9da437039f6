import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant } from '../facts.ts';

/** A planned meeting will not take place as planned. Nothing says why. */
export const MeetingSuspendedV1 = defineEvent(
  'meetings.meeting-suspended.v1',
  'meetingId',
  z.object({
    meetingId: idOf<'IntroductoryMeeting'>(),
    connectionId: idOf<'FamilyConnection'>(),
    suspendedAt: instant,
  }),
);
