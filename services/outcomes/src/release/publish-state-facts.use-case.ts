import { Clock, type Temporal } from '@fc/domain-kernel';
import { CountyDb, StateDb, type Reader, type StateSession } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { releasedAs, releasedMeasures } from './released-measures.ts';

interface LeavingFact {
  readonly id: string;
  readonly kind: string;
  readonly category: string | null;
  /** The first day of the fact's month. */
  readonly month: string;
}

const releasedKinds = releasedMeasures.map(({ kind }) => kind);

/**
 * Lets the county's new facts go to the state, each once, without anything that joins back to a person. Interrupted at any
 * point, the next run finishes: a fact's random name is kept before it leaves, and the state takes each name once.
 */
@Injectable()
export class PublishStateFacts {
  constructor(
    private readonly db: CountyDb,
    private readonly state: StateDb,
    private readonly clock: Clock,
  ) {}

  /** Answers how many facts left. */
  async run(): Promise<number> {
    await this.#name();
    return this.#send(this.clock.now());
  }

  /** Gives each fact that may leave the name that it will have in the state's database. */
  async #name(): Promise<void> {
    await this.db.transact(async (tx) => {
      await oneAtATime(tx);
      await tx.sql(
        `insert into state_fact_key (fact_id, state_id)
         select fact.id, gen_random_uuid()::text from outcome_fact fact
          where fact.kind in (${releasedKinds.map(() => '?').join(', ')})
            and not exists (select from state_fact_key key where key.fact_id = fact.id)
            and not exists (select from connection_fact part join connection_journey journey on journey.id = part.connection_id
                             where part.fact_id = fact.id and journey.withheld_at is not null)`,
        releasedKinds,
      );
    });
  }

  #send(now: Temporal.Instant): Promise<number> {
    return this.db.transact(async (tx) => {
      await oneAtATime(tx);
      const { slug, name, fips, timeZone } = tx.context.county;
      // In the order of their random names, so that not even their place tells which came first.
      const leaving = await tx.sql<LeavingFact>(
        `select key.state_id as id, fact.kind, fact.category, to_char(fact.at at time zone ?, 'YYYY-MM-01') as month
           from state_fact_key key join outcome_fact fact on fact.id = key.fact_id
          where key.sent_at is null order by key.state_id`,
        [timeZone],
      );
      const rows = leaving.map(({ id, kind, category, month }) => ({ id, ...releasedAs(kind, category), county: slug, month }));
      await this.state.transact(async (state) => {
        await state.sql('insert into reporting_county (slug, name, fips) values ($1, $2, $3) on conflict do nothing', [slug, name, fips]);
        await insertOnce(state, rows);
      });
      await tx.sql('update state_fact_key set sent_at = ?::timestamptz where sent_at is null', [now.toString()]);
      return rows.length;
    });
  }
}

/** A county's facts are sent or taken back by one run at a time; the next waits. */
export const oneAtATime = async (reader: Reader): Promise<void> => {
  await reader.sql(`select pg_advisory_xact_lock(hashtext(current_schema() || ' state facts'))`);
};

const insertOnce = (state: StateSession, rows: readonly object[]): Promise<object[]> =>
  state.sql(
    `insert into state_fact (id, measure, category, county, month)
     select id, measure, category, county, month from jsonb_to_recordset($1) as fact (id uuid, measure text, category text, county text, month date)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
