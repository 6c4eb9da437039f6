import { schemaName, type ServiceSchema } from '@fc/tenancy';
import type pg from 'pg';
import type { TableDescription } from './manifest.ts';

/** All tables of a service with what they are made of; a partitioned one counts as one. */
export const describeTables = (client: pg.Client, { service }: Pick<ServiceSchema, 'service'>): Promise<TableDescription[]> => tablesIn(client, schemaName(service), service);

/** What the state's database keeps of a county's record: the anchors of its trails, and whom it has erased. */
export const ofCountyInState = ['audit_anchor', 'erased_person'];

/** These tables, as an export has them beside the services'. */
export const describeStateTables = async (client: pg.Client): Promise<TableDescription[]> => (await tablesIn(client, schemaName('identity'), 'state')).filter(({ table }) => ofCountyInState.includes(table));

async function tablesIn(client: pg.Client, schema: string, service: string): Promise<TableDescription[]> {
  const { rows } = await client.query<Omit<TableDescription, 'service' | 'schema'>>(
    `select class.relname as table,
            (select json_agg(json_build_object('name', attname, 'type', format_type(atttypid, atttypmod), 'nullable', not attnotnull) order by attnum)
               from pg_attribute where attrelid = class.oid and attnum > 0 and not attisdropped) as columns,
            (select coalesce(json_agg(conname || ': ' || pg_get_constraintdef(oid) order by conname), '[]') from pg_constraint where conrelid = class.oid and contype <> 'n') as constraints,
            (select coalesce(json_agg(attname order by array_position(conkey, attnum)), '[]')
               from pg_constraint join pg_attribute on attrelid = conrelid and attnum = any (conkey) where conrelid = class.oid and contype = 'p') as "primaryKey"
       from pg_class class join pg_namespace namespace on namespace.oid = class.relnamespace
      where namespace.nspname = $1 and class.relkind in ('r', 'p') and not class.relispartition
      order by 1`,
    [schema],
  );
  return rows.map((row) => ({ service, schema, ...row }));
}

/** How many rows a cursor hands over at a time: a county's record never stands in memory whole. */
const atOnce = 1_000;

/** Hands over a table's rows, or those for which the SQL `condition` holds, as JSON objects in the order of their primary key, some at a time. Within a transaction. */
export async function* rowsOf(client: pg.Client, { schema, table, primaryKey }: TableDescription, condition?: string): AsyncGenerator<string[]> {
  const [from, order] = [`${client.escapeIdentifier(schema)}.${client.escapeIdentifier(table)}`, primaryKey.map((column) => client.escapeIdentifier(column)).join(', ')];
  await client.query(`declare exported no scroll cursor for select row_to_json(each)::text as json from ${from} as each${condition ? ` where ${condition}` : ''}${order ? ` order by ${order}` : ''}`);
  try {
    for (;;) {
      const { rows } = await client.query<{ json: string }>(`fetch ${atOnce} from exported`);
      if (rows.length === 0) return;
      yield rows.map(({ json }) => json);
    }
  } finally {
    await client.query('close exported').catch(() => undefined); // a transaction that has failed has closed it
  }
}
