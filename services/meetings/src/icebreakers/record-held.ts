import { MeetingHeldV1 } from '@fc/contracts';
import type { Id, Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { Placement } from '../projections/placement.entity.ts';
import { sayMissed } from '../windows/say-missed.ts';
import type { Icebreaker, IcebreakerRecord } from './icebreaker.entity.ts';

/** Keeps that an icebreaker took place, by itself or as part of a Connections Meeting, and says so. */
export async function recordHeld(tx: Transaction, icebreaker: Icebreaker, record: IcebreakerRecord, now: Temporal.Instant): Promise<void> {
  const placement = await tx.get(Placement, icebreaker.placementId);
  if (icebreaker.hold(record, { placement, zone: tx.context.county.timeZone, now })) sayMissed(tx, 'ICEBREAKER', icebreaker);
  const { id, connectionId, placementId } = icebreaker;
  tx.emit(MeetingHeldV1, { meetingId: id as string as Id<'IntroductoryMeeting'>, connectionId, kind: 'ICEBREAKER', placementIds: [placementId], heldAt: record.heldAt.toString() });
}
