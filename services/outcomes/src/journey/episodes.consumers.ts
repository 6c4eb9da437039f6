import { EpisodeExitedV1, PlacementStartedV1, type EventOf } from '@fc/contracts';
import type { Id } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { OutcomeFact } from '../facts/outcome-fact.entity.ts';
import { EpisodeJourney } from './episode-journey.entity.ts';

const journeyOf = (tx: Transaction, episodeId: Id<'FosterCareEpisode'>, childId: Id<'Child'>): Promise<EpisodeJourney> =>
  tx.firstOr(EpisodeJourney, { id: episodeId }, () => EpisodeJourney.of(episodeId, childId));

/** The first placement of an episode is no move, nor is a stay that does not count as one. */
@Consumer()
export class WhenPlacementStarted {
  constructor(private readonly db: CountyDb) {}

  @On(PlacementStartedV1)
  async handle({ data }: EventOf<typeof PlacementStartedV1>): Promise<void> {
    const { placementId, episodeId, childId, startedAt, removedAt, firstOfEpisode, countsAsMove } = data;
    await this.db.transact(async (tx) => {
      (await journeyOf(tx, episodeId, childId)).remove(removedAt.at);
      const category = countsAsMove && !firstOfEpisode ? 'MOVE' : 'NO_MOVE';
      tx.add(OutcomeFact.of({ kind: 'PLACEMENT_STARTED', category, sourceId: placementId, at: startedAt.at, about: { childId } }));
    });
  }
}

@Consumer()
export class WhenEpisodeExited {
  constructor(private readonly db: CountyDb) {}

  @On(EpisodeExitedV1)
  async handle({ data: { episodeId, childId, exitedAt, reason } }: EventOf<typeof EpisodeExitedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      (await journeyOf(tx, episodeId, childId)).exit(exitedAt, reason);
      tx.add(OutcomeFact.of({ kind: 'EPISODE_EXITED', category: reason, sourceId: episodeId, at: exitedAt, about: { childId } }));
    });
  }
}
