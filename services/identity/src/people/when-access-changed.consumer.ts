import { AccessChangedV1, type EventOf } from '@fc/contracts';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { Account } from './account.entity.ts';
import { Person } from './person.entity.ts';
import { RealmAccounts } from './realm-accounts.ts';

/**
 * Shuts or opens the person's account in the county's realm. The person is shut out of every service already; while the
 * realm does not answer, the event waits and is tried again.
 */
@Consumer()
export class WhenAccessChanged {
  constructor(
    private readonly db: CountyDb,
    private readonly accounts: RealmAccounts,
  ) {}

  @On(AccessChangedV1)
  async handle({ data }: EventOf<typeof AccessChangedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      // As the person stands now, and nobody decides otherwise meanwhile: an old event that comes again undoes nothing.
      const { disabledAt } = await tx.lock(Person, data.personId);
      for (const { subject } of await tx.find(Account, { personId: data.personId })) await this.accounts.allow(subject, disabledAt === null);
    });
  }
}
