import { DomainError } from '@fc/domain-kernel';
import pg from 'pg';
import type { Platform } from '../platform.ts';

/**
 * Works as the administrator in one database; `postgres` where none is named. Throws `DATABASE_UNREACHABLE` when it does not
 * answer, answers too late, or does not let the administrator in.
 */
export async function asAdministrator<Result>({ postgres, patienceMs = 10_000 }: Pick<Platform, 'postgres' | 'patienceMs'>, database: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const { host, port, admin } = postgres;
  const client = new pg.Client({ host, port, ...admin, database, connectionTimeoutMillis: patienceMs });
  // A connection that the server drops fails the statement in hand; unheard, its event would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect().catch((cause: Error) => {
      throw new DomainError('DATABASE_UNREACHABLE', `PostgreSQL at ${host}:${port} did not let countyctl into the database ${database}: ${cause.message}. Run the command again when it answers: what is done already is not done twice.`, { cause });
    });
    return await work(client);
  } finally {
    // Awaited nowhere else either: a server that never answered never says goodbye.
    await Promise.race([client.end().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 1_000).unref())]);
  }
}

export const databaseExists = (platform: Platform, name: string): Promise<boolean> =>
  asAdministrator(platform, 'postgres', (client) => hasDatabase(client, name));

/** The same, asked by who is signed in to that server already. */
export const hasDatabase = async (client: pg.Client, name: string): Promise<boolean> => (await client.query('select 1 from pg_database where datname = $1', [name])).rowCount === 1;

/** One operator at a time works on a county; a process that dies lets go by dying. Throws `COUNTY_BUSY`. */
export const withCountyLock = <Result>(platform: Platform, county: string, work: () => Promise<Result>): Promise<Result> =>
  asAdministrator(platform, platform.stateDatabase, async (client) => {
    const { rows } = await client.query<{ ours: boolean }>(`select pg_try_advisory_lock(hashtext('county ' || $1)) as ours`, [county]);
    if (!rows[0]?.ours) throw new DomainError('COUNTY_BUSY', `Another countyctl is at work on ${county}. Wait until it has ended, then run this again.`);
    return work();
  });
