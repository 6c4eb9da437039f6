import { PlacementEndedV1, PlacementStartedV1 } from '@fc/contracts';
import { Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { followPlacement, leaveConnections } from '../connections/follow-placement.ts';
import { asFact } from './clock-start.input.ts';
import type { FosterCareEpisode } from './foster-care-episode.entity.ts';
import { countsAsMove } from './placement-type.ts';
import { Placement, type Stay } from './placement.entity.ts';
import { requireRoom } from './span.ts';

/**
 * A child of that episode comes to live somewhere, and every service is told. One who lived elsewhere leaves there, and the
 * family connections follow; a stay that is over already takes its place among the others. The child is locked by the caller.
 */
export async function placeChild(tx: Transaction, episode: FosterCareEpisode, stay: Stay): Promise<Placement> {
  const others = await tx.find(Placement, { childId: episode.childId }, { orderBy: { startedAt: 'asc' } });
  const placement = Placement.start(episode, stay);
  const open = others.find((other) => !other.endedAt);
  if (open && !placement.endedAt) {
    open.end(placement.startedAt);
    await tx.flush(); // before the new one is there: a child has one open placement
    tx.emit(PlacementEndedV1, { placementId: open.id, childId: open.childId, endedAt: placement.startedAt.toString() });
  }
  requireRoom(placement.span(), others.map((other) => other.span()), 'The placement');
  const before = placement.endedAt || !open ? lastBefore(placement, others) : open;
  tx.add(placement);
  await tx.flush();
  tx.emit(PlacementStartedV1, {
    placementId: placement.id,
    childId: placement.childId,
    episodeId: episode.id,
    type: placement.type,
    countsAsMove: countsAsMove(placement.type),
    householdId: placement.householdId ?? null,
    startedAt: asFact(placement.started()),
    removedAt: asFact(episode.removed()),
    firstOfEpisode: !before,
    previousPlacementId: before?.id ?? null,
  });
  if (placement.endedAt) tx.emit(PlacementEndedV1, { placementId: placement.id, childId: placement.childId, endedAt: placement.endedAt.toString() });
  else await followPlacement(tx, placement, before, placement.startedAt);
  return placement;
}

/** A child no longer lives there, and every service is told; their part in the family connections of that home ends. */
export async function endPlacement(tx: Transaction, placement: Placement, at: Temporal.Instant): Promise<void> {
  placement.end(at);
  tx.emit(PlacementEndedV1, { placementId: placement.id, childId: placement.childId, endedAt: at.toString() });
  await leaveConnections(tx, placement, at);
}

const lastBefore = (placement: Placement, others: readonly Placement[]): Placement | null =>
  others.findLast((other) => other.episodeId === placement.episodeId && Temporal.Instant.compare(other.startedAt, placement.startedAt) <= 0) ?? null;
