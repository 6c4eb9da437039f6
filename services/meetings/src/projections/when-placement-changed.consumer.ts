import { PlacementCorrectedV1, PlacementEndedV1, PlacementStartedV1, type EventOf } from '@fc/contracts';
import { Clock, Temporal, type Id } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { ComfortCall } from '../comfort-calls/comfort-call.entity.ts';
import { keepDeadlines } from '../deadlines/keep-deadlines.ts';
import { closeFirstContacts, openIcebreaker, recountFirstContacts } from '../first-contacts/first-contacts.ts';
import { Icebreaker } from '../icebreakers/icebreaker.entity.ts';
import { ConnectionChild } from './connection-child.entity.ts';
import { FamilyConnection } from './family-connection.entity.ts';
import { Placement } from './placement.entity.ts';

/** Keeps where a child lives, and closes what was due because of a placement that is over. */
@Consumer()
export class WhenPlacementChanged {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  @On(PlacementStartedV1)
  async started({ data }: EventOf<typeof PlacementStartedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      const placement = Placement.started(data);
      tx.add(placement);
      const home = data.besidePlacementId ?? data.previousPlacementId;
      if (data.type !== 'TRIAL_HOME_VISIT' || !home) return;
      // The child goes home: the families who shared the care so far meet once more, as far as they are still connected.
      // That meeting takes the place of one that nobody has planned yet.
      for (const { connectionId } of await tx.find(ConnectionChild, { placementId: home })) {
        const connection = await tx.get(FamilyConnection, connectionId);
        if (connection.closedAt) continue;
        for (const unplanned of await tx.find(Icebreaker, { connectionId, childId: data.childId, status: 'OPEN' })) unplanned.close();
        await openIcebreaker(tx, connection, placement, this.clock.now());
        await keepDeadlines(tx, connectionId, this.clock.now());
      }
    });
  }

  @On(PlacementCorrectedV1)
  async corrected({ data }: EventOf<typeof PlacementCorrectedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      const placement = await tx.lock(Placement, data.placementId);
      placement.correct(data);
      await recountFirstContacts(tx, placement);
      await this.#keepDeadlinesOf(tx, placement.id);
    });
  }

  @On(PlacementEndedV1)
  async ended({ data: { placementId, endedAt } }: EventOf<typeof PlacementEndedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      const placement = await tx.lock(Placement, placementId);
      placement.end(Temporal.Instant.from(endedAt));
      await closeFirstContacts(tx, { placementId });
      await this.#keepDeadlinesOf(tx, placementId);
    });
  }

  /** A stay at home beside the placement has an icebreaker, and no part of its own in a connection. */
  async #keepDeadlinesOf(tx: Transaction, placementId: Id<'Placement'>): Promise<void> {
    const first = [...(await tx.find(Icebreaker, { placementId })), ...(await tx.find(ComfortCall, { placementId }))];
    for (const connectionId of new Set(first.map((one) => one.connectionId))) await keepDeadlines(tx, connectionId, this.clock.now());
  }
}
