import { ConnectionChildJoinedV1, ConnectionChildLeftV1, ConnectionClosedV1, ConnectionContinuationEndedV1, ConnectionContinuedV1, ConnectionOpenedV1, type EventOf } from '@fc/contracts';
import { Clock, Temporal } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { AfterCaseInvitation } from '../after-case/after-case-invitation.entity.ts';
import { cancelMeeting } from '../connections-meetings/cancel-meeting.ts';
import { ConnectionsMeeting } from '../connections-meetings/connections-meeting.entity.ts';
import { keepDeadlines } from '../deadlines/keep-deadlines.ts';
import { FamilyMeeting } from '../family-meetings/family-meeting.entity.ts';
import { callOff } from '../family-meetings/call-off.ts';
import { closeFirstContacts, openFirstContacts, reopenReturnHome } from '../first-contacts/first-contacts.ts';
import { FollowUpSession } from '../follow-ups/follow-up-session.entity.ts';
import { ReviewHearing } from '../review-hearings/review-hearing.entity.ts';
import { tellCaregiversItIsOff } from '../review-hearings/tell-of-hearing.ts';
import { ConnectionChild } from './connection-child.entity.ts';
import { FamilyConnection, takeTurns } from './family-connection.entity.ts';
import { Placement } from './placement.entity.ts';

/** Keeps who is on a connection, and what is due because of it. One class, so that a connection's events keep their order when one of them waits. */
@Consumer()
export class WhenConnectionChanged {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  @On(ConnectionOpenedV1)
  async opened({ data }: EventOf<typeof ConnectionOpenedV1>): Promise<void> {
    const { connectionId: id, parentId, householdId, caregiverIds } = data;
    await this.db.transact(async (tx) => {
      const connection = FamilyConnection.opened({ id, parentId, householdId, caregiverIds, openedAt: Temporal.Instant.from(data.openedAt) });
      tx.add(connection);
      for (const { childId, placementId } of data.children) {
        tx.add(ConnectionChild.joined(id, childId, placementId));
        await openFirstContacts(tx, connection, placementId, this.clock.now());
      }
      await keepDeadlines(tx, id, this.clock.now());
    });
  }

  @On(ConnectionChildJoinedV1)
  async childJoined({ data: { connectionId, childId, placementId } }: EventOf<typeof ConnectionChildJoinedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      await tx.lock(Placement, placementId); // before the connection, as everywhere
      await takeTurns(tx, [connectionId]);
      const connection = await tx.get(FamilyConnection, connectionId);
      tx.add(ConnectionChild.joined(connectionId, childId, placementId));
      await openFirstContacts(tx, connection, placementId, this.clock.now());
      await keepDeadlines(tx, connectionId, this.clock.now());
    });
  }

  @On(ConnectionChildLeftV1)
  async childLeft({ data: { connectionId, placementId, at } }: EventOf<typeof ConnectionChildLeftV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      const child = await tx.first(ConnectionChild, { connectionId, placementId });
      child?.leave(Temporal.Instant.from(at));
    });
  }

  @On(ConnectionClosedV1)
  async closed({ data: { connectionId, closedAt } }: EventOf<typeof ConnectionClosedV1>): Promise<void> {
    const at = Temporal.Instant.from(closedAt);
    await this.db.transact(async (tx) => {
      const connection = await tx.lock(FamilyConnection, connectionId);
      for (const hearing of await tx.lockAll(ReviewHearing, { connectionId, status: 'PLANNED', scheduledFor: { $gt: this.clock.now() } })) await tellCaregiversItIsOff(tx, hearing, connection);
      connection.close(at);
      await closeFirstContacts(tx, { connectionId }, at);
      for (const meeting of await tx.lockAll(ConnectionsMeeting, { connectionId, status: 'SCHEDULED' })) await cancelMeeting(tx, meeting, at);
      for (const meeting of await tx.lockAll(FamilyMeeting, { connectionId, status: 'SCHEDULED' })) callOff(tx, meeting);
      for (const talk of await tx.lockAll(FollowUpSession, { connectionId, heldAt: null, closedAt: null })) talk.close(at);
      await keepDeadlines(tx, connectionId, this.clock.now());
    });
  }

  @On(ConnectionContinuedV1)
  async continued({ data: { connectionId, continuedAt } }: EventOf<typeof ConnectionContinuedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      const connection = await tx.lock(FamilyConnection, connectionId);
      connection.goOn(Temporal.Instant.from(continuedAt));
      await reopenReturnHome(tx, connection, this.clock.now());
      await keepDeadlines(tx, connectionId, this.clock.now());
    });
  }

  @On(ConnectionContinuationEndedV1)
  async continuationEnded({ data: { connectionId, endedAt } }: EventOf<typeof ConnectionContinuationEndedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      (await tx.lock(FamilyConnection, connectionId)).goOn(null);
      await closeFirstContacts(tx, { connectionId }, Temporal.Instant.from(endedAt));
      for (const invitation of await tx.lockAll(AfterCaseInvitation, { connectionId })) invitation.suspend();
      await keepDeadlines(tx, connectionId, this.clock.now());
    });
  }
}
