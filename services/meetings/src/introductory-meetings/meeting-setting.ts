import { DomainError, requireText } from '@fc/domain-kernel';
import type { ContactChannel } from '@fc/subgraph';
import { registerEnumType } from '@nestjs/graphql';

/** Where two families may meet for the first time. */
export enum MeetingSetting {
  AGENCY = 'AGENCY',
  COMMUNITY = 'COMMUNITY',
  CAREGIVER_HOME = 'CAREGIVER_HOME',
  COURT = 'COURT',
  HOSPITAL = 'HOSPITAL',
  TEAM_MEETING = 'TEAM_MEETING',
  ORIENTATION = 'ORIENTATION',
  TRAINING = 'TRAINING',
  VIRTUAL = 'VIRTUAL',
  OTHER = 'OTHER',
}
export const meetingSettings: readonly `${MeetingSetting}`[] = Object.values(MeetingSetting);

registerEnumType(MeetingSetting, { name: 'MeetingSetting', description: 'Where two families meet for the first time; ORIENTATION and TRAINING are groups in which others take part. VIRTUAL: by video, and the place is a link.' });

/** What the contact ledger is asked about a meeting there. */
export const channelOf = (setting: `${MeetingSetting}` | null | undefined): ContactChannel => (setting === 'VIRTUAL' ? 'VIDEO' : 'IN_PERSON');

/** What the place is called, as the two families find it; of a meeting by video its link. Throws `TEXT_...`, `MEETINGS.NOT_A_LINK`. */
export function requirePlace(place: string, setting: `${MeetingSetting}`): string {
  const text = requireText(place, { field: 'The place', max: 200 });
  if (setting === 'VIRTUAL' && !(URL.canParse(text) && new URL(text).protocol === 'https:')) throw new DomainError('MEETINGS.NOT_A_LINK', 'Give the link of the video meeting; it begins with https://.');
  return text;
}
