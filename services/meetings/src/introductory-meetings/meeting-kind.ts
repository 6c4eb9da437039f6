import { registerEnumType } from '@nestjs/graphql';

export enum MeetingKind {
  CONNECTIONS_MEETING = 'CONNECTIONS_MEETING',
  ICEBREAKER = 'ICEBREAKER',
}

registerEnumType(MeetingKind, { name: 'MeetingKind', description: 'CONNECTIONS_MEETING: led together by both mentors. ICEBREAKER: facilitated by the agency, soon after a placement.' });
