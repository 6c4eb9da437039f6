import { MeetingCancelledV1 } from '@fc/contracts';
import type { Id, Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import type { ConnectionsMeeting } from './connections-meeting.entity.ts';

/** Calls a meeting off if it is planned, and says so. */
export function cancelMeeting(tx: Transaction, meeting: ConnectionsMeeting, at: Temporal.Instant): void {
  if (!meeting.cancel()) return;
  tx.emit(MeetingCancelledV1, { meetingId: meeting.id as string as Id<'IntroductoryMeeting'>, connectionId: meeting.connectionId, cancelledAt: at.toString() });
}
