import { DomainError, type CountySlug } from '@fc/domain-kernel';
import type { SecretProvider } from '@fc/runtime';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM, type EntityManager, type Options } from '@mikro-orm/postgresql';
import { ChangeCapture } from '../audit/change-capture.ts';
import type { Pool } from 'pg';
import type { County } from '../registry/county.ts';
import { passwordSecret, roleName, schemaName } from './names.ts';
import { freePlacesOfEndedConnections, rideOutNewPasswords } from './pool.ts';
import { acceptsVersion, type ServiceSchema } from './service-schema.ts';

export interface ConnectionSettings {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
}

/** MikroORM's options for one service's schema in one database. They never vary otherwise: entity classes are shared by all instances. */
export const ormOptions = (schema: ServiceSchema, connection: Omit<ConnectionSettings, 'password'> & { readonly password: string | (() => string) }, contextName: string): Options => ({
  host: connection.host,
  port: connection.port,
  dbName: connection.database,
  user: connection.user,
  password: connection.password,
  schema: schemaName(schema.service),
  // Without a name of its own, a fork made in one county's scope would talk to whichever county opened a scope last.
  contextName,
  allowGlobalContext: false,
  ensureDatabase: false,
  entities: schema.entities,
  extensions: [Migrator],
  subscribers: [new ChangeCapture()],
  migrations: {
    migrationsList: schema.steps.map((step) => ({ name: step.name, class: step.class })),
    snapshot: false,
    transactional: true,
    allOrNothing: true,
    silent: true,
  },
  pool: { min: 0, max: 5, idleTimeoutMillis: 3_000 },
  driverOptions: {
    // Under steady load too, no connection outlives the password that opened it for long.
    maxLifetimeSeconds: 300,
    onPoolCreated: (pool: Pool) => {
      freePlacesOfEndedConnections(pool);
      rideOutNewPasswords(pool);
    },
  },
  logger: () => undefined,
});

/** How long a county may go unused before its instance is closed, in milliseconds. */
const idleFor = 10 * 60_000;

/** One MikroORM of its own for every county that this service serves: made on first use, closed when idle. */
export class CountyOrms {
  readonly schema: ServiceSchema;
  readonly #secrets: SecretProvider;
  readonly #open = new Map<CountySlug, { readonly orm: Promise<MikroORM>; readonly key: string; usedAt: number }>();
  readonly #sweep: NodeJS.Timeout;

  constructor(schema: ServiceSchema, secrets: SecretProvider) {
    this.schema = schema;
    this.#secrets = secrets;
    this.#sweep = setInterval(() => this.#closeIdle(), idleFor / 10).unref();
  }

  /** A fresh entity manager on that county's database. Throws `COUNTY_UPGRADING` while its schema is not one that this service accepts. */
  async fork(county: County): Promise<EntityManager> {
    if (!acceptsVersion(this.schema, county.schemaVersions[this.schema.service]))
      throw new DomainError('COUNTY_UPGRADING', 'This county is being brought up to date. Please try again in a few minutes.');
    return (await this.#orm(county)).em.fork();
  }

  async close(): Promise<void> {
    clearInterval(this.#sweep);
    const open = [...this.#open.values()];
    this.#open.clear();
    await Promise.all(open.map(async ({ orm }) => (await orm).close(true).catch(() => undefined)));
  }

  #orm(county: County): Promise<MikroORM> {
    const { host, port, name } = county.database;
    const key = `${host}:${port}/${name}`;
    const known = this.#open.get(county.slug);
    if (known?.key === key) {
      known.usedAt = Date.now();
      return known.orm;
    }
    if (known) void known.orm.then((orm) => orm.close(true)); // the county has moved to another server
    const { service } = this.schema;
    const password = (): string => this.#secrets.read(passwordSecret(county.slug, service)); // at each new connection, since it may have been rotated
    const orm = MikroORM.init(ormOptions(this.schema, { host, port, database: name, user: roleName(county.slug, service), password }, county.slug));
    this.#open.set(county.slug, { orm, key, usedAt: Date.now() });
    orm.catch(() => this.#open.delete(county.slug)); // a failure is not kept
    return orm;
  }

  #closeIdle(): void {
    for (const [slug, { orm, usedAt }] of this.#open)
      if (Date.now() - usedAt > idleFor) {
        this.#open.delete(slug);
        void orm.then((idle) => idle.close(true));
      }
  }
}
