import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { agendaKey, idOf, instant } from '../facts.ts';

/** One of the items of the agenda was talked about. What was said stays in the meeting. */
export const AgendaItemCoveredV1 = defineEvent(
  'meetings.agenda-item-covered.v1',
  'meetingId',
  z.object({
    meetingId: idOf<'IntroductoryMeeting'>(),
    connectionId: idOf<'FamilyConnection'>(),
    key: agendaKey,
    coveredAt: instant,
  }),
);
