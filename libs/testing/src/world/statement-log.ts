import { createRequire } from 'node:module';
import { join } from 'node:path';
import { countyContextIfAny, isRound } from '@fc/tenancy';
import type pg from 'pg';

/** The driver that the services use, which MikroORM may bring along beside another version. */
const { Client } = createRequire(join(import.meta.dirname, '../../../../node_modules/@mikro-orm/postgresql/package.json'))('pg') as typeof pg;

type Query = (...given: unknown[]) => unknown;

/** Names what differs from request to request and is no other work: ids, times and values in the text of a statement. */
const plain = (sql: string): string => sql.replaceAll(/'[^']*'/g, '?').replaceAll(/\s+/g, ' ');

/**
 * What the services of this process ask their databases on behalf of people, without the values: as much work as it is, a
 * clock can measure. What they do by themselves meanwhile, for events and at their rounds, is left out.
 */
export class StatementLog {
  readonly #query = Client.prototype.query as Query;
  #heard: string[] | undefined;

  listen(): void {
    const [query, hear] = [this.#query, (sql: string, role: string) => this.#hear(sql, role)];
    Client.prototype.query = function (this: pg.Client, ...given: unknown[]): unknown {
      const [first] = given;
      hear(typeof first === 'string' ? first : String((first as { text?: string } | undefined)?.text), String(this.user));
      return query.apply(this, given);
    } as typeof Client.prototype.query;
  }

  close(): void {
    Client.prototype.query = this.#query as typeof Client.prototype.query;
  }

  /** The statements of every request that is asked meanwhile, by the role that ran them; what services do side by side has no order. */
  async during(work: () => Promise<unknown>): Promise<string[]> {
    const heard: string[] = [];
    this.#heard = heard;
    try {
      await work();
    } finally {
      this.#heard = undefined;
    }
    return heard.sort();
  }

  #hear(sql: string, role: string): void {
    const kind = countyContextIfAny()?.actor.kind;
    // A round that a request has woken still stands in its context.
    if (kind && !kind.startsWith('system:') && !isRound()) this.#heard?.push(`${role}: ${plain(sql)}`);
  }
}
