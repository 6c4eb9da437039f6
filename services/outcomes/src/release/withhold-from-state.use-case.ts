import { Clock, type Id } from '@fc/domain-kernel';
import { CountyDb, StateDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { ConnectionJourney } from '../journey/connection-journey.entity.ts';
import { oneAtATime } from './publish-state-facts.use-case.ts';

/** Takes back what the state has of a family connection, and lets nothing of it go there any more. Repeating it changes nothing. */
@Injectable()
export class WithholdFromState {
  constructor(
    private readonly db: CountyDb,
    private readonly state: StateDb,
    private readonly clock: Clock,
  ) {}

  /** Answers how many facts were taken back. Throws `NOT_FOUND`. */
  run(connectionId: Id<'FamilyConnection'>): Promise<number> {
    return this.db.transact(async (tx) => {
      await oneAtATime(tx);
      const journey = await tx.lock(ConnectionJourney, connectionId);
      journey.withhold(this.clock.now());
      const keys = await tx.sql<{ id: string }>(
        `delete from state_fact_key where fact_id in (select fact_id from connection_fact where connection_id = ?) returning state_id as id`,
        [journey.id],
      );
      const gone = await this.state.transact((state) => state.sql('delete from state_fact where id = any($1) returning id', [keys.map(({ id }) => id)]));
      return gone.length;
    });
  }
}
