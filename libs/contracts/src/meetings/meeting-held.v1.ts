import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant, meetingKind } from '../facts.ts';

/** The two families have met. */
export const MeetingHeldV1 = defineEvent(
  'meetings.meeting-held.v1',
  'meetingId',
  z.object({
    meetingId: idOf<'IntroductoryMeeting'>(),
    connectionId: idOf<'FamilyConnection'>(),
    kind: meetingKind,
    placementIds: z.array(idOf<'Placement'>()),
    heldAt: instant,
  }),
);
