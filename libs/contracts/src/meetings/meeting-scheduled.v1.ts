import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant, meetingKind } from '../facts.ts';

/** A first meeting of the two families has a time. */
export const MeetingScheduledV1 = defineEvent(
  'meetings.meeting-scheduled.v1',
  'meetingId',
  z.object({
    meetingId: idOf<'IntroductoryMeeting'>(),
    connectionId: idOf<'FamilyConnection'>(),
    kind: meetingKind,
    scheduledFor: instant,
  }),
);
