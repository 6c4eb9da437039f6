import { MeetingHeldV1 } from '@fc/contracts';
import { Temporal, type Id } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { isTopic, topicsCovered } from '../connections-meetings/agenda-item.entity.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { Placement } from '../projections/placement.entity.ts';
import { sayMissed } from '../windows/say-missed.ts';
import { agendaOfIcebreaker } from './agenda-of.ts';
import type { Icebreaker, IcebreakerRecord } from './icebreaker.entity.ts';
import { tellThatItIsOff } from './tell-of-icebreaker.ts';

/** Keeps that an icebreaker took place, by itself or as part of a Connections Meeting, with what was talked about, and says so. Where it was planned for later, whoever was to come then hears that this is off. */
export async function recordHeld(tx: Transaction, icebreaker: Icebreaker, record: IcebreakerRecord, now: Temporal.Instant): Promise<void> {
  await tellOfLaterAppointment(tx, icebreaker, now);
  const placement = await tx.get(Placement, icebreaker.placementId);
  const agenda = await agendaOfIcebreaker(tx, icebreaker);
  const topics = [...topicsCovered(agenda), ...record.topics];
  if (icebreaker.hold({ ...record, topics }, { placement, zone: tx.context.county.timeZone, agenda, now })) sayMissed(tx, 'ICEBREAKER', icebreaker);
  const { id, connectionId, placementId, facilitatorId: by } = icebreaker;
  if (by) for (const item of agenda) if (isTopic(item) && !item.coveredAt && topics.includes(item.key)) item.cover({ by, at: record.heldAt });
  tx.emit(MeetingHeldV1, { meetingId: id as string as Id<'IntroductoryMeeting'>, connectionId, kind: 'ICEBREAKER', placementIds: [placementId], heldAt: record.heldAt.toString() });
}

async function tellOfLaterAppointment(tx: Transaction, icebreaker: Icebreaker, now: Temporal.Instant): Promise<void> {
  const { status, scheduledFor, connectionId } = icebreaker;
  if (status === 'SCHEDULED' && scheduledFor && Temporal.Instant.compare(scheduledFor, now) > 0) tellThatItIsOff(tx, icebreaker, icebreaker.peopleWith(await tx.get(FamilyConnection, connectionId)));
}
