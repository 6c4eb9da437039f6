import { EpisodeExitedV1 } from '@fc/contracts';
import type { ClockStart, Id, Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { FosterCareEpisode, type ExitReason } from './foster-care-episode.entity.ts';
import { endPlacement } from './place-child.ts';
import { Placement } from './placement.entity.ts';
import { alreadyInCare } from './placements.errors.ts';
import { requireRoom } from './span.ts';

/** A child enters foster care. The child is locked by the caller. */
export async function enterCare(tx: Transaction, childId: Id<'Child'>, removed: ClockStart): Promise<FosterCareEpisode> {
  const others = await tx.find(FosterCareEpisode, { childId });
  if (others.some((other) => !other.exitedAt)) throw alreadyInCare();
  const episode = FosterCareEpisode.begin(childId, removed);
  requireRoom(episode.span(), others.map((other) => other.span()), 'This stay in foster care');
  tx.add(episode);
  return episode;
}

/** A child leaves foster care, and every service is told; the placement that is open ends with it. */
export async function leaveCare(tx: Transaction, episode: FosterCareEpisode, at: Temporal.Instant, reason: `${ExitReason}`): Promise<void> {
  episode.exit(at, reason);
  const placement = await tx.first(Placement, { episodeId: episode.id, endedAt: null, besidePlacementId: null });
  if (placement) await endPlacement(tx, placement, at);
  tx.emit(EpisodeExitedV1, { episodeId: episode.id, childId: episode.childId, exitedAt: at.toString(), reason });
}
