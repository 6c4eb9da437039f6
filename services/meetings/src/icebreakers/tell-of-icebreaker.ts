import { MeetingCancelledV1, MeetingsNotificationRequestedV1 } from '@fc/contracts';
import type { Id, Temporal } from '@fc/domain-kernel';
import { askToTell } from '@fc/subgraph';
import type { Transaction } from '@fc/tenancy';
import type { FamilyConnection } from '../projections/family-connection.entity.ts';
import type { Icebreaker } from './icebreaker.entity.ts';

/** Lets everybody know who is to come, as long as the ledger permits it. */
export function tellOfAppointment(tx: Transaction, icebreaker: Icebreaker, families: FamilyConnection): void {
  const { scheduledFor: at } = icebreaker;
  const contact = icebreaker.contact(families);
  if (at && contact) askToTell(tx, MeetingsNotificationRequestedV1, icebreaker.peopleWith(families), { template: 'APPOINTMENT_PLANNED', at, expiresAt: at, contact });
}

/** In the same words whether it was called off, is due no more, or was suspended. */
export function tellThatItIsOff(tx: Transaction, { scheduledFor: at }: Pick<Icebreaker, 'scheduledFor'>, people: readonly Id<'Person'>[]): void {
  if (at) askToTell(tx, MeetingsNotificationRequestedV1, people, { template: 'APPOINTMENT_CANCELLED', at, expiresAt: at });
}

/** Says to other services that the appointment is off. */
export const sayCancelled = (tx: Transaction, { id, connectionId }: Icebreaker, at: Temporal.Instant): void =>
  tx.emit(MeetingCancelledV1, { meetingId: id as string as Id<'IntroductoryMeeting'>, connectionId, cancelledAt: at.toString() });
