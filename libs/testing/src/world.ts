import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RequestSigner, SIGNATURE_HEADER } from '@fc/auth';
import { addCounty, asAdministrator, ensureRegistry, operatorClientSecret, readCountyFile, type Platform } from '@fc/countyctl';
import { parseCountySlug } from '@fc/domain-kernel';
import { startGateway, type RunningGateway } from '@fc/gateway';
import { type Actor, ask, CountyProgram, type GraphQLAnswer, type LocalNats, stateAdministrator } from '@fc/local';
import { FileSecrets, type PlatformConfig } from '@fc/runtime';
import { startSubgraph, type RunningSubgraph, type Subgraph } from '@fc/subgraph';
import type { ServiceSchema } from '@fc/tenancy';
import { generateRegistryKeys, type County } from '@fc/tenancy/registry';
import { eventually } from './eventually.ts';
import { infrastructure } from './infrastructure.ts';
import { startOwnNats } from './own-nats.ts';
import { ServiceProcess } from './service-process.ts';
import { TestCounty } from './test-county.ts';

const root = join(import.meta.dirname, '../../..');

export interface WorldOptions {
  /** Plain names: `king`. */
  readonly counties: readonly string[];
  readonly subgraphs: readonly Subgraph[];
  /** What else is kept in each county: the schema of a service that the test plays itself. */
  readonly schemas?: readonly ServiceSchema[];
  /** A NATS of this world alone, which the test may freeze. */
  readonly ownNats?: boolean;
  /** Takes every line that gateway and services log, however small; without it they are silent. */
  readonly log?: (line: string) => void;
}

/** A message as development writes it down instead of sending it. */
export interface OutgoingMessage {
  readonly method: 'MAIL' | 'TEXT';
  readonly to: string;
  readonly text: string;
}

/** A platform of its own for one test file: real services on real parts, with counties that no other file knows. */
export class World {
  readonly platform: Platform;
  readonly config: PlatformConfig;
  readonly subgraphs = new Map<string, RunningSubgraph>();
  gateway!: RunningGateway;
  /** Signs as the gateway does. */
  readonly signer: RequestSigner;
  readonly #directory: string;
  readonly #gatewayKey: string;
  readonly #ownNats: LocalNats | undefined;
  readonly #counties = new Map<string, TestCounty>();

  private constructor(platform: Platform, config: PlatformConfig, directory: string, gatewayKey: string, ownNats: LocalNats | undefined) {
    this.platform = platform;
    this.config = config;
    this.signer = new RequestSigner({ issuer: 'gateway', privateKeyPem: gatewayKey });
    this.#directory = directory;
    this.#gatewayKey = gatewayKey;
    this.#ownNats = ownNats;
  }

