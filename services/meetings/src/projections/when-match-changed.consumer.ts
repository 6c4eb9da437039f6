import { MatchAcceptedV1, MatchEndedV1, type EventOf } from '@fc/contracts';
import { Clock, Temporal } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { cancelMeeting } from '../connections-meetings/cancel-meeting.ts';
import { ConnectionsMeeting } from '../connections-meetings/connections-meeting.entity.ts';
import { holdLedgerStill } from '../contact/prohibited.ts';
import { keepDeadlines } from '../deadlines/keep-deadlines.ts';
import { FollowUpSession } from '../follow-ups/follow-up-session.entity.ts';
import { ActiveMatch } from './active-match.entity.ts';
import { FamilyConnection, takeTurns } from './family-connection.entity.ts';

/** Keeps who is whose mentor. A meeting is led by the mentors of the two families: when one of them leaves before it, it is called off. */
@Consumer()
export class WhenMatchChanged {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  @On(MatchAcceptedV1)
  async accepted({ data }: EventOf<typeof MatchAcceptedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      const match = ActiveMatch.accepted(data);
      tx.add(match);
      // Families who have met already go on talking with their new mentor.
      const connections = await connectionsOf(tx, match);
      await takeTurns(tx, connections.map(({ id }) => id));
      for (const connection of connections) {
        const met = await tx.first(ConnectionsMeeting, { connectionId: connection.id, status: 'HELD' });
        if (met) tx.add(FollowUpSession.after(connection.id, match, match.acceptedAt, tx.context.county));
        await keepDeadlines(tx, connection.id, this.clock.now());
      }
    });
  }

  @On(MatchEndedV1)
  async ended({ data }: EventOf<typeof MatchEndedV1>): Promise<void> {
    const at = Temporal.Instant.from(data.endedAt);
    await this.db.transact(async (tx) => {
      const match = await tx.lock(ActiveMatch, data.matchId);
      match.end(at);
      const connections = await connectionsOf(tx, match);
      await takeTurns(tx, connections.map(({ id }) => id));
      for (const connection of connections) await holdLedgerStill(tx, connection, this.clock.now());
      for (const talk of await tx.lockAll(FollowUpSession, { matchId: match.id, heldAt: null, closedAt: null })) talk.close(at);
      for (const { id: connectionId } of connections) {
        for (const meeting of await tx.lockAll(ConnectionsMeeting, { connectionId, status: 'SCHEDULED' })) if (meeting.isLeftBy(match.mentorId, at)) await cancelMeeting(tx, meeting, this.clock.now());
        await keepDeadlines(tx, connectionId, this.clock.now());
      }
    });
  }
}

/** The participant's open connections: a parent's own, or a household's. */
const connectionsOf = (tx: Transaction, { side, participantId }: ActiveMatch): Promise<FamilyConnection[]> =>
  tx.find(FamilyConnection, { closedAt: null, ...(side === 'PARENT' ? { parentId: participantId as string as FamilyConnection['parentId'] } : { householdId: participantId as string as FamilyConnection['householdId'] }) });
