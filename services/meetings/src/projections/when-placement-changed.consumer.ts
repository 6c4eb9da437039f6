import { EpisodeExitedV1, PlacementCorrectedV1, PlacementEndedV1, PlacementStartedV1, type EventOf } from '@fc/contracts';
import { Clock, Temporal, type Id } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb, type Row, type Transaction } from '@fc/tenancy';
import { ComfortCall } from '../comfort-calls/comfort-call.entity.ts';
import { keepDeadlines } from '../deadlines/keep-deadlines.ts';
import { closeFirstContacts, closeReturnHomes, openIcebreaker, openReturnHome, recountFirstContacts } from '../first-contacts/first-contacts.ts';
import { Icebreaker } from '../icebreakers/icebreaker.entity.ts';
import { ConnectionChild } from './connection-child.entity.ts';
import { FamilyConnection, takeTurns } from './family-connection.entity.ts';
import { Placement } from './placement.entity.ts';

/** Keeps where a child lives, closes what was due because of a placement or a return home that is over, and has the families meet when the child goes home. One class, so that a child's events keep their order. */
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
      if (data.type !== 'TRIAL_HOME_VISIT') return this.#keepDeadlines(tx, await closeReturnHomes(tx, placement));
      if (!home) return;
      // The child goes home: the families who shared the care so far meet once more, as far as they are still connected.
      // That meeting takes the place of one that nobody has planned yet.
      const parts = await tx.rows(ConnectionChild, { placementId: home });
      await takeTurns(tx, parts.map(connectionOf));
      for (const { connectionId } of parts) {
        const connection = await tx.get(FamilyConnection, connectionId);
        if (connection.closedAt) continue;
        for (const unplanned of await tx.lockAll(Icebreaker, { connectionId, childId: data.childId, status: 'OPEN' })) unplanned.close(placement.startedAt);
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
      const connectionIds = await this.#connectionsOf(tx, placement.id);
      await recountFirstContacts(tx, placement);
      await this.#keepDeadlines(tx, connectionIds);
    });
  }

  @On(PlacementEndedV1)
  async ended({ data: { placementId, endedAt } }: EventOf<typeof PlacementEndedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      const placement = await tx.lock(Placement, placementId);
      const at = Temporal.Instant.from(endedAt);
      placement.end(at);
      const connectionIds = await this.#connectionsOf(tx, placementId);
      await closeFirstContacts(tx, { placementId }, at);
      await this.#keepDeadlines(tx, connectionIds);
    });
  }

  @On(EpisodeExitedV1)
  async exited({ data: { childId, exitedAt, reason } }: EventOf<typeof EpisodeExitedV1>): Promise<void> {
    const returned = Temporal.Instant.from(exitedAt);
    await this.db.transact(async (tx) => {
      if (reason !== 'REUNIFICATION') return;
      const untilThen = ({ leftAt }: Row<ConnectionChild>): boolean => !leftAt || Temporal.Instant.compare(leftAt, returned) >= 0;
      const parts = (await tx.rows(ConnectionChild, { childId })).filter(untilThen);
      await takeTurns(tx, parts.map(connectionOf));
      for (const part of parts) await openReturnHome(tx, await tx.get(FamilyConnection, part.connectionId), part, { returned, now: this.clock.now() });
      await this.#keepDeadlines(tx, parts.map(connectionOf));
    });
  }

  /** Where something is due because of that placement, each taken its turn with. A stay at home beside the placement has an icebreaker, and no part of its own in a connection. */
  async #connectionsOf(tx: Transaction, placementId: Id<'Placement'>): Promise<Id<'FamilyConnection'>[]> {
    const first = [...(await tx.rows(Icebreaker, { placementId })), ...(await tx.rows(ComfortCall, { placementId }))];
    const connectionIds = [...new Set(first.map(connectionOf))];
    await takeTurns(tx, connectionIds);
    return connectionIds;
  }

  async #keepDeadlines(tx: Transaction, connectionIds: readonly Id<'FamilyConnection'>[]): Promise<void> {
    for (const connectionId of new Set(connectionIds)) await keepDeadlines(tx, connectionId, this.clock.now());
  }
}

const connectionOf = ({ connectionId }: { readonly connectionId: Id<'FamilyConnection'> }): Id<'FamilyConnection'> => connectionId;
