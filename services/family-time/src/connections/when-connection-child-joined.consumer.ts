import { ConnectionChildJoinedV1, type EventOf } from '@fc/contracts';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { ConnectedChild } from './connected-child.entity.ts';
import { ConnectedFamilies } from './connected-families.entity.ts';

@Consumer()
export class WhenConnectionChildJoined {
  constructor(private readonly db: CountyDb) {}

  @On(ConnectionChildJoinedV1)
  async handle({ data: { connectionId, childId } }: EventOf<typeof ConnectionChildJoinedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      await tx.get(ConnectedFamilies, connectionId);
      const child = await tx.firstOr(ConnectedChild, { connectionId, childId }, () => ConnectedChild.join(connectionId, childId));
      child.comeBack();
    });
  }
}
