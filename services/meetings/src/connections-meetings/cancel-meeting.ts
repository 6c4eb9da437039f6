import { MeetingCancelledV1, MeetingsNotificationRequestedV1 } from '@fc/contracts';
import { Temporal, type Id } from '@fc/domain-kernel';
import { askToTell } from '@fc/subgraph';
import type { Transaction } from '@fc/tenancy';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import type { ConnectionsMeeting } from './connections-meeting.entity.ts';

/** Calls a meeting off if it is planned, says so, and lets everybody know who was to come. */
export async function cancelMeeting(tx: Transaction, meeting: ConnectionsMeeting, at: Temporal.Instant): Promise<void> {
  if (!meeting.cancel()) return;
  tx.emit(MeetingCancelledV1, { meetingId: meeting.id as string as Id<'IntroductoryMeeting'>, connectionId: meeting.connectionId, cancelledAt: at.toString() });
  tellThatItIsOff(tx, meeting, await tx.get(FamilyConnection, meeting.connectionId));
}

/** It took place before its appointment, which is off. */
export function tellIfStillToCome(tx: Transaction, meeting: ConnectionsMeeting, families: FamilyConnection, now: Temporal.Instant): void {
  if (Temporal.Instant.compare(meeting.scheduledFor, now) > 0) tellThatItIsOff(tx, meeting, families);
}

/** In the same words whether it was called off or suspended, or took place before. */
export function tellThatItIsOff(tx: Transaction, meeting: ConnectionsMeeting, families: FamilyConnection): void {
  askToTell(tx, MeetingsNotificationRequestedV1, meeting.peopleWith(families), { template: 'APPOINTMENT_CANCELLED', at: meeting.scheduledFor, expiresAt: meeting.scheduledFor });
}
