import { isId, type Id } from '@fc/domain-kernel';
import { FileSecrets } from '@fc/runtime';
import { FileKeys, PersonKey, VaultKeys, type KeyProvider, type Place, type Sealed, type ServiceSchema } from '@fc/tenancy';
import type { County } from '@fc/tenancy/registry';
import type pg from 'pg';
import type { Platform } from '../platform.ts';
import type { TableDescription } from './manifest.ts';

type Fields = Record<string, unknown>;

const isSealed = (value: unknown): value is Sealed => typeof value === 'string' && value.startsWith('s1.');
const fieldOf = (column: string): string => column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/**
 * Opens what is protected in one service's rows, for an export that must be readable without our keys. What an erased
 * person's key had sealed stays sealed: nobody can open it, and that is the point.
 */
export class OpenedRows {
  readonly #county: County;
  readonly #keys: KeyProvider;
  readonly #records: ReadonlyMap<string, string>;
  readonly #wrapped: ReadonlyMap<string, string>;
  readonly #opened = new Map<string, Promise<PersonKey>>();
  #leftSealed = 0;

  private constructor(county: County, keys: KeyProvider, records: ReadonlyMap<string, string>, wrapped: ReadonlyMap<string, string>) {
    this.#county = county;
    this.#keys = keys;
    this.#records = records;
    this.#wrapped = wrapped;
  }

  /** Reads the keys of the service's schema in the transaction of the export. */
  static async of(client: pg.Client, { vault, secretsDirectory }: Platform, county: County, schema: ServiceSchema, tables: readonly TableDescription[]): Promise<OpenedRows> {
    const table = tables.find((each) => each.table === 'person_key');
    const { rows } = table ? await client.query<{ person_id: string; wrapped: string }>(`select person_id, wrapped from ${client.escapeIdentifier(table.schema)}.person_key`) : { rows: [] };
    const keys = vault ? new VaultKeys({ url: vault.url, token: () => vault.token }) : new FileKeys(new FileSecrets(secretsDirectory));
    const records = new Map(schema.entities.flatMap((entity) => (typeof entity === 'object' ? [[String(entity.meta.tableName), String(entity.meta.className)]] : [])));
    return new OpenedRows(county, keys, records, new Map(rows.map((row) => [row.person_id, row.wrapped])));
  }

  /** Values that nobody can open any more. */
  get leftSealed(): number {
    return this.#leftSealed;
  }

  /** A table's rows as JSON, with what is sealed in them opened. */
  async *all(table: TableDescription, rows: AsyncIterable<readonly string[]>): AsyncGenerator<string[]> {
    for await (const lines of rows) {
      const readable: string[] = [];
      for (const line of lines) readable.push(await this.#open(table, line));
      yield readable;
    }
  }

  async #open({ table }: TableDescription, json: string): Promise<string> {
    if (!json.includes('"s1.')) return json;
    const row = JSON.parse(json) as Fields;
    for (const [column, value] of Object.entries(row)) if (isSealed(value)) row[column] = await this.#value(table, row, column, value);
    return JSON.stringify(row);
  }

  /** Whose key it is, and of which row, no column has to say: what is sealed opens with its own key, at its own place, and nowhere else. */
  async #value(table: string, row: Fields, column: string, sealed: Sealed): Promise<unknown> {
    const record = this.#records.get(table);
    const ids = Object.values(row).filter((value) => typeof value === 'string' && isId(value)) as string[];
    if (record === undefined) return this.#leave(sealed);
    for (const personId of ids) {
      const wrapped = this.#wrapped.get(personId);
      if (wrapped === undefined) continue;
      const key = await this.#key(personId as Id<'Person'>, wrapped);
      for (const id of ids) {
        const text = openedAt(key, { record, id, field: fieldOf(column) }, sealed);
        if (text !== null) return asSealed(text);
      }
    }
    return this.#leave(sealed);
  }

  #leave(sealed: Sealed): Sealed {
    this.#leftSealed += 1;
    return sealed;
  }

  #key(personId: Id<'Person'>, wrapped: string): Promise<PersonKey> {
    const known = this.#opened.get(personId) ?? this.#keys.unwrap(this.#county.slug, wrapped).then((key) => new PersonKey(key, this.#county.slug, personId));
    this.#opened.set(personId, known);
    return known;
  }
}

function openedAt(key: PersonKey, place: Place, sealed: Sealed): string | null {
  try {
    return key.open(place, sealed);
  } catch {
    return null; // another's key, or another row's place
  }
}

function asSealed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text; // it was sealed as a plain text
  }
}
