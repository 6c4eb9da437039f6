import {
  CaseAssignedV1,
  CaseUnassignedV1,
  ConnectionChildJoinedV1,
  ConnectionChildLeftV1,
  ConnectionClosedV1,
  ConnectionOpenedV1,
  MatchAcceptedV1,
  MatchEndedV1,
  type EventOf,
} from '@fc/contracts';
import { Temporal, type Id } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb, make } from '@fc/tenancy';
import { AccessCaseMember, AccessChild, AccessPair, AccessParty } from './access.entities.ts';

@Consumer()
export class AccessWhenConnectionOpened {
  constructor(private readonly db: CountyDb) {}

  @On(ConnectionOpenedV1)
  async handle({ data }: EventOf<typeof ConnectionOpenedV1>): Promise<void> {
    const connectionId = data.connectionId;
    const party = (personId: Id<'Person'>, role: 'PARENT' | 'CAREGIVER', participantId: string): AccessParty =>
      make(AccessParty, { connectionId, personId, role, participantId: participantId as Id<'Participant'>, closedAt: null });
    await this.db.transact(async (tx) => {
      tx.add(party(data.parentId, 'PARENT', data.parentId));
      for (const caregiver of data.caregiverIds) tx.add(party(caregiver, 'CAREGIVER', data.householdId));
      for (const { childId, placementId } of data.children)
        tx.add(make(AccessChild, { connectionId, childId, placementId, leftAt: null }));
    });
  }
}

@Consumer()
export class AccessWhenConnectionClosed {
  constructor(private readonly db: CountyDb) {}

  @On(ConnectionClosedV1)
  async handle({ data }: EventOf<typeof ConnectionClosedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      for (const party of await tx.find(AccessParty, { connectionId: data.connectionId })) party.closedAt = Temporal.Instant.from(data.closedAt);
    });
  }
}

@Consumer()
export class AccessWhenConnectionChildJoined {
  constructor(private readonly db: CountyDb) {}

  @On(ConnectionChildJoinedV1)
  async handle({ data }: EventOf<typeof ConnectionChildJoinedV1>): Promise<void> {
    const connectionId = data.connectionId;
    const childId = data.childId;
    const placementId = data.placementId;
    await this.db.transact(async (tx) => {
      const child = await tx.firstOr(AccessChild, { connectionId, childId }, () => make(AccessChild, { connectionId, childId, placementId, leftAt: null }));
      child.placementId = placementId;
      child.leftAt = null;
    });
  }
}

@Consumer()
export class AccessWhenConnectionChildLeft {
  constructor(private readonly db: CountyDb) {}

  @On(ConnectionChildLeftV1)
  async handle({ data }: EventOf<typeof ConnectionChildLeftV1>): Promise<void> {
    const where = { connectionId: data.connectionId, childId: data.childId, placementId: data.placementId };
    await this.db.transact(async (tx) => {
      const child = await tx.first(AccessChild, where);
      if (child) child.leftAt = Temporal.Instant.from(data.at);
    });
  }
}

@Consumer()
export class AccessWhenCaseAssigned {
  constructor(private readonly db: CountyDb) {}

  @On(CaseAssignedV1)
  async handle({ data }: EventOf<typeof CaseAssignedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      tx.add(
        make(AccessCaseMember, {
          id: data.assignmentId,
          childId: data.childId,
          personId: data.personId,
          role: data.role,
          to: null,
        }),
      );
    });
  }
}

@Consumer()
export class AccessWhenCaseUnassigned {
  constructor(private readonly db: CountyDb) {}

  @On(CaseUnassignedV1)
  async handle({ data }: EventOf<typeof CaseUnassignedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      const member = await tx.get(AccessCaseMember, data.assignmentId);
      member.to = Temporal.Instant.from(data.to);
    });
  }
}

@Consumer()
export class AccessWhenMatchAccepted {
  constructor(private readonly db: CountyDb) {}

  @On(MatchAcceptedV1)
  async handle({ data }: EventOf<typeof MatchAcceptedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      tx.add(
        make(AccessPair, {
          id: data.matchId,
          role: data.mentorRole,
          mentorId: data.mentorId,
          participantId: data.participantId,
          endedAt: null,
        }),
      );
    });
  }
}

@Consumer()
export class AccessWhenMatchEnded {
  constructor(private readonly db: CountyDb) {}

  @On(MatchEndedV1)
  async handle({ data }: EventOf<typeof MatchEndedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      const pair = await tx.get(AccessPair, data.matchId);
      pair.endedAt = Temporal.Instant.from(data.endedAt);
    });
  }
}
