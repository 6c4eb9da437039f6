import { EpisodeExitedV1 } from '@fc/contracts';
import { DomainError, Temporal, type ClockStart, type Id } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { Child } from '../families/child.entity.ts';
import { closeCase } from '../after-case/end-of-case.ts';
import { FosterCareEpisode, type ExitReason } from './foster-care-episode.entity.ts';
import { endPlacement } from './place-child.ts';
import { Placement } from './placement.entity.ts';
import { alreadyInCare } from './placements.errors.ts';
import { requireRoom } from './span.ts';

export interface Exit {
  readonly at: Temporal.Instant;
  readonly reason: `${ExitReason}`;
}

/** A child enters foster care, or was there until `exit`. The child is locked by the caller. Throws `IDENTITY.ALREADY_IN_CARE`, `IDENTITY.DATES_OVERLAP`, `IDENTITY.BEFORE_BIRTH`. */
export async function enterCare(tx: Transaction, childId: Id<'Child'>, removed: ClockStart, exit: Exit | null = null): Promise<FosterCareEpisode> {
  const others = await tx.find(FosterCareEpisode, { childId });
  if (!exit && others.some((other) => !other.exitedAt)) throw alreadyInCare();
  requireBorn(await tx.get(Child, childId), removed.at, tx.context.county.timeZone);
  const episode = FosterCareEpisode.begin(childId, removed);
  if (exit) episode.exit(exit.at, exit.reason);
  requireRoom(episode.span(), others.map((other) => other.span()), 'This stay in foster care');
  tx.add(episode);
  if (exit) tellExit(tx, episode, exit);
  return episode;
}

/** A child leaves foster care, and every service is told; the placement that is open ends with it, and so does whatever staff had a part in (R82). */
export async function leaveCare(tx: Transaction, episode: FosterCareEpisode, exit: Exit): Promise<void> {
  episode.exit(exit.at, exit.reason);
  const placement = await tx.first(Placement, { episodeId: episode.id, endedAt: null, besidePlacementId: null });
  if (placement) await endPlacement(tx, placement, exit.at);
  await closeCase(tx, episode.childId, exit.at);
  tellExit(tx, episode, exit);
}

const tellExit = (tx: Transaction, episode: FosterCareEpisode, { at, reason }: Exit): void =>
  tx.emit(EpisodeExitedV1, { episodeId: episode.id, childId: episode.childId, exitedAt: at.toString(), reason });

/** Throws `IDENTITY.BEFORE_BIRTH` for a removal before the day on which the child was born. */
export function requireBorn({ birthDate }: Pick<Child, 'birthDate'>, removedAt: Temporal.Instant, zone: string): void {
  if (Temporal.PlainDate.compare(removedAt.toZonedDateTimeISO(zone).toPlainDate(), birthDate) < 0) throw new DomainError('IDENTITY.BEFORE_BIRTH', 'The removal cannot be before the child was born.');
}
