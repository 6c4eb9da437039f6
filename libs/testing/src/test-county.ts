import { randomUUID } from 'node:crypto';
import type { EventContract, EventData, EventEnvelope } from '@fc/contracts';
import { asAdministrator } from '@fc/countyctl/administrator';
import { identityClientSecret, operatorClientSecret, publicSiteClientSecret } from '@fc/countyctl/secret-names';
import type { Actor, CountyProgram, NewPerson } from '@fc/local/program';
import { nkeyAuthenticator } from '@fc/messaging/nkey';
import { streamName, subjectOf } from '@fc/messaging/subjects';
import { passwordSecret, roleName, schemaName } from '@fc/tenancy/names';
import type { County } from '@fc/tenancy/registry';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import pg from 'pg';
import { eventually } from './eventually.ts';
import type { TestWorld } from './test-world.ts';

interface Parts {
  readonly county: County;
  readonly program: CountyProgram;
  readonly supervisor: Actor;
  readonly world: TestWorld;
}

/** Where the secret of each program's client is. */
const programSecrets = { countyctl: operatorClientSecret, 'identity-service': identityClientSecret, intake: publicSiteClientSecret } as const;

/** One county of a test's world, with the people whom the test names. */
export class TestCounty {
  readonly county: County;
  readonly supervisor: Actor;
  readonly #parts: Parts;
  readonly #people = new Map<string, Promise<Actor>>();
  #connection: Promise<NatsConnection> | undefined;
  #pool: pg.Pool | undefined;

  constructor(parts: Parts) {
    this.county = parts.county;
    this.supervisor = parts.supervisor;
    this.#parts = parts;
  }

  /** The person of that role, invited when first asked for; a second name makes a second person: `person('PARENT', 'Noor')`. */
  person(role: string, givenName = role.toLowerCase().replaceAll('_', '-'), about: { languages?: readonly string[]; phone?: string } = {}): Promise<Actor> {
    const key = `${role} ${givenName}`;
    const known = this.#people.get(key);
    if (known) return known;
    const email = `${givenName}.${role}@example.org`.toLowerCase();
    const invited = this.invite({ givenName, familyName: 'Example', email, roles: [role], ...about });
    this.#people.set(key, invited);
    return invited;
  }

  /** Whom the supervisor invites, as they are described; every service of this world knows them from then on. */
  async invite(person: NewPerson): Promise<Actor> {
    const actor = await this.#parts.program.invite(this.supervisor, person);
    await this.untilKnown(actor);
    return actor;
  }

  /** Somebody to whom another command gave an account. */
  async signedIn(personId: string, username: string): Promise<Actor> {
    const actor = await this.#parts.program.signedIn(personId, username);
    await this.untilKnown(actor);
    return actor;
  }

  /** Waits until all services that run in this world have heard of that person. */
  async untilKnown({ personId, signIn }: Actor): Promise<void> {
    const services = [...this.#parts.world.subgraphs.keys()];
    const known = services.map((service) => `exists (select from ${schemaName(service)}.access_account where person_id = $1) as "${service}"`);
    await eventually(async () => {
      const [heard] = await this.rows<Record<string, boolean>>(`select ${known.join(', ')}`, [personId]);
      const waiting = services.filter((service) => !heard?.[service]);
      if (waiting.length > 0) throw new Error(`${waiting.join(', ')} have not heard of ${signIn.username} yet.`);
    }, { within: 20_000 });
  }

  /** What stands in a service's schema of this county's database, read as the administrator. */
  rows<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.#administrator().query<Row>(sql, [...parameters]).then(({ rows }) => rows);
  }

  /** Kept for as long as the test asks often; a database that is dropped meanwhile takes its connections along. */
  #administrator(): pg.Pool {
    const { host, port, admin } = this.#parts.world.platform.postgres;
    this.#pool ??= new pg.Pool({ host, port, ...admin, database: this.county.database.name, max: 4, idleTimeoutMillis: 2_000 }).on('error', () => undefined);
    return this.#pool;
  }

  /** What a service's own login role of this county gets when it asks a database: this county's, unless another is named. */
  asService<Row extends object>(service: string, sql: string, database = this.county.database.name): Promise<Row[]> {
    const { platform, secrets } = this.#parts.world;
    const role = { user: roleName(this.county.slug, service), password: secrets.read(passwordSecret(this.county.slug, service)) };
    return asAdministrator({ ...platform, postgres: { ...platform.postgres, admin: role } }, database, async (client) => (await client.query(sql)).rows as Row[]);
  }

  /** An access token of one of the realm's clients that stand for a program and not for a person. */
  clientToken(client: keyof typeof programSecrets): Promise<string> {
    return this.#clientToken(client, programSecrets[client](this.county.slug));
  }

  /** An access token of a partner organisation's program, whose client is made when first asked for: `partner-amara`. */
  async partnerToken(client: string): Promise<string> {
    return this.#clientToken(client, await this.#parts.world.ensurePartnerClient(this.county.slug, client));
  }

  async #clientToken(client: string, secretName: string): Promise<string> {
    const { issuer } = this.county;
    const secret = this.#parts.world.secrets.read(secretName);
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: client, client_secret: secret });
    const answer = await fetch(`${issuer}/protocol/openid-connect/token`, { method: 'POST', body });
    return ((await answer.json()) as { access_token: string }).access_token;
  }

  /** Publishes an event as if its service had said it, for testing a consumer alone; parts of the envelope can be spoiled. */
  async say<Contract extends EventContract>(contract: Contract, data: EventData<Contract>, spoilt: Partial<EventEnvelope> & { subjectCounty?: string } = {}): Promise<string> {
    const { subjectCounty, ...parts } = spoilt;
    const envelope: EventEnvelope = {
      specversion: '1.0',
      id: randomUUID(),
      source: `/services/${contract.service}`,
      type: contract.type,
      subject: String((data as Record<string, unknown>)[contract.aggregate]),
      time: new Date().toISOString(),
      datacontenttype: 'application/json',
      county: this.county.slug,
      actor: 'system:test',
      correlationid: randomUUID(),
      data: data as Record<string, unknown>,
      ...parts,
    };
    const js = jetstream(await this.nats());
    await js.publish(subjectOf(subjectCounty ?? this.county.slug, contract.type), JSON.stringify(envelope));
    return envelope.id;
  }

  /** How many events of that kind the county's stream holds. */
  async messages({ type }: EventContract): Promise<number> {
    const manager = await jetstreamManager(await this.nats());
    const subject = subjectOf(this.county.slug, type);
    return (await manager.streams.info(streamName(this.county.slug), { subjects_filter: subject })).state.subjects?.[subject] ?? 0;
  }

  /** NATS, as its administrator. */
  nats(): Promise<NatsConnection> {
    const { url, adminSeed } = this.#parts.world.platform.nats;
    this.#connection ??= connect({ servers: url, authenticator: nkeyAuthenticator(adminSeed), timeout: 3_000, waitOnFirstConnect: true });
    return this.#connection;
  }

  async close(): Promise<void> {
    await this.#pool?.end();
    await (await this.#connection)?.close();
  }

  /** Takes the county's stream away again, so that a long run does not fill the NATS that all files share. */
  async leaveNats(): Promise<void> {
    await (await jetstreamManager(await this.nats())).streams.delete(streamName(this.county.slug));
    await this.close();
  }
}
