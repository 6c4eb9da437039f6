import { Role } from '@fc/auth';
import { Clock, type Id } from '@fc/domain-kernel';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { keepDeadlines } from '../deadlines/keep-deadlines.ts';
import { getOnConnection } from '../projections/on-connection.ts';
import { attemptsBetween } from './call-so-far.ts';
import { ComfortCall } from './comfort-call.entity.ts';

/** A parent who was not ready wants the call now; the caregiver may try again (R31), about whichever of the children they share. */
@Injectable()
export class AgreeToAnotherCall {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(id: string): Promise<Id<'ComfortCall'>> {
    return this.db.transact(async (tx) => {
      const call = await getOnConnection(tx, ComfortCall, id, Role.PARENT, Role.CASEWORKER);
      for (const attempt of await attemptsBetween(tx, call.connectionId)) if (attempt.outcome === 'NOT_READY') attempt.agreeToCallAgain();
      await keepDeadlines(tx, call.connectionId, this.clock.now());
      return call.id;
    });
  }
}
