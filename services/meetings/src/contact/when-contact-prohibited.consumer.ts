import { ContactProhibitedV1, type EventOf } from '@fc/contracts';
import { Clock } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { recordProhibition } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { suspendContact } from './suspend-contact.ts';

/** Takes the prohibition into the ledger and suspends what it forbids, in one transaction. Its end brings nothing back. */
@Consumer()
export class WhenContactProhibited {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  @On(ContactProhibitedV1)
  async handle({ data }: EventOf<typeof ContactProhibitedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      await recordProhibition(tx, data);
      await suspendContact(tx, data, this.clock.now());
    });
  }
}
