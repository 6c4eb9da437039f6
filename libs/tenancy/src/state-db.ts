import type { SecretProvider } from '@fc/runtime';
import pg from 'pg';
import { stateRoleName, statePasswordSecret } from './database/names.ts';
import type { Registry } from './registry/registry.ts';

/** Statements on one service's tables of the state's database. */
export interface StateSession {
  /** A statement in SQL, `$1` for the first parameter. The schema's tables need no prefix. */
  sql<Result extends object = Record<string, unknown>>(text: string, parameters?: readonly unknown[]): Promise<Result[]>;
}

/**
 * The state's database: the one place that a piece of work of one county may write to and another county's may read from.
 * It asks for no county context and must therefore hold nothing that joins back to a person. Only a service for which
 * `countyctl` has made a role there can use it; for any other, the role's password is missing.
 */
export class StateDb {
  readonly #service: string;
  readonly #registry: Registry;
  readonly #secrets: SecretProvider;
  #open: { readonly key: string; readonly pool: pg.Pool } | undefined;

  constructor(service: string, registry: Registry, secrets: SecretProvider) {
    this.#service = service;
    this.#registry = registry;
    this.#secrets = secrets;
  }

  /** One transaction: all of it, or nothing. */
  transact<Result>(work: (state: StateSession) => Promise<Result>): Promise<Result> {
    return this.#within('begin', work);
  }

  /** One moment's view of the data; a statement that would change it fails. */
  read<Result>(work: (state: StateSession) => Promise<Result>): Promise<Result> {
    return this.#within('begin isolation level repeatable read read only', work);
  }

  async close(): Promise<void> {
    await this.#open?.pool.end();
    this.#open = undefined;
  }

  async #within<Result>(begin: string, work: (state: StateSession) => Promise<Result>): Promise<Result> {
    const client = await this.#pool().connect();
    let broken: Error | undefined;
    try {
      await client.query(begin);
      const result = await work({ sql: async (text, parameters = []) => (await client.query(text, [...parameters])).rows as never[] }); // rows are what the statement's author says they are
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((lost: Error) => (broken = lost));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  #pool(): pg.Pool {
    const { host, port, name } = this.#registry.state.database;
    const key = `${host}:${port}/${name}`;
    if (this.#open?.key === key) return this.#open.pool;
    void this.#open?.pool.end(); // the state's database has moved to another server
    const password = this.#secrets.read(statePasswordSecret(this.#service));
    const pool = new pg.Pool({ host, port, database: name, user: stateRoleName(name, this.#service), password, max: 5, idleTimeoutMillis: 10_000 });
    // An idle connection that the server drops is replaced at the next use; unheard, it would end the process.
    pool.on('error', () => undefined);
    this.#open = { key, pool };
    return pool;
  }
}
