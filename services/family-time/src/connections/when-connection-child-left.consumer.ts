import { ConnectionChildLeftV1, type EventOf } from '@fc/contracts';
import { Clock, Temporal } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { suspendVisits } from '../visits/suspend-visits.ts';
import { ConnectedChild } from './connected-child.entity.ts';
import { ConnectedFamilies } from './connected-families.entity.ts';

/** The plan stays with child and parent. Visits that counted on the caregivers whom the child has left have to be planned anew. */
@Consumer()
export class WhenConnectionChildLeft {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  @On(ConnectionChildLeftV1)
  async handle({ data: { connectionId, childId, at } }: EventOf<typeof ConnectionChildLeftV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      const { parentId } = await tx.get(ConnectedFamilies, connectionId);
      const part = await tx.firstOr(ConnectedChild, { connectionId, childId }, () => ConnectedChild.join(connectionId, childId));
      part.leave(Temporal.Instant.from(at));
      await suspendVisits(tx, { childId, parentId, $or: [{ caregiverPresent: true }, { naturalPlace: 'CAREGIVER_HOME' }] }, this.clock.now());
    });
  }
}
