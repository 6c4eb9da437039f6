import { ConnectionClosedV1, type EventOf } from '@fc/contracts';
import { Temporal } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { ConnectedFamilies } from './connected-families.entity.ts';

@Consumer()
export class WhenConnectionClosed {
  constructor(private readonly db: CountyDb) {}

  @On(ConnectionClosedV1)
  async handle({ data: { connectionId, closedAt } }: EventOf<typeof ConnectionClosedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      const families = await tx.get(ConnectedFamilies, connectionId);
      families.close(Temporal.Instant.from(closedAt));
    });
  }
}
