import { EpisodeCorrectedV1, EpisodeExitedV1, PlacementCorrectedV1, PlacementStartedV1, type EventOf } from '@fc/contracts';
import type { Id } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { OutcomeFact, type FactKind } from '../facts/outcome-fact.entity.ts';
import { EpisodeJourney } from './episode-journey.entity.ts';

const journeyOf = (tx: Transaction, episodeId: Id<'FosterCareEpisode'>, childId: Id<'Child'>): Promise<EpisodeJourney> =>
  tx.firstOr(EpisodeJourney, { id: episodeId }, () => EpisodeJourney.of(episodeId, childId));

const moved = ({ countsAsMove, firstOfEpisode }: { countsAsMove: boolean; firstOfEpisode: boolean }): 'MOVE' | 'NO_MOVE' => (countsAsMove && !firstOfEpisode ? 'MOVE' : 'NO_MOVE');

/** Puts right what is counted; what has left for the state stays as it left. */
async function correctFact(tx: Transaction, kind: FactKind, sourceId: string, category: string, at: string): Promise<void> {
  for (const fact of await tx.find(OutcomeFact, { kind, sourceId })) fact.correct(category, at);
}

/** The first placement of an episode is no move, nor is a stay that does not count as one. */
@Consumer()
export class WhenPlacementStarted {
  constructor(private readonly db: CountyDb) {}

  @On(PlacementStartedV1)
  async handle({ data }: EventOf<typeof PlacementStartedV1>): Promise<void> {
    const { placementId, episodeId, childId, startedAt, removedAt } = data;
    await this.db.transact(async (tx) => {
      (await journeyOf(tx, episodeId, childId)).remove(removedAt.at);
      tx.add(OutcomeFact.of({ kind: 'PLACEMENT_STARTED', category: moved(data), sourceId: placementId, at: startedAt.at, about: { childId } }));
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

@Consumer()
export class WhenPlacementCorrected {
  constructor(private readonly db: CountyDb) {}

  @On(PlacementCorrectedV1)
  async handle({ data }: EventOf<typeof PlacementCorrectedV1>): Promise<void> {
    const { placementId, episodeId, childId, startedAt, removedAt } = data;
    await this.db.transact(async (tx) => {
      (await journeyOf(tx, episodeId, childId)).remove(removedAt.at);
      await correctFact(tx, 'PLACEMENT_STARTED', placementId, moved(data), startedAt.at);
    });
  }
}

@Consumer()
export class WhenEpisodeCorrected {
  constructor(private readonly db: CountyDb) {}

  @On(EpisodeCorrectedV1)
  async handle({ data: { episodeId, childId, removedAt, exitedAt, reason } }: EventOf<typeof EpisodeCorrectedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      const journey = await journeyOf(tx, episodeId, childId);
      journey.remove(removedAt.at);
      if (!exitedAt || !reason) return;
      journey.exit(exitedAt, reason);
      await correctFact(tx, 'EPISODE_EXITED', episodeId, reason, exitedAt);
    });
  }
}
