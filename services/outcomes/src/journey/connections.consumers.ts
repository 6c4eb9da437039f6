import { ConnectionChildJoinedV1, ConnectionChildLeftV1, ConnectionClosedV1, ConnectionOpenedV1, type EventOf } from '@fc/contracts';
import { Temporal } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb, RowNotFound } from '@fc/tenancy';
import { OutcomeFact } from '../facts/outcome-fact.entity.ts';
import { ConnectionJourney } from './connection-journey.entity.ts';
import { JourneyChild } from './journey-child.entity.ts';

@Consumer()
export class WhenConnectionOpened {
  constructor(private readonly db: CountyDb) {}

  @On(ConnectionOpenedV1)
  async handle({ data }: EventOf<typeof ConnectionOpenedV1>): Promise<void> {
    const { connectionId, children, openedAt } = data;
    await this.db.transact(async (tx) => {
      tx.add(ConnectionJourney.begin(data), ...children.map((child) => JourneyChild.join({ connectionId, ...child }, openedAt)));
      tx.add(OutcomeFact.of({ kind: 'CONNECTION_OPENED', sourceId: connectionId, at: openedAt, about: { connectionId } }));
    });
  }
}

@Consumer()
export class WhenConnectionChildJoined {
  constructor(private readonly db: CountyDb) {}

  @On(ConnectionChildJoinedV1)
  async handle({ data }: EventOf<typeof ConnectionChildJoinedV1>): Promise<void> {
    await this.db.transact(async (tx) => tx.add(JourneyChild.join(data, data.at)));
  }
}

@Consumer()
export class WhenConnectionChildLeft {
  constructor(private readonly db: CountyDb) {}

  @On(ConnectionChildLeftV1)
  async handle({ data: { connectionId, placementId, at } }: EventOf<typeof ConnectionChildLeftV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      const part = await tx.first(JourneyChild, { connectionId, placementId });
      if (!part) throw new RowNotFound(JourneyChild.name, placementId); // the event waits until the child has joined
      part.leave(Temporal.Instant.from(at));
    });
  }
}

@Consumer()
export class WhenConnectionClosed {
  constructor(private readonly db: CountyDb) {}

  @On(ConnectionClosedV1)
  async handle({ data: { connectionId, closedAt } }: EventOf<typeof ConnectionClosedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      const journey = await tx.get(ConnectionJourney, connectionId);
      journey.close(Temporal.Instant.from(closedAt));
      tx.add(OutcomeFact.of({ kind: 'CONNECTION_CLOSED', sourceId: connectionId, at: closedAt, about: { connectionId } }));
    });
  }
}
