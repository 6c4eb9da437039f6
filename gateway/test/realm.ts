import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';

const pathOfKeys = '/realms/king/protocol/openid-connect/certs';

/** One county's realm over HTTP: publishes its key and gives tokens signed by it. */
export class Realm {
  readonly issuer: string;
  readonly #server: Server;
  readonly #privateKey: CryptoKey;

  static async open(): Promise<Realm> {
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'key-1', alg: 'ES256', use: 'sig' }] });
    const server = createServer((request, response) => {
      if (request.url !== pathOfKeys) return void response.writeHead(404).end();
      response.writeHead(200, { 'content-type': 'application/json' }).end(keys);
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return new Realm(server, privateKey);
  }

  private constructor(server: Server, privateKey: CryptoKey) {
    this.#server = server;
    this.#privateKey = privateKey;
    this.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/realms/king`;
  }

  /** An access token of somebody on the county's staff, with whatever differs. */
  token(change: Record<string, unknown> = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    return new SignJWT({
      iss: this.issuer, aud: 'family-connections-api', sub: 'subject-1', jti: 'token-1', typ: 'Bearer', azp: 'family-connections',
      iat: now, exp: now + 300, realm_access: { roles: ['staff'] }, ...change,
    })
      .setProtectedHeader({ alg: 'ES256', kid: 'key-1', typ: 'JWT' })
      .sign(this.#privateKey);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }
}
