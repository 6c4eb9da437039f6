import { Role } from '@fc/auth';
import { Clock, type Id } from '@fc/domain-kernel';
import { requireContact } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { keepDeadlines } from '../deadlines/keep-deadlines.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { getOnConnection } from '../projections/on-connection.ts';
import { ComfortCall } from './comfort-call.entity.ts';

/** Brings a suspended call back, once contact is possible again: nothing does so by itself. */
@Injectable()
export class ResumeComfortCall {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(comfortCallId: string): Promise<Id<'ComfortCall'>> {
    return this.db.transact(async (tx) => {
      const call = await getOnConnection(tx, ComfortCall, comfortCallId, Role.CASEWORKER, Role.COORDINATOR, Role.PROGRAM_SUPERVISOR);
      const connection = await tx.get(FamilyConnection, call.connectionId);
      await requireContact(tx, connection.contact('CALL', this.clock.now()));
      call.resume();
      await keepDeadlines(tx, connection.id, this.clock.now());
      return call.id;
    });
  }
}