  /** Adds the counties, starts the subgraphs and a gateway over those that are in the committed supergraph. */
  static async start({ counties, subgraphs, schemas = [], ownNats = false, log }: WorldOptions): Promise<World> {
    const { postgres, nats: shared, identityProvider } = infrastructure();
    const own = ownNats ? await startOwnNats(shared) : undefined;
    const nats = { ...shared, url: own?.url ?? shared.url };
    const directory = await mkdtemp(join(tmpdir(), 'fc-world-'));
    const secretsDirectory = join(directory, 'secrets');
    await mkdir(join(secretsDirectory, 'nats'), { recursive: true });
    for (const [service, seed] of Object.entries(nats.seeds)) await writeFile(join(secretsDirectory, 'nats', `${service}.seed`), seed);
    const sink = join(directory, 'outgoing');
    await mkdir(join(secretsDirectory, 'identity'));
    await writeFile(join(secretsDirectory, 'identity', 'delivery.json'), JSON.stringify({ link: 'https://app.example.org', MAIL: { sink }, TEXT: { sink } }));
    const registryKeys = generateRegistryKeys();
    const gatewayKeys = generateKeyPairSync('ed25519', { publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } });
    const trustDirectory = join(directory, 'trust');
    await mkdir(trustDirectory);
    await writeFile(join(trustDirectory, 'registry.pem'), registryKeys.publicKeyPem);
    await writeFile(join(trustDirectory, 'gateway.pem'), gatewayKeys.publicKey);
    const registryFile = join(directory, 'registry.jws');
    const platform: Platform = {
      postgres,
      nats,
      identityProvider,
      registryFile,
      registryPrivateKey: registryKeys.privateKeyPem,
      secretsDirectory,
      schemas: [...subgraphs.map((subgraph) => subgraph.schema), ...schemas],
      stateDatabase: `state_${randomBytes(4).toString('hex')}`,
    };
    const config: PlatformConfig = {
      host: '127.0.0.1',
      port: 0,
      registryFile,
      lastGoodRegistryFile: '',
      registryPublicKey: registryKeys.publicKeyPem,
      natsUrl: nats.url,
      audience: 'family-connections-api',
      secrets: new FileSecrets(secretsDirectory),
      trustedSigners: { gateway: gatewayKeys.publicKey },
      logLevel: log ? 'trace' : (process.env['FC_TEST_LOG_LEVEL'] ?? 'silent'),
      ...(log && { logTo: { write: log } }),
    };
    const world = new World(platform, config, directory, gatewayKeys.privateKey, own);
    await ensureRegistry(platform);
    const added: [string, County][] = [];
    for (const name of counties) added.push([name, await world.#add(name)]);
    for (const subgraph of subgraphs) await world.startSubgraph(subgraph);
    await world.#startGateway();
    for (const [name, county] of added) await world.#welcome(name, county);
    return world;
  }

  /** The county by its plain name: `king`. */
  county(name: string): TestCounty {
    const county = this.#counties.get(name);
    if (!county) throw new Error(`This world has no county ${name}.`);
    return county;
  }

  /** Adds one more county while the others work. */
  async addCounty(name: string): Promise<TestCounty> {
    return this.#welcome(name, await this.#add(name));
  }

  /** Somebody of the state's administration, signed in to the state's realm; each call makes another. */
  stateAdministrator(): Promise<Actor> {
    return stateAdministrator(this.platform, this.gateway.url);
  }

  /** The messages that went out to people, the oldest first. */
  async outgoing(): Promise<OutgoingMessage[]> {
    const directory = join(this.#directory, 'outgoing');
    const names = (await readdir(directory).catch(() => [])).sort();
    return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(directory, name), 'utf8')) as OutgoingMessage));
  }

  /** What stands in the state's database, read as the administrator. */
  stateRows<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return asAdministrator(this.platform, this.platform.stateDatabase, async (client) => (await client.query(sql, [...parameters])).rows as Row[]);
  }

  async startSubgraph(subgraph: Subgraph, port = 0): Promise<RunningSubgraph> {
    const { service } = subgraph.schema;
    const running = await startSubgraph(subgraph, { ...this.config, port, lastGoodRegistryFile: join(this.#directory, `${service}.registry.jws`) });
    this.subgraphs.set(service, running);
    return running;
  }

  /** Starts a service as it runs in production: by its `main.ts`, in a process of its own, which can be killed. */
  async startProcess(service: string, port: number): Promise<ServiceProcess> {
    const running = await ServiceProcess.start({
      service,
      port,
      environment: {
        FC_REGISTRY_FILE: this.config.registryFile,
        FC_REGISTRY_LAST_GOOD_FILE: join(this.#directory, `${service}.registry.jws`),
        FC_SECRETS_DIR: this.platform.secretsDirectory,
        FC_TRUST_DIR: join(this.#directory, 'trust'),
        FC_NATS_URL: this.config.natsUrl,
        FC_LOG_LEVEL: this.config.logLevel,
      },
    });
    this.subgraphs.set(service, running);
    return running;
  }

  /** Stops one service; answers the port that is free now, where it can be started again. */
  async stopSubgraph(service: string): Promise<number> {
    const running = this.subgraphs.get(service);
    if (!running) throw new Error(`${service} does not run in this world.`);
    this.subgraphs.delete(service);
    await running.close();
    return Number(new URL(running.url).port);
  }

  /** The NATS of this world alone. */
  get ownNats(): LocalNats {
    if (!this.#ownNats) throw new Error('This world shares its NATS with others: start it with `ownNats`.');
    return this.#ownNats;
  }

  /** Asks a service without the gateway, in the gateway's name, for somebody or with any other token; `headers` can spoil the request. */
  async askDirectly<Data>(service: string, caller: Actor | string, query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<GraphQLAnswer<Data>> {
    const running = this.subgraphs.get(service);
    if (!running) throw new Error(`${service} does not run in this world.`);
    const token = typeof caller === 'string' ? caller : await caller.token();
    const signature = await this.signer.sign({ audience: service, body: JSON.stringify({ query, variables }), token });
    return ask(running.url, { authorization: `Bearer ${token}`, [SIGNATURE_HEADER]: signature, ...headers }, query, variables);
  }

  /** Waits until all services that run here have heard of that person. */
  async untilKnown(actor: Actor): Promise<void> {
    for (const service of this.subgraphs.keys())
      await eventually(async () => {
        const [error] = (await this.askDirectly(service, actor, '{ __typename }')).errors;
        if (error?.extensions?.code === 'UNKNOWN_PERSON') throw new Error(`${service} does not know ${actor.signIn.username} yet.`);
      });
  }

  /** Stops everything that this world started. */
  async stop(): Promise<void> {
    await this.gateway.close();
    await Promise.all([...this.subgraphs.values()].map((subgraph) => subgraph.close()));
    for (const county of this.#counties.values()) await (this.#ownNats ? county.close() : county.leaveNats());
    await this.#ownNats?.stop();
    await rm(this.#directory, { recursive: true, force: true });
  }

  async #add(name: string): Promise<County> {
    const text = await readFile(join(root, 'deploy/counties', `${name}.yaml`), 'utf8');
    // A name that no other test file uses: databases, roles, realms and streams are shared by the whole run.
    const slug = parseCountySlug(`${name}_${randomBytes(4).toString('hex').replace(/^\d/, 'x')}`);
    return addCounty(this.platform, { ...readCountyFile(text, name), slug });
  }

  async #startGateway(): Promise<void> {
    const subgraphUrls = Object.fromEntries([...this.subgraphs].map(([service, { url }]) => [service, url]));
    this.gateway = await startGateway({
      config: { ...this.config, lastGoodRegistryFile: join(this.#directory, 'gateway.registry.jws') },
      supergraphFile: join(root, 'gateway/supergraph.graphql'),
      subgraphUrls,
      signingKeyPem: this.#gatewayKey,
    });
  }

  async #welcome(name: string, county: County): Promise<TestCounty> {
    const program = new CountyProgram({
      gatewayUrl: this.gateway.url,
      issuer: county.issuer,
      identityProvider: this.platform.identityProvider,
      operatorSecret: this.config.secrets.read(operatorClientSecret(county.slug)),
    });
    const supervisor = await program.appointSupervisor({ givenName: 'Sam', familyName: 'Supervisor', email: 'supervisor@example.org' });
    const welcomed = new TestCounty({ county, program, supervisor, world: this });
    this.#counties.set(name, welcomed);
    await this.untilKnown(supervisor);
    return welcomed;
  }
}
