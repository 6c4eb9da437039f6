import type { Transaction } from '@fc/tenancy';
import type { LedgerChange } from './contact-ledger.ts';

/** What a service has planned between people. */
export abstract class PlannedContacts {
  /** Suspends, in this transaction, whatever is planned and has become forbidden. What is suspended says neither why nor by whom. */
  abstract suspendForbidden(tx: Transaction, change: LedgerChange): Promise<void>;

  /** That is committed: what is done instead can begin. */
  wakeWhatFollows(): void {}
}
