import { ConnectionOpenedV1, type EventOf } from '@fc/contracts';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { ConnectedChild } from './connected-child.entity.ts';
import { ConnectedFamilies } from './connected-families.entity.ts';

@Consumer()
export class WhenConnectionOpened {
  constructor(private readonly db: CountyDb) {}

  @On(ConnectionOpenedV1)
  async handle({ data: { connectionId, parentId, caregiverIds, children } }: EventOf<typeof ConnectionOpenedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      tx.add(ConnectedFamilies.open(connectionId, parentId, caregiverIds), ...children.map(({ childId }) => ConnectedChild.join(connectionId, childId)));
    });
  }
}
