import type { County } from '@fc/tenancy';
import { registerEnumType } from '@nestjs/graphql';

export enum MeetingKind {
  CONNECTIONS_MEETING = 'CONNECTIONS_MEETING',
  ICEBREAKER = 'ICEBREAKER',
}

registerEnumType(MeetingKind, { name: 'MeetingKind', description: 'CONNECTIONS_MEETING: led together by both mentors. ICEBREAKER: facilitated by the agency, soon after a placement.' });

/** How long such a meeting takes in the county of which nobody has said how long. */
export const usualMinutes = (kind: MeetingKind, { settings: { meetingMinutes } }: Pick<County, 'settings'>): number =>
  kind === MeetingKind.ICEBREAKER ? meetingMinutes.icebreaker : meetingMinutes.connectionsMeeting;
