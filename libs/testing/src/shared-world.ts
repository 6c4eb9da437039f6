import type { CountySlug } from '@fc/domain-kernel';
import { operatorAt, type SharedOperator, type SharedPlatform } from './shared-platform.ts';
import type { TestCounty } from './test-county.ts';
import { TestWorld } from './test-world.ts';

/**
 * Counties of one test file on the platform that all files share: six services and the gateway in a process of their own,
 * started by the first who asks. No other file knows these counties. What a test could do to the platform itself, it does
 * in a `World` of its own.
 */
export class SharedWorld extends TestWorld {
  override readonly gateway: { readonly url: string };
  override readonly subgraphs: ReadonlyMap<string, { readonly url: string }>;
  readonly #operator: SharedOperator;

  private constructor({ platform, gatewayUrl, subgraphUrls, signingKeyPem, operatorUrl }: SharedPlatform) {
    super(platform, signingKeyPem);
    this.gateway = { url: gatewayUrl };
    this.subgraphs = new Map(Object.entries(subgraphUrls).map(([service, url]) => [service, { url }]));
    this.#operator = operatorAt(operatorUrl);
  }

  /** Joins with new counties, by their plain names: `SharedWorld.join('king', 'pierce')`. */
  static async join(...counties: readonly string[]): Promise<SharedWorld> {
    const door = process.env['FC_SHARED_PLATFORM'];
    if (!door) throw new Error('Tests on the shared platform need the global set-up, which says in FC_SHARED_PLATFORM where to ask for it.');
    const answer = await fetch(door);
    const text = await answer.text();
    if (!answer.ok) throw new Error(text);
    const world = new SharedWorld(JSON.parse(text) as SharedPlatform);
    await Promise.all(counties.map((name) => world.addCounty(name)));
    return world;
  }

  override async addCounty(name: string): Promise<TestCounty> {
    return this.welcome(name, await this.#operator.provision(name));
  }

  override ensurePartnerClient(county: CountySlug, client: string): Promise<string> {
    return this.#operator.ensurePartnerClient(county, client);
  }

  override async stop(): Promise<void> {
    await Promise.all(this.counties().map((county) => county.close()));
    await Promise.all(this.counties().map(({ county }) => this.#operator.release(county.slug)));
  }
}
