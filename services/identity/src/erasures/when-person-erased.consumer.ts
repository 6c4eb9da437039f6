import { PersonErasedV1, type EventOf } from '@fc/contracts';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { Account } from '../people/account.entity.ts';
import { RealmAccounts } from '../people/realm-accounts.ts';

/** Takes away the account, which holds the person's email. It follows the erasure, so that a realm that does not answer can neither stop nor halve one. */
@Consumer()
export class WhenPersonErased {
  constructor(
    private readonly db: CountyDb,
    private readonly accounts: RealmAccounts,
  ) {}

  @On(PersonErasedV1)
  async handle({ data: { personId } }: EventOf<typeof PersonErasedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      const account = await tx.first(Account, { personId });
      if (!account) return;
      await this.accounts.remove(account.subject);
      await tx.sql(`delete from account where person_id = ?`, [personId]);
    });
  }
}
