import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { countySchema, generateRegistryKeys, publishSnapshot, signSnapshot } from '@fc/tenancy/registry';
import { GraphQLError, parse } from 'graphql';
import { startGateway, type GatewayOptions, type RunningGateway } from '../src/index.ts';
import { Realm } from './realm.ts';
import { Service } from './service.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly path?: readonly (string | number)[]; readonly extensions: Record<string, unknown> }[];
}

/** A gateway on real ports before two services, with the realm of one county. */
export class GatewayUnderTest {
  readonly realm: Realm;
  readonly identity: Service;
  readonly matching: Service;
  readonly options: GatewayOptions;
  readonly #directory: string;
  #running: RunningGateway | undefined;

  static async open(change: Partial<GatewayOptions> = {}): Promise<GatewayUnderTest> {
    const directory = await mkdtemp(join(tmpdir(), 'gateway-'));
    const [realm, gatewayKeys, registryKeys] = [await Realm.open(), generateRegistryKeys(), generateRegistryKeys()];
    const [registryFile, lastGoodRegistryFile, supergraphFile] = [join(directory, 'registry.jws'), join(directory, 'good.jws'), join(directory, 'supergraph.graphql')];
    const county = countySchema.parse({
      slug: 'king', status: 'ACTIVE', name: 'King', kind: 'COUNTY', fips: '53033', timeZone: 'America/Los_Angeles', issuer: realm.issuer,
      database: { host: 'localhost', port: 5432, name: 'county_king' }, settings: {},
    });
    const state = { issuer: 'https://id.example.org/realms/state', database: { host: 'localhost', port: 5432, name: 'state' } };
    await publishSnapshot(registryFile, await signSnapshot({ version: 1, issuedAt: '2026-11-21T10:00:00Z', state, counties: [county] }, registryKeys.privateKeyPem));

    const identity = new Service('identity', {
      sdl: `type Query { me: Person, people: [Person!], say(words: String!): String }
            type Person @key(fields: "id") { id: ID!, name: String, friend: Person }`,
      resolvers: {
        Query: { me: () => robin, people: () => [robin, robin], say: (_: unknown, { words }: { words: string }) => say(words) },
        Person: { friend: () => robin, __resolveReference: () => robin },
      },
      gatewayKey: gatewayKeys.publicKeyPem,
    });
    const matching = new Service('matching', {
      sdl: 'type Query { openProposals: Int } type Person @key(fields: "id") { id: ID!, mentor: String }',
      resolvers: { Query: { openProposals: () => 3 }, Person: { __resolveReference: () => ({ id: robin.id, mentor: 'Kim' }) } },
      gatewayKey: gatewayKeys.publicKeyPem,
    });
    await Promise.all([identity.open(), matching.open()]);
    const config = {
      host: '127.0.0.1', port: 0, registryFile, lastGoodRegistryFile, registryPublicKey: registryKeys.publicKeyPem, natsUrl: '', audience: 'family-connections-api',
      secrets: { read: () => '' }, trustedSigners: {}, logLevel: 'silent',
    };
    const options = { config, supergraphFile, signingKeyPem: gatewayKeys.privateKeyPem, subgraphTimeoutMs: 10_000, supergraphPollMs: 10, ...change };
    const gateway = new GatewayUnderTest({ realm, identity, matching, directory, options });
    await gateway.publishSupergraph(gateway.supergraph());
    gateway.#running = await startGateway(options);
    return gateway;
  }

  private constructor(parts: { realm: Realm; identity: Service; matching: Service; directory: string; options: GatewayOptions }) {
    this.realm = parts.realm;
    this.identity = parts.identity;
    this.matching = parts.matching;
    this.#directory = parts.directory;
    this.options = parts.options;
  }

  get url(): string {
    return this.#running!.url;
  }

  supergraph({ matching = this.matching.sdl } = {}): string {
    const services = [{ ...named(this.identity), typeDefs: parse(this.identity.sdl) }, { ...named(this.matching), typeDefs: parse(matching) }];
    const { supergraphSdl, errors = [] } = composeServices(services);
    if (!supergraphSdl) throw new Error(errors.map((error: GraphQLError) => error.message).join('\n'));
    return supergraphSdl;
  }

  async publishSupergraph(sdl: string): Promise<void> {
    await writeFile(`${this.options.supergraphFile}.new`, sdl);
    await rename(`${this.options.supergraphFile}.new`, this.options.supergraphFile);
  }

  removeSupergraph(): Promise<void> {
    return rm(this.options.supergraphFile);
  }

  /** Sends the query with a good token; `headers` replace or, where undefined, remove what is sent by default. */
  async ask(query: string, { headers = {}, variables }: { headers?: Record<string, string | undefined>; variables?: Record<string, unknown> } = {}): Promise<Reply> {
    return this.post(JSON.stringify({ query, variables }), headers);
  }

  async post(body: string, change: Record<string, string | undefined> = {}): Promise<Reply> {
    const headers = Object.entries({ 'content-type': 'application/json', authorization: `Bearer ${await this.realm.token()}`, ...change });
    const response = await fetch(this.url, { method: 'POST', headers: headers.filter((header): header is [string, string] => header[1] !== undefined), body });
    return { status: response.status, headers: response.headers, ...((await response.json()) as object) };
  }

  async close(): Promise<void> {
    await this.#running?.close();
    await Promise.all([this.identity.close(), this.matching.close(), this.realm.close()]);
    await rm(this.#directory, { recursive: true });
  }
}

const robin = { id: 'robin', name: 'Robin' };
const named = ({ name, url }: Service): { name: string; url: string } => ({ name, url });

/** The ways in which a service refuses or fails. */
function say(words: string): string {
  if (words === 'refuse') throw new GraphQLError('This mentor has no room at present.', { extensions: { code: 'MENTOR_FULL', http: { status: 418, headers: { 'x-from-a-service': '1' } }, stacktrace: ['at secret.ts'] } });
  if (words === 'break') throw new Error('relation "person" does not exist');
  return words;
}
