import { AccountLinkedV1, type EventOf } from '@fc/contracts';
import { Clock } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { Account } from './account.entity.ts';
import { RealmAccounts } from './realm-accounts.ts';

/** Has the realm invite whoever was given an account, once. While the realm or its mail server does not answer, the event waits and is tried again. */
@Consumer()
export class WhenAccountLinked {
  constructor(
    private readonly db: CountyDb,
    private readonly accounts: RealmAccounts,
    private readonly clock: Clock,
  ) {}

  @On(AccountLinkedV1)
  async handle({ data: { issuer, subject } }: EventOf<typeof AccountLinkedV1>): Promise<void> {
    const awaitsMail = { issuer, subject, invitedByMail: true, invitedAt: null };
    if ((await this.db.read((reader) => reader.count(Account, awaitsMail))) === 0) return this.db.acknowledge(() => Promise.resolve());
    await this.db.transact(async (tx) => {
      const account = await tx.first(Account, awaitsMail);
      if (!account) return;
      await this.accounts.sendInvitation(subject);
      account.invited(this.clock.now());
    });
  }
}
