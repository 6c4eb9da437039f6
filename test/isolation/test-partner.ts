import type { PartnerScope } from '@fc/auth';
import { ask, eventually, type GraphQLAnswer, type TestCounty, type TestWorld } from '@fc/testing';
import { mutation } from './planning-family.ts';

/** A partner organisation's program in a county of a test; what it is granted, every service knows when the promise is kept. */
export class TestPartner {
  readonly #world: TestWorld;
  readonly #county: TestCounty;
  readonly #token: string;
  readonly #partnerId: string;

  private constructor(world: TestWorld, county: TestCounty, token: string, partnerId: string) {
    this.#world = world;
    this.#county = county;
    this.#token = token;
    this.#partnerId = partnerId;
  }

  /** Known to the county under that client, `partner-amara`, and granted nothing yet. */
  static async register(world: TestWorld, county: TestCounty, clientId: string): Promise<TestPartner> {
    const token = await county.partnerToken(clientId);
    const { id } = await county.supervisor.do<{ id: string }>(mutation('registerPartner'), { organisation: clientId, clientId });
    return new TestPartner(world, county, token, id);
  }

  ask<Data>(query: string, variables: object = {}): Promise<GraphQLAnswer<Data>> {
    return ask(this.#world.gateway.url, { authorization: `Bearer ${this.#token}` }, query, variables);
  }

  /** Asks a service without the gateway, in the gateway's name. */
  askDirectly<Data>(service: string, query: string, variables: object = {}): Promise<GraphQLAnswer<Data>> {
    return this.#world.askDirectly(service, this.#token, query, variables);
  }

  /** In place of what it was granted before; the budget is more than a test asks for. */
  async grant(scopes: readonly `${PartnerScope}`[], connectionIds: readonly string[]): Promise<void> {
    const grantId = await this.#give(scopes, connectionIds);
    await this.#everywhere(async (table) => (await this.#county.rows(`select 1 from ${table} where id = $1`, [grantId])).length === 1);
  }

  /** As `grant`, whether or not anybody has heard of it; answers when the supervisor was answered, by `performance.now()`. */
  async giving(scopes: readonly `${PartnerScope}`[], connectionIds: readonly string[]): Promise<number> {
    await this.#give(scopes, connectionIds);
    return performance.now();
  }

  async #give(scopes: readonly `${PartnerScope}`[], connectionIds: readonly string[]): Promise<string> {
    const until = new Date(Date.now() + 7 * 86_400_000).toISOString();
    const said = { partnerId: this.#partnerId, purpose: 'A test', scopes, connectionIds, until, requestsPerMinute: 100_000, costPerMinute: 100_000 };
    const { grant } = await this.#county.supervisor.do<{ grant: { id: string } }>(mutation('grantPartnerAccess', '{ grant { id } }'), said);
    return grant.id;
  }

  /** As `end`, whether or not anybody has heard of it; answers when the supervisor was answered, by `performance.now()`. */
  async taking(): Promise<number> {
    await this.#county.supervisor.get(mutation('endPartnerGrant'), { input: { partnerId: this.#partnerId } });
    return performance.now();
  }

  async end(): Promise<void> {
    await this.taking();
    await this.#everywhere(async (table) => (await this.#county.rows(`select 1 from ${table} where partner_id = $1 and ends_at > now()`, [this.#partnerId])).length === 0);
  }

  /** Its last day has passed, and nobody has ended it: written into the tables, since all tests share the platform's clock. */
  async expire(): Promise<void> {
    for (const table of ['identity.partner_grant', ...this.#tables()]) await this.#county.rows(`update ${table} set ends_at = now() - interval '1 second' where partner_id = $1`, [this.#partnerId]);
  }

  #tables(): string[] {
    return [...this.#world.subgraphs.keys()].map((service) => `${service.replaceAll('-', '_')}.access_partner_grant`);
  }

  async #everywhere(isSo: (table: string) => Promise<boolean>): Promise<void> {
    for (const table of this.#tables())
      await eventually(async () => {
        if (!(await isSo(table))) throw new Error(`${table} does not know of the grant yet.`);
      });
  }
}
