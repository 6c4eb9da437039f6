import { Temporal, type Id } from '@fc/domain-kernel';
import type { FilterQuery, Reader } from '@fc/tenancy';
import { MentorNeed } from '../needs/mentor-need.entity.ts';
import { MatchProposal } from '../proposals/match-proposal.entity.ts';
import type { WaitingNeed } from './matching-input.ts';
import { MatchRun } from './match-run.entity.ts';

/** Who waits, has no open proposal, and is in no run that still searches; of these needs alone, where some are named. */
export async function waitingForRun(reader: Reader, among?: readonly Id<'MentorNeed'>[]): Promise<WaitingNeed[]> {
  const searching = await reader.rows(MatchRun, { finishedAt: null });
  return waiting(reader, searching.flatMap(({ search }) => search?.needIds ?? []), among);
}

/** Those of them who have waited so long that they come first: whatever place has become free is looked at for them too. */
export async function waitingFirst(reader: Reader, now: Temporal.Instant, except: readonly { readonly id: string }[]): Promise<WaitingNeed[]> {
  const longest = now.subtract({ hours: 24 * reader.context.county.settings.waitingComesFirstDays });
  const known = new Set(except.map(({ id }) => id));
  return (await waitingForRun(reader)).filter(({ id, since }) => !known.has(id) && Temporal.Instant.compare(since, longest) <= 0);
}

/** Those of these needs that still wait, and have no open proposal. */
export const stillWaiting = (reader: Reader, among: readonly Id<'MentorNeed'>[]): Promise<WaitingNeed[]> => waiting(reader, [], among);

async function waiting(reader: Reader, except: readonly Id<'MentorNeed'>[], among?: readonly Id<'MentorNeed'>[]): Promise<WaitingNeed[]> {
  const asked = await reader.rows(MatchProposal, { status: 'PROPOSED' });
  const which: FilterQuery<MentorNeed> = { metAt: null, withdrawnAt: null, id: { $nin: [...except, ...asked.map((proposal) => proposal.needId)], ...(among && { $in: [...among] }) } };
  return reader.rows(MentorNeed, which, { orderBy: { id: 'asc' } });
}
