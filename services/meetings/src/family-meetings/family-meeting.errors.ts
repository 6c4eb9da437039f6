import { DomainError } from '@fc/domain-kernel';
import { meetingOver } from '../connections-meetings/connections-meeting.errors.ts';

export const parentBelongs = (): DomainError => new DomainError('MEETINGS.PARENT_BELONGS', 'Parents take part in decisions about their child whenever that is possible. Invite every parent, or say why it is not possible.');
export const notInvited = (): DomainError => new DomainError('MEETINGS.NOT_INVITED', 'Somebody whom you name is not in this meeting.');
export const ownerNotThere = (): DomainError => new DomainError('MEETINGS.OWNER_NOT_THERE', 'Whoever is to do something about a decision is in the meeting.');
export const dueBeforeMeeting = (): DomainError => new DomainError('MEETINGS.DUE_BEFORE_MEETING', 'What a meeting decides is to be done on its day or later.');
export const notAGuest = (): DomainError => new DomainError('MEETINGS.NOT_A_GUEST', 'A family meeting is for the two families, their relatives and those who work with them. Somebody whom you name is none of these.');
export const tooManyPeople = (): DomainError => new DomainError('MEETINGS.TOO_MANY_PEOPLE', 'Name at most ten relatives and ten professionals.');
export const decisionDone = (): DomainError => new DomainError('MEETINGS.DECISION_DONE', 'This has been done already.');
export const familyMeetingOver = meetingOver;

/** What the database's own constraints mean here. */
export const familyMeetingRefusals = {
  family_meeting_one_planned: () => new DomainError('MEETINGS.ALREADY_SCHEDULED', 'The next family meeting is planned already.'),
  family_meeting_one_each: () => new DomainError('CHANGED_MEANWHILE', 'Somebody else has changed this meanwhile. Look at it again, then repeat your change.'),
};
