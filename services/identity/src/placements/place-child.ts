import { PlacementEndedV1, PlacementStartedV1 } from '@fc/contracts';
import { Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { followPlacement, leaveConnections } from '../connections/follow-placement.ts';
import { asFact } from './clock-start.input.ts';
import type { FosterCareEpisode } from './foster-care-episode.entity.ts';
import { countsAsMove } from './placement-type.ts';
import { Placement, type Stay } from './placement.entity.ts';
import { alreadyPlacedThere } from './placements.errors.ts';
import { requireRoom, within } from './span.ts';

/**
 * A child of that episode comes to live somewhere, and every service is told. One who lived elsewhere leaves there, and the
 * family connections follow. What counts as no move is a stay beside the placement: that one goes on, and so do the connections.
 * What is over already takes its place among the others. The child is locked by the caller.
 * Throws `IDENTITY.ALREADY_PLACED_THERE`, `IDENTITY.DATES_OVERLAP`, and as `Placement.start`.
 */
export async function placeChild(tx: Transaction, episode: FosterCareEpisode, stay: Stay): Promise<Placement> {
  const others = await tx.find(Placement, { childId: episode.childId }, { orderBy: { startedAt: 'asc' } });
  const beside = homeBeside(stay, others);
  const placement = Placement.start(episode, stay, beside);
  const open = placement.endedAt ? [] : others.filter((other) => !other.endedAt && (!beside || other.isStay()));
  const home = open.find((other) => !other.isStay());
  if (placement.householdId && placement.householdId === (beside ?? home)?.householdId) throw alreadyPlacedThere();
  for (const other of open) tellEnd(tx, other, placement.startedAt);
  await tx.flush(); // before the new one is there: a child has one open placement, and one open stay
  requireRoomAmong(placement, others);
  const before = beside ? null : (home ?? lastBefore(placement, others));
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
    firstOfEpisode: !others.some((other) => countsAsMove(other.type) && precedes(other, placement)),
    previousPlacementId: before?.id ?? null,
    besidePlacementId: beside?.id ?? null,
  });
  if (placement.endedAt) tx.emit(PlacementEndedV1, { placementId: placement.id, childId: placement.childId, endedAt: placement.endedAt.toString() });
  else if (!beside) await followPlacement(tx, placement, before, placement.startedAt);
  return placement;
}

/** A child no longer lives there, and every service is told; a stay beside it ends with it, and so does the child's part in the family connections of that home. */
export async function endPlacement(tx: Transaction, placement: Placement, at: Temporal.Instant): Promise<void> {
  for (const stay of await tx.find(Placement, { besidePlacementId: placement.id, endedAt: null })) tellEnd(tx, stay, at);
  tellEnd(tx, placement, at);
  await leaveConnections(tx, placement, at);
}

/** A child is in one place at a time, and a stay lies within the placement beside which it is. Throws `IDENTITY.DATES_OVERLAP`. */
export function requireRoomAmong(placement: Placement, others: readonly Placement[]): void {
  const apart = others.filter((other) => other.id !== placement.id && other.id !== placement.besidePlacementId && other.besidePlacementId !== placement.id);
  requireRoom(placement.span(), apart.map((other) => other.span()), 'The placement');
}

function tellEnd(tx: Transaction, placement: Placement, at: Temporal.Instant): void {
  placement.end(at);
  tx.emit(PlacementEndedV1, { placementId: placement.id, childId: placement.childId, endedAt: at.toString() });
}

/** The home that goes on during a stay that is no move; null for a placement, and for a stay during which there is none. */
function homeBeside({ type, started, ended = null }: Stay, others: readonly Placement[]): Placement | null {
  if (countsAsMove(type)) return null;
  const span = { from: started.at, to: ended };
  return others.findLast((other) => !other.isStay() && countsAsMove(other.type) && within(span, other.span())) ?? null;
}

const precedes = (other: Placement, placement: Placement): boolean => other.episodeId === placement.episodeId && Temporal.Instant.compare(other.startedAt, placement.startedAt) <= 0;

const lastBefore = (placement: Placement, others: readonly Placement[]): Placement | null => others.findLast((other) => !other.isStay() && precedes(other, placement)) ?? null;
