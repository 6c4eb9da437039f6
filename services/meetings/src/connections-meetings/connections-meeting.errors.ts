import { DomainError } from '@fc/domain-kernel';
import { notPossibleAtPresent } from '../contact/not-possible.ts';
import type { ConnectionSide } from '../projections/connection-side.ts';

type Sides = readonly `${ConnectionSide}`[];
const list = new Intl.ListFormat('en', { type: 'conjunction' });
const mentorOf: Record<ConnectionSide, string> = { PARENT: 'the parent’s Parent Ally', HOUSEHOLD: 'the household’s Caregiver Mentor' };
const inWords = (sides: Sides): string => list.format(sides.map((side) => mentorOf[side]));

export const notMatched = (missing: Sides): DomainError => new DomainError('MEETINGS.NOT_MATCHED', `Both mentors lead this meeting together. Still to be matched: ${inWords(missing)}.`);

export const notPrepared = (unprepared: Sides): DomainError =>
  new DomainError('MEETINGS.NOT_PREPARED', `Each side prepares with its own mentor before the first meeting. Still to come: the preparation with ${inWords(unprepared)}.`);

export const notALead = (): DomainError => new DomainError('MEETINGS.NOT_A_LEAD', 'The Parent Ally and the Caregiver Mentor of the two families lead this meeting, and nobody else.');

export const notYet = (): DomainError => new DomainError('MEETINGS.NOT_YET', 'The time of this meeting has not come yet.');

export const agendaOpen = (titles: readonly string[]): DomainError => new DomainError('MEETINGS.AGENDA_OPEN', `Still to be talked about: ${list.format(titles)}.`);

export const planNeeded = (): DomainError => new DomainError('MEETINGS.PLAN_NEEDED', 'This meeting ends with a plan: what the two families tell each other, how, and how often.');

export const notInThisItem = (title: string): DomainError => new DomainError('MEETINGS.NOT_IN_THIS_ITEM', `This does not belong to “${title}”. Write it down where it is talked about.`);

export const noSuchItem = (): DomainError => new DomainError('MEETINGS.NO_SUCH_ITEM', 'Name one item that this meeting has on its agenda: one of the program’s, or one of your county’s own.');

export const notThere = (): DomainError => new DomainError('MEETINGS.NOT_THERE', 'Only somebody who is at this meeting writes down what takes place there.');

export const notAllCame = (): DomainError => new DomainError('MEETINGS.NOT_ALL_CAME', 'This meeting is of the parent and a caregiver, led by both mentors. Where one of them did not come, record that, and plan another one.');

export const notedByAbsent = (titles: readonly string[]): DomainError =>
  new DomainError('MEETINGS.NOTED_BY_ABSENT', `Somebody who did not come has written this down: ${list.format(titles)}. Whoever was there writes it anew.`);

export const itemChanged = (): DomainError => new DomainError('CHANGED_MEANWHILE', 'Somebody else has written this down meanwhile. Look at it again, then repeat your change.');

export const connectionClosed = (): DomainError => new DomainError('MEETINGS.CONNECTION_CLOSED', 'This connection is closed.');

/** Why nothing more can be done with a meeting that is not planned. */
export function meetingOver(status: 'HELD' | 'BROKEN_OFF' | 'CANCELLED' | 'SUSPENDED'): DomainError {
  if (status === 'SUSPENDED') return notPossibleAtPresent();
  if (status === 'BROKEN_OFF') return new DomainError('MEETINGS.BROKEN_OFF', 'This meeting was broken off. Plan a new one.');
  return status === 'HELD' ? new DomainError('MEETINGS.ALREADY_HELD', 'This meeting has been held already.') : new DomainError('MEETINGS.CANCELLED', 'This meeting was cancelled. Plan a new one.');
}

/** What the database's own constraints mean here. */
export const connectionsMeetingRefusals = {
  connections_meeting_one_first: () => new DomainError('MEETINGS.ALREADY_SCHEDULED', 'The first Connections Meeting of these two families is planned or held already.'),
  communication_plan_one_revision: () => new DomainError('CHANGED_MEANWHILE', 'Somebody else has changed this meanwhile. Look at it again, then repeat your change.'),
};
