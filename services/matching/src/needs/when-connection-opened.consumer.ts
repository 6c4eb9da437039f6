import { ConnectionOpenedV1, type EventOf } from '@fc/contracts';
import { Temporal } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { MentorNeed } from './mentor-need.entity.ts';

/** Whoever has no mentor yet, and waits for none, waits from now on. */
@Consumer()
export class WhenConnectionOpened {
  constructor(private readonly db: CountyDb) {}

  @On(ConnectionOpenedV1)
  async handle({ data: { connectionId, parentId, householdId, openedAt } }: EventOf<typeof ConnectionOpenedV1>): Promise<void> {
    const since = Temporal.Instant.from(openedAt);
    await this.db.transact(async (tx) => {
      for (const need of [MentorNeed.ofParent(parentId, connectionId, since), MentorNeed.ofHousehold(householdId, connectionId, since)]) {
        const known = await tx.first(MentorNeed, { participantId: need.participantId, mentorRole: need.mentorRole });
        if (!known) tx.add(need);
      }
    });
  }
}
