import { EpisodeCorrectedV1, PlacementCorrectedV1 } from '@fc/contracts';
import { DomainError, Temporal, type ClockStart } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { Child } from '../families/child.entity.ts';
import { asFact } from '../placements/clock-start.input.ts';
import { requireBorn } from '../placements/course-of-care.ts';
import { FosterCareEpisode, type EpisodeFacts } from '../placements/foster-care-episode.entity.ts';
import { countsAsMove } from '../placements/placement-type.ts';
import { Placement, type PlacementFacts } from '../placements/placement.entity.ts';
import { requireRoomAmong } from '../placements/place-child.ts';
import { placementOutside } from '../placements/placements.errors.ts';
import { requireRoom, within } from '../placements/span.ts';
import type { Why } from './correction.entity.ts';
import { keepCorrection, type Facts } from './keep-correction.ts';

const day = ({ at, precision }: ClockStart): string => `${at.toString()} ${precision}`;
const placementWords = ({ type, started, ended }: PlacementFacts): Facts => ({ type, startedAt: day(started), endedAt: ended?.toString() ?? null });
const episodeWords = ({ removed, exitedAt, exitReason }: EpisodeFacts): Facts => ({ removedAt: day(removed), exitedAt: exitedAt?.toString() ?? null, exitReason });

export const factsOfPlacement = (placement: Placement): PlacementFacts => ({ type: placement.type, started: placement.started(), ended: placement.endedAt ?? null });
export const factsOfEpisode = (episode: FosterCareEpisode): EpisodeFacts => ({ removed: episode.removed(), exitedAt: episode.exitedAt ?? null, exitReason: episode.exitReason ?? null });

/**
 * Says anew how a child stayed somewhere, and tells every service. Answers whether anything changed. The child is locked by
 * the caller. Throws `IDENTITY.DATES_OVERLAP`, `IDENTITY.EPISODE_ENDED`, `IDENTITY.NO_CORRECTION`, `DATE_TOO_EARLY`.
 */
export async function correctPlacement(tx: Transaction, placement: Placement, facts: PlacementFacts, why: Why): Promise<boolean> {
  if (!keepCorrection(tx, 'PLACEMENT', placement.id, { before: placementWords(factsOfPlacement(placement)), after: placementWords(facts), why })) return false;
  const episode = await tx.get(FosterCareEpisode, placement.episodeId);
  placement.correct(episode, facts);
  const others = await tx.find(Placement, { childId: placement.childId });
  requireRoomAmong(placement, others);
  requireStaysWithin(others);
  await tellPlacements(tx, episode);
  return true;
}

/** As `correctPlacement`, for a stay in foster care. Also throws `IDENTITY.PLACEMENT_OUTSIDE`, `IDENTITY.BEFORE_BIRTH`. */
export async function correctEpisode(tx: Transaction, episode: FosterCareEpisode, facts: EpisodeFacts, why: Why): Promise<boolean> {
  if (!keepCorrection(tx, 'FOSTER_CARE_EPISODE', episode.id, { before: episodeWords(factsOfEpisode(episode)), after: episodeWords(facts), why })) return false;
  episode.correct(facts);
  requireBorn(await tx.get(Child, episode.childId), episode.removedAt, tx.context.county.timeZone);
  const others = await tx.find(FosterCareEpisode, { childId: episode.childId, id: { $ne: episode.id } });
  requireRoom(episode.span(), others.map((other) => other.span()), 'This stay in foster care');
  const placements = await tx.find(Placement, { episodeId: episode.id });
  if (placements.some((placement) => !within(placement.span(), episode.span()))) throw placementOutside();
  tx.emit(EpisodeCorrectedV1, {
    episodeId: episode.id,
    childId: episode.childId,
    removedAt: asFact(episode.removed()),
    exitedAt: episode.exitedAt?.toString() ?? null,
    reason: episode.exitReason ?? null,
    latestOfChild: others.every((other) => Temporal.Instant.compare(other.removedAt, episode.removedAt) < 0),
  });
  await tellPlacements(tx, episode);
  return true;
}

/** A stay lies within the placement beside which it is, whichever of the two was put right. */
function requireStaysWithin(placements: readonly Placement[]): void {
  for (const stay of placements) {
    const home = placements.find((placement) => placement.id === stay.besidePlacementId);
    if (home && !within(stay.span(), home.span())) throw new DomainError('IDENTITY.DATES_OVERLAP', 'A stay beside this placement would lie outside of it.');
  }
}

/** What is known now of each placement of that episode: which came first may have changed, too. */
async function tellPlacements(tx: Transaction, episode: FosterCareEpisode): Promise<void> {
  await tx.flush();
  const placements = await tx.find(Placement, { episodeId: episode.id }, { orderBy: { startedAt: 'asc' } });
  for (const [index, placement] of placements.entries())
    tx.emit(PlacementCorrectedV1, {
      placementId: placement.id,
      childId: placement.childId,
      episodeId: episode.id,
      type: placement.type,
      countsAsMove: countsAsMove(placement.type),
      startedAt: asFact(placement.started()),
      removedAt: asFact(episode.removed()),
      endedAt: placement.endedAt?.toString() ?? null,
      firstOfEpisode: !placements.slice(0, index).some((other) => countsAsMove(other.type)),
    });
}
