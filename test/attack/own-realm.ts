import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { changeRegistry } from '@fc/countyctl';
import type { Actor, TestCounty } from '@fc/testing';
import type { World } from '@fc/testing/world';
import { exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose';

export interface SigningKey {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly jwk: JWK;
}

export type Claims = Readonly<Record<string, unknown>>;

export const newKey = async (kid: string, alg = 'RS256'): Promise<SigningKey> => {
  const pair = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, ...pair, jwk: { ...(await exportJWK(pair.publicKey)), kid, alg, use: 'sig' } };
};

const encode = (part: string | object): string => Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');

/** Header and payload as they are given, well-formed or not, under a good RS256 signature. */
export async function signed(header: object, payload: string | object, { privateKey }: SigningKey): Promise<string> {
  const input = `${encode(header)}.${encode(payload)}`;
  return `${input}.${Buffer.from(await crypto.subtle.sign('RSASSA-PKCS1-v1_5', privateKey, Buffer.from(input))).toString('base64url')}`;
}

/** The same with any last part, or none. */
export const unsigned = (header: object, payload: object, signature = ''): string => `${encode(header)}.${encode(payload)}.${signature}`;

/**
 * A county's realm whose keys this suite holds. So it can say anything under a good signature, and what is refused is
 * refused for what it says.
 */
export class OwnRealm {
  readonly issuer: string;
  readonly #county: TestCounty;
  readonly #server: Server;
  /** The published keys; the first one signs. */
  #keys: readonly SigningKey[];
  /** How often its key set was fetched. */
  asked = 0;

  /** Puts a realm of our own in the place of the county's, for everybody who is in the county by now. */
  static async takeOver(world: World, county: TestCounty): Promise<OwnRealm> {
    const { slug } = county.county;
    const server = createServer();
    const realm: OwnRealm = new OwnRealm(county, server.listen(0, '127.0.0.1'), await newKey(`${slug}-1`));
    server.on('request', (request, response) => {
      if (request.url !== `/realms/${slug}/protocol/openid-connect/certs`) return void response.writeHead(404).end();
      realm.asked += 1;
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: realm.#keys.map(({ jwk }) => jwk) }));
    });
    for (const service of world.subgraphs.keys()) await county.rows(`update ${service.replaceAll('-', '_')}.access_account set issuer = $1`, [realm.issuer]);
    await changeRegistry(world.platform, (counties) => counties.map((known) => (known.slug === slug ? { ...known, issuer: realm.issuer } : known)));
    return realm;
  }

  private constructor(county: TestCounty, server: Server, key: SigningKey) {
    this.#county = county;
    this.#server = server;
    this.#keys = [key];
    this.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/realms/${county.county.slug}`;
  }

  get key(): SigningKey {
    return this.#keys[0]!;
  }

  get header(): { readonly alg: string; readonly kid: string; readonly typ: string } {
    return { alg: 'RS256', kid: this.key.kid, typ: 'JWT' };
  }

  /** What a good token of that person says. */
  async claims({ personId }: Actor, change: Claims = {}): Promise<Claims> {
    const [account] = await this.#county.rows<{ subject: string }>('select subject from identity.access_account where person_id = $1', [personId]);
    const now = Math.floor(Date.now() / 1_000);
    return {
      iss: this.issuer, aud: 'family-connections-api', sub: account?.subject, jti: crypto.randomUUID(), typ: 'Bearer', azp: 'family-connections',
      iat: now, exp: now + 300, realm_access: { roles: ['staff'] }, ...change,
    };
  }

  /** A token of that person: good, but for the change. */
  async token(actor: Actor, change: Claims = {}, header: object = {}): Promise<string> {
    return signed({ ...this.header, ...header }, await this.claims(actor, change), this.key);
  }

  /** Signs with a new key from now on, and withdraws the one before. */
  async rotate(): Promise<void> {
    this.#keys = [await newKey(`${this.key.kid}-next`)];
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }
}
