import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addCounty, changeRegistry, deleteStream, dropDatabase, ensurePartnerClient, ensureRegistry, readCountyFile, type Platform } from '@fc/countyctl';
import { parseCountySlug, type CountySlug } from '@fc/domain-kernel';
import { startGateway, type RunningGateway } from '@fc/gateway';
import type { LocalNats } from '@fc/local';
import { FileSecrets, type PlatformConfig } from '@fc/runtime';
import { startSubgraph, type RunningSubgraph, type Subgraph } from '@fc/subgraph';
import type { ServiceSchema } from '@fc/tenancy';
import { generateRegistryKeys, type County } from '@fc/tenancy/registry';
import { infrastructure } from '../infrastructure.ts';
import type { TestCounty } from '../test-county.ts';
import { TestWorld } from '../test-world.ts';
import { startOwnNats } from './own-nats.ts';
import { ServiceProcess } from './service-process.ts';

/** How long services take at most to see that a county is gone, in milliseconds. */
const letGo = 1_000;

const root = join(import.meta.dirname, '../../../..');

export interface WorldOptions {
  /** Plain names: `king`. */
  readonly counties: readonly string[];
  readonly subgraphs: readonly Subgraph[];
  /** What else is kept in each county: the schema of a service that the test plays itself. */
  readonly schemas?: readonly ServiceSchema[];
  /** A NATS of this world alone, which the test may freeze; in which a service may be mute. */
  readonly ownNats?: boolean | { readonly mute: string };
  /** Takes every line that gateway and services log, however small; without it they are silent. */
  readonly log?: (line: string) => void;
}

/** A message as development writes it down instead of sending it. */
export interface OutgoingMessage {
  readonly method: 'MAIL' | 'TEXT' | 'CALL';
  readonly to: string;
  readonly text: string;
}

/** A platform of its own for one test file: real services on real parts, which the test may stop, spoil and listen to. */
export class World extends TestWorld<Platform> {
  readonly config: PlatformConfig;
  override readonly subgraphs = new Map<string, RunningSubgraph>();
  override gateway!: RunningGateway;
  readonly #directory: string;
  /** The gateway's own key, in PEM. */
  readonly signingKeyPem: string;
  readonly #ownNats: LocalNats | undefined;
  #leaving: Promise<void> = Promise.resolve();

  private constructor(platform: Platform, config: PlatformConfig, directory: string, signingKeyPem: string, ownNats: LocalNats | undefined) {
    super(platform, signingKeyPem);
    this.config = config;
    this.#directory = directory;
    this.signingKeyPem = signingKeyPem;
    this.#ownNats = ownNats;
  }

  /** Adds the counties, starts the subgraphs and a gateway over those that are in the committed supergraph. */
  static async start({ counties, subgraphs, schemas = [], ownNats = false, log }: WorldOptions): Promise<World> {
    const { postgres, nats: shared, identityProvider } = infrastructure();
    const own = ownNats ? await startOwnNats(shared, ownNats === true ? undefined : ownNats.mute) : undefined;
    const nats = { ...shared, url: own?.url ?? shared.url };
    const directory = await mkdtemp(join(tmpdir(), 'fc-world-'));
    const secretsDirectory = join(directory, 'secrets');
    await mkdir(join(secretsDirectory, 'nats'), { recursive: true });
    for (const [service, seed] of Object.entries(nats.seeds)) await writeFile(join(secretsDirectory, 'nats', `${service}.seed`), seed);
    const sink = join(directory, 'outgoing');
    for (const service of ['identity', 'meetings']) {
      await mkdir(join(secretsDirectory, service));
      await writeFile(join(secretsDirectory, service, 'links.json'), JSON.stringify({ url: 'https://api.example.org/l', key: randomBytes(32).toString('base64url') }));
    }
    await writeFile(join(secretsDirectory, 'identity', 'delivery.json'), JSON.stringify({ link: 'https://app.example.org', MAIL: { sink }, TEXT: { sink }, CALL: { sink } }));
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
    await changeRegistry(platform, (none) => none); // so that services find one, even with no county in it
    const added: [string, County][] = [];
    for (const name of counties) added.push([name, await world.provision(name)]);
    for (const subgraph of subgraphs) await world.startSubgraph(subgraph);
    await world.#startGateway();
    for (const [name, county] of added) await world.welcome(name, county);
    return world;
  }

  override async addCounty(name: string, facts?: Partial<Pick<County, 'fips' | 'kind' | 'name'>>): Promise<TestCounty> {
    return this.welcome(name, await this.provision(name, facts));
  }

  /** Adds a county in which there is nobody yet, under a slug of its own: databases, roles, realms and streams are shared by the whole run. `facts` go before those of its file. */
  async provision(name: string, facts: Partial<Pick<County, 'fips' | 'kind' | 'name'>> = {}): Promise<County> {
    const text = await readFile(join(root, 'deploy/counties', `${name}.yaml`), 'utf8');
    const slug = parseCountySlug(`${name}_${randomBytes(4).toString('hex').replace(/^\d/, 'x')}`);
    return addCounty(this.platform, { ...readCountyFile(text, name), slug, ...facts });
  }

  /** The county is run so from now on, in another zone where one is named; the services take it up within seconds. */
  decide({ county: { slug } }: TestCounty, settings: Partial<County['settings']>, timeZone?: string): Promise<unknown> {
    return changeRegistry(this.platform, (counties) => counties.map((county) => (county.slug === slug ? { ...county, ...(timeZone && { timeZone }), settings: { ...county.settings, ...settings } } : county)));
  }

  /** Takes a county away for good, once the services have let go of it; does not wait for that. */
  async release(slug: CountySlug): Promise<void> {
    await changeRegistry(this.platform, (counties) => counties.filter((county) => county.slug !== slug));
    this.#leaving = this.#leaving.then(async () => {
      await sleep(letGo);
      await deleteStream(this.platform, { slug });
      await dropDatabase(this.platform, { slug });
    });
  }

  override ensurePartnerClient(county: CountySlug, client: string): Promise<string> {
    return ensurePartnerClient(this.platform, county, client);
  }

  /** The messages that went out to people, the oldest first. */
  async outgoing(): Promise<OutgoingMessage[]> {
    const directory = join(this.#directory, 'outgoing');
    const names = (await readdir(directory).catch(() => [])).sort();
    return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(directory, name), 'utf8')) as OutgoingMessage));
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

  override async stop(): Promise<void> {
    await this.#leaving;
    await this.gateway.close();
    await Promise.all([...this.subgraphs.values()].map((subgraph) => subgraph.close()));
    for (const county of this.counties()) await (this.#ownNats ? county.close() : county.leaveNats());
    await this.#ownNats?.stop();
    await rm(this.#directory, { recursive: true, force: true });
  }

  async #startGateway(): Promise<void> {
    const subgraphUrls = Object.fromEntries([...this.subgraphs].map(([service, { url }]) => [service, url]));
    this.gateway = await startGateway({
      config: { ...this.config, lastGoodRegistryFile: join(this.#directory, 'gateway.registry.jws') },
      supergraphFile: join(root, 'gateway/supergraph.graphql'),
      subgraphUrls,
      signingKeyPem: this.signingKeyPem,
      subgraphTimeoutMs: 25_000, // a machine that is busy with two suites is no outage
    });
  }
}
