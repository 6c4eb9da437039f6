import { Temporal, type Id } from '@fc/domain-kernel';
import { rolesOnConnection } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { ConnectionJourney } from './connection-journey.entity.ts';
import { ConnectionOutcomesView } from './connection-outcomes.view.ts';

/** Reads what connections have reached. */
@Injectable()
export class Journeys {
  constructor(private readonly db: CountyDb) {}

  /** Null for whoever is not on that connection, and for the moment until its opening has come through. */
  ofConnection(id: Id<'FamilyConnection'>): Promise<ConnectionOutcomesView | null> {
    return this.db.read(async (reader) => {
      if ((await rolesOnConnection(reader, id)).length === 0) return null;
      const [journey] = await reader.rows(ConnectionJourney, { id });
      if (!journey) return null;
      const firsts = await reader.sql<{ kind: string; category: string | null; at: number }>(
        `select kind, category, extract(epoch from min(at))::float8 as at from connection_fact where connection_id = ? group by kind, category`,
        [id],
      );
      const times = firsts.map((first) => ({ ...first, at: Temporal.Instant.fromEpochMilliseconds(Math.round(first.at * 1_000)) }));
      return ConnectionOutcomesView.from(journey, times, reader.context.county.timeZone);
    });
  }
}
