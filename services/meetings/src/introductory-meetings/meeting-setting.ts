import { requireText } from '@fc/domain-kernel';
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
  OTHER = 'OTHER',
}
export const meetingSettings: readonly `${MeetingSetting}`[] = Object.values(MeetingSetting);

registerEnumType(MeetingSetting, { name: 'MeetingSetting', description: 'Where two families meet for the first time; ORIENTATION and TRAINING are groups in which others take part.' });

/** What the place is called, as the two families find it. */
export const requirePlace = (place: string): string => requireText(place, { field: 'The place', max: 200 });
