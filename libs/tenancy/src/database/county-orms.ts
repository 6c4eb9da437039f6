import { DomainError, type CountySlug } from '@fc/domain-kernel';
import type { SecretProvider } from '@fc/runtime';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM, type EntityManager, type Options } from '@mikro-orm/postgresql';
import { ChangeCapture } from '../audit/change-capture.ts';
import type { Pool } from 'pg';
import type { County } from '../registry/county.ts';
import { passwordSecret, roleName, schemaName } from './names.ts';
import { isRound } from '../county-rounds.ts';
import { closeWhenIdle, freePlacesOfEndedConnections, rideOutNewPasswords } from './pool.ts';
import { accepts, type ServiceSchema } from './service-schema.ts';

export interface ConnectionSettings {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
}

/** MikroORM's options for one service's schema in one database. They never vary otherwise: entity classes are shared by all instances. */
export const ormOptions = (
  schema: ServiceSchema,
  connection: Omit<ConnectionSettings, 'password'> & { readonly password: string | (() => string) },
  contextName: string,
  lastAskedAt: () => number = Date.now,
): Options => ({
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
  pool: { min: 0, max: 5 },
  driverOptions: {
    // Under steady load too, no connection outlives the password that opened it for long.
    maxLifetimeSeconds: 300,
    onPoolCreated: (pool: Pool) => {
      freePlacesOfEndedConnections(pool);
      rideOutNewPasswords(pool);
      closeWhenIdle(pool, lastAskedAt);
    },
  },
  logger: () => undefined,
});

/** For how long a county counts as in use after it was asked for something, so that a sweep still comes to what was done; and when the instance of one that is served no longer is closed, in milliseconds. */
const inUseFor = 2 * 60_000;
const closedAfter = 30 * 60_000;

/** A county's instance; when it was last taken for anything, and when by something else than a round of the service's own. */
interface Open {
  readonly orm: Promise<MikroORM>;
  readonly key: string;
  usedAt: number;
  askedAt: number;
}

/** One MikroORM of its own for every county that this service serves: made on first use, closed when no sweep comes to it any more. */
export class CountyOrms {
  readonly schema: ServiceSchema;
  readonly #secrets: SecretProvider;
  readonly #open = new Map<CountySlug, Open>();
  readonly #sweep: NodeJS.Timeout;

  constructor(schema: ServiceSchema, secrets: SecretProvider) {
    this.schema = schema;
    this.#secrets = secrets;
    this.#sweep = setInterval(() => this.#closeUnused(), closedAfter / 10).unref();
  }

  /** A fresh entity manager on that county's database. Throws `COUNTY_UPGRADING` while its schema is not one that this service accepts. */
  async fork(county: County): Promise<EntityManager> {
    if (!accepts(this.schema, county))
      throw new DomainError('COUNTY_UPGRADING', 'This county is being brought up to date. Please try again in a few minutes.');
    const open = this.#openFor(county);
    open.usedAt = Date.now();
    if (!isRound()) open.askedAt = open.usedAt;
    return (await open.orm).em.fork();
  }

  /** Whether somebody has lately asked this service for something of that county, beside its own rounds. */
  isInUse(county: CountySlug): boolean {
    return Date.now() - (this.#open.get(county)?.askedAt ?? 0) < inUseFor;
  }

  async close(): Promise<void> {
    clearInterval(this.#sweep);
    const open = [...this.#open.values()];
    this.#open.clear();
    await Promise.all(open.map(async ({ orm }) => (await orm).close(true).catch(() => undefined)));
  }

  #openFor(county: County): Open {
    const { host, port, name } = county.database;
    const key = `${host}:${port}/${name}`;
    const known = this.#open.get(county.slug);
    if (known?.key === key) return known;
    if (known) void known.orm.then((orm) => orm.close(true)); // the county has moved to another server
    const { service } = this.schema;
    const password = (): string => this.#secrets.read(passwordSecret(county.slug, service)); // at each new connection, since it may have been rotated
    const settings = { host, port, database: name, user: roleName(county.slug, service), password };
    const open: Open = { orm: MikroORM.init(ormOptions(this.schema, settings, county.slug, () => open.askedAt)), key, usedAt: 0, askedAt: 0 };
    this.#open.set(county.slug, open);
    open.orm.catch(() => this.#open.delete(county.slug)); // a failure is not kept
    return open;
  }

  #closeUnused(): void {
    for (const [slug, { orm, usedAt }] of this.#open)
      if (Date.now() - usedAt > closedAfter) {
        this.#open.delete(slug);
        void orm.then((unused) => unused.close(true));
      }
  }
}
