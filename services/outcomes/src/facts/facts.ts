import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { OutcomeFact, type FactKind, type NewFact } from './outcome-fact.entity.ts';

/** The county's book of facts. */
@Injectable()
export class Facts {
  constructor(private readonly db: CountyDb) {}

  /** Adds one fact, in the one transaction of the event that it comes from. */
  async record<Kind extends FactKind>(fact: NewFact<Kind>): Promise<void> {
    await this.db.transact(async (tx) => tx.add(OutcomeFact.of(fact)));
  }
}
