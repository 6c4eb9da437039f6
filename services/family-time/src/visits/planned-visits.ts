import { Clock } from '@fc/domain-kernel';
import { PlannedContacts, type LedgerChange } from '@fc/subgraph';
import type { Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { suspendVisits } from './suspend-visits.ts';

/** Visits at which two people are to be together, as the contact ledger comes to forbid them. */
@Injectable()
export class PlannedVisits extends PlannedContacts {
  constructor(private readonly clock: Clock) {
    super();
  }

  override async suspendForbidden(tx: Transaction, change: LedgerChange): Promise<void> {
    await suspendVisits(tx, { peopleIds: { $contains: [...change.people] } }, this.clock.now(), (visit) => change.forbids(visit.contact()));
  }
}
