import { RequestSigner } from '@fc/auth/request-signer';
import { SIGNATURE_HEADER } from '@fc/auth/signed-request';
import type { Platform } from '@fc/countyctl';
import { asAdministrator } from '@fc/countyctl/administrator';
import { operatorClientSecret } from '@fc/countyctl/secret-names';
import type { CountySlug } from '@fc/domain-kernel';
import { ask, CountyProgram, stateAdministrator, type Actor, type GraphQLAnswer } from '@fc/local/program';
import { FileSecrets } from '@fc/runtime/secrets';
import type { County } from '@fc/tenancy/registry';
import { TestCounty } from './test-county.ts';

/** Where the platform's parts are, and the administrators' ways into them. */
export type PlatformParts = Pick<Platform, 'postgres' | 'nats' | 'identityProvider' | 'secretsDirectory' | 'stateDatabase'>;

/** What a test can ask of a platform, whether it has it for itself or shares it. */
export abstract class TestWorld<Parts extends PlatformParts = PlatformParts> {
  readonly platform: Parts;
  readonly secrets: FileSecrets;
  /** Signs as the gateway does. */
  readonly signer: RequestSigner;
  abstract readonly gateway: { readonly url: string };
  abstract readonly subgraphs: ReadonlyMap<string, { readonly url: string }>;
  readonly #counties = new Map<string, TestCounty>();

  protected constructor(platform: Parts, signingKeyPem: string) {
    this.platform = platform;
    this.secrets = new FileSecrets(platform.secretsDirectory);
    this.signer = new RequestSigner({ issuer: 'gateway', privateKeyPem: signingKeyPem });
  }

  /** Adds one more county while the others work. */
  abstract addCounty(name: string): Promise<TestCounty>;

  /** Makes the realm's client of a partner organisation's program; answers where its secret is. */
  abstract ensurePartnerClient(county: CountySlug, client: string): Promise<string>;

  /** Lets go of everything that this world began. */
  abstract stop(): Promise<void>;

  /** The county by its plain name: `king`. */
  county(name: string): TestCounty {
    const county = this.#counties.get(name);
    if (!county) throw new Error(`This world has no county ${name}.`);
    return county;
  }

  counties(): TestCounty[] {
    return [...this.#counties.values()];
  }

  /** Somebody of the state's administration, signed in to the state's realm; each call makes another. */
  stateAdministrator(): Promise<Actor> {
    return stateAdministrator(this.platform, this.gateway.url);
  }

  /** What stands in the state's database, read as the administrator. */
  stateRows<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return asAdministrator(this.platform, this.platform.stateDatabase, async (client) => (await client.query(sql, [...parameters])).rows as Row[]);
  }

  /** Asks a service without the gateway, in the gateway's name, for somebody or with any other token; `headers` can spoil the request. */
  async askDirectly<Data>(service: string, caller: Actor | string, query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<GraphQLAnswer<Data>> {
    const running = this.subgraphs.get(service);
    if (!running) throw new Error(`${service} does not run in this world.`);
    const token = typeof caller === 'string' ? caller : await caller.token();
    const signature = await this.signer.sign({ audience: service, body: JSON.stringify({ query, variables }), token });
    return ask(running.url, { authorization: `Bearer ${token}`, [SIGNATURE_HEADER]: signature, ...headers }, query, variables);
  }

  /** Gives a county that was added its first person. */
  protected async welcome(name: string, county: County): Promise<TestCounty> {
    const program = new CountyProgram({
      gatewayUrl: this.gateway.url,
      issuer: county.issuer,
      identityProvider: this.platform.identityProvider,
      operatorSecret: this.secrets.read(operatorClientSecret(county.slug)),
    });
    const supervisor = await program.appointSupervisor({ givenName: 'Sam', familyName: 'Supervisor', email: 'supervisor@example.org' });
    const welcomed = new TestCounty({ county, program, supervisor, world: this });
    this.#counties.set(name, welcomed);
    await welcomed.untilKnown(supervisor);
    return welcomed;
  }
}
