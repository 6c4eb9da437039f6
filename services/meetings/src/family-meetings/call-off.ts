import { MeetingsNotificationRequestedV1 } from '@fc/contracts';
import { askToTell } from '@fc/subgraph';
import type { Transaction } from '@fc/tenancy';
import type { FamilyMeeting } from './family-meeting.entity.ts';

/** Cancels a meeting if it is planned, and lets everybody know who was to come. */
export function callOff(tx: Transaction, meeting: FamilyMeeting): void {
  if (meeting.cancel()) tellThatItIsOff(tx, meeting);
}

/** Lets everybody know who is in it when it is, as long as the ledger permits it. */
export function tellOfAppointment(tx: Transaction, meeting: FamilyMeeting): void {
  askToTell(tx, MeetingsNotificationRequestedV1, meeting.people(), { template: 'APPOINTMENT_PLANNED', at: meeting.scheduledFor, expiresAt: meeting.scheduledFor, contact: meeting.contact() });
}

/** In the same words whether it was called off or suspended. */
export function tellThatItIsOff(tx: Transaction, meeting: FamilyMeeting): void {
  askToTell(tx, MeetingsNotificationRequestedV1, meeting.people(), { template: 'APPOINTMENT_CANCELLED', at: meeting.scheduledFor, expiresAt: meeting.scheduledFor });
}
