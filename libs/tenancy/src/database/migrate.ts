import { MikroORM } from '@mikro-orm/postgresql';
import { ormOptions, type ConnectionSettings } from './county-orms.ts';
import { type ServiceSchema, schemaVersion } from './service-schema.ts';

async function withOrm<Result>(schema: ServiceSchema, connection: ConnectionSettings, work: (orm: MikroORM) => Promise<Result>): Promise<Result> {
  const orm = await MikroORM.init(ormOptions(schema, connection, 'migration'));
  try {
    return await work(orm);
  } finally {
    await orm.close(true);
  }
}

/** Brings one service's schema in one database to its newest step, under a lock so that two runs never mix. Answers the steps that ran and the version reached. */
export const migrateSchema = (schema: ServiceSchema, connection: ConnectionSettings): Promise<{ ran: readonly string[]; version: string }> =>
  withOrm(schema, connection, async (orm) => {
    const lock = orm.em.fork();
    await lock.begin();
    try {
      await lock.execute(`select pg_advisory_xact_lock(hashtext('migrate ' || ?))`, [schema.service]);
      const ran = await orm.migrator.up();
      return { ran: ran.map((step) => step.name), version: schemaVersion(schema) };
    } finally {
      await lock.rollback();
    }
  });

/** The SQL that would still be needed for the database to be what the entities say; empty when nothing has drifted. */
export const schemaDrift = (schema: ServiceSchema, connection: ConnectionSettings): Promise<string> =>
  withOrm(schema, connection, async (orm) => (await orm.schema.getUpdateSchemaSQL({ wrap: false, safe: true })).trim());
