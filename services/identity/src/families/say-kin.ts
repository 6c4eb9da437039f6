import { KinKnownV1 } from '@fc/contracts';
import type { Id } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';

/** Tells the other services that these people are family of that child, so that nobody of them is taken for a stranger to the case. */
export function sayKin(tx: Transaction, childId: Id<'Child'>, personIds: readonly Id<'Person'>[]): void {
  if (personIds.length > 0) tx.emit(KinKnownV1, { childId, personIds: [...personIds] });
}
