import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { parseCountySlug } from '@fc/domain-kernel';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { decrypt, encrypt } from './sealing.ts';
import { VaultKeyCustodian, VaultKeys } from './vault-keys.ts';

interface TransitKey {
  readonly versions: Map<number, KeyObject>;
  latest: number;
  minDecryption: number;
  minEncryption: number;
  deletable: boolean;
}

type Answer = readonly [status: number, body: object | string | null];
const failed = (status: number, ...errors: string[]): Answer => [status, { errors }];

/** Speaks the part of Vault's HTTP protocol that a transit engine and its tokens are: the paths, the fields, the errors. */
class TransitServer {
  readonly keys = new Map<string, TransitKey>();
  readonly tokens = new Map<string, RegExp>([['operator', /^keys\//], ['service', /^(datakey\/plaintext|decrypt|rewrap)\//]]);
  readonly asked: string[] = [];
  trouble: 'none' | 'sealed' | 'slow' | 'nonsense' | 'short' = 'none';
  readonly #server: Server = createServer((request, response) => void this.#serve(request, response));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const path = (request.url ?? '').replace('/v1/transit/', '');
    this.asked.push(`${request.method} ${path}`);
    if (this.trouble === 'slow') return; // and never answers
    const [status, body] = this.#answer(request, path, chunks.length > 0 ? (JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>) : {});
    response.writeHead(status, { 'content-type': 'application/json' }).end(body === null ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
  }

  #answer(request: IncomingMessage, path: string, body: Record<string, unknown>): Answer {
    if (this.trouble === 'sealed') return failed(503, 'Vault is sealed');
    if (this.trouble === 'nonsense') return [200, '<html>welcome</html>'];
    if (this.trouble === 'short') return [200, { data: { plaintext: 'c2hvcnQ=', ciphertext: 'vault:v1:x' } }];
    if (!this.tokens.get(String(request.headers['x-vault-token']))?.test(path)) return failed(403, '1 error occurred:\n\t* permission denied\n\n');
    const [, action, name = '', verb] = /^(datakey\/plaintext|[a-z]+)\/([\w-]+)(?:\/([a-z]+))?$/.exec(path) ?? [];
    if (action === 'keys') return this.#manage(`${request.method} ${verb ?? ''}`, name, body);
    const key = this.keys.get(name);
    if (!key) return failed(400, 'encryption key not found');
    if (action === 'datakey/plaintext') {
      const plain = randomBytes(Number(body['bits']) / 8);
      return [200, { data: { plaintext: plain.toString('base64'), ciphertext: lock(key, plain), key_version: key.latest } }];
    }
    const plain = unlock(key, String(body['ciphertext']));
    if (!plain) return failed(400, 'ciphertext or signature version is disallowed by policy (too old)');
    return [200, { data: action === 'decrypt' ? { plaintext: plain.toString('base64') } : { ciphertext: lock(key, plain), key_version: key.latest } }];
  }

  #manage(action: string, name: string, body: Record<string, unknown>): Answer {
    const key = this.keys.get(name);
    if (action === 'POST ') {
      if (!key) this.keys.set(name, { versions: new Map([[1, createSecretKey(randomBytes(32))]]), latest: 1, minDecryption: 1, minEncryption: 0, deletable: false });
      return [204, null];
    }
    if (!key) return failed(404);
    if (action === 'GET ') return [200, { data: { name, latest_version: key.latest } }];
    if (action === 'POST rotate') key.versions.set((key.latest += 1), createSecretKey(randomBytes(32)));
    if (action === 'POST config') {
      key.minDecryption = Number(body['min_decryption_version'] ?? key.minDecryption);
      key.minEncryption = Number(body['min_encryption_version'] ?? key.minEncryption);
      key.deletable = Boolean(body['deletion_allowed'] ?? key.deletable);
    }
    if (action === 'POST trim') {
      const least = Number(body['min_available_version']);
      if (key.minEncryption === 0 || least > key.minDecryption || least > key.minEncryption) return failed(400, 'minimum available version cannot be set');
      for (const version of key.versions.keys()) if (version < least) key.versions.delete(version);
    }
    if (action === 'DELETE ') {
      if (!key.deletable) return failed(400, 'deletion is not allowed for this key');
      this.keys.delete(name);
    }
    return [204, null];
  }
}

const lock = (key: TransitKey, plain: Buffer): string => `vault:v${key.latest}:${encrypt(key.versions.get(key.latest)!, plain, '').toString('base64')}`;

function unlock(key: TransitKey, ciphertext: string): Buffer | undefined {
  const [, version, sealed = ''] = /^vault:v(\d+):(.+)$/.exec(ciphertext) ?? [];
  const known = Number(version) >= key.minDecryption ? key.versions.get(Number(version)) : undefined;
  try {
    return known && decrypt(known, Buffer.from(sealed, 'base64'), '');
  } catch {
    return undefined;
  }
}

const [king, pierce] = [parseCountySlug('king'), parseCountySlug('pierce')];
const refused = (code: string): unknown => expect.objectContaining({ code });

let server: TransitServer;
let url: string;
let keys: VaultKeys;
let custodian: VaultKeyCustodian;
beforeEach(async () => {
  server = new TransitServer();
  url = await server.start();
  keys = new VaultKeys({ url, token: () => 'service' });
  custodian = new VaultKeyCustodian({ url, token: () => 'operator' });
  await custodian.create(king);
  await custodian.create(pierce);
});
afterEach(() => server.stop());

describe('a county’s key in a Vault', () => {
  it('locks and unlocks keys of persons there, and none of another county', async () => {
    const { key, wrapped } = await keys.newKey(king);
    expect(key.symmetricKeySize).toBe(32);
    expect((await keys.unwrap(king, wrapped)).equals(key)).toBe(true);
    await expect(keys.unwrap(pierce, wrapped)).rejects.toEqual(refused('PROTECTED_UNREADABLE'));
    expect(server.asked).toEqual(expect.arrayContaining(['POST datakey/plaintext/county-king', 'POST decrypt/county-king', 'POST decrypt/county-pierce']));
  });

  it('is rotated without sealing anything anew, and its older versions go only when they are retired', async () => {
    const { key, wrapped } = await keys.newKey(king);
    await custodian.rotate(king);
    expect((await keys.unwrap(king, wrapped)).equals(key)).toBe(true);
    const rewrapped = await keys.rewrap(king, wrapped);
    expect(rewrapped).toMatch(/^vault:v2:/);
    expect(await custodian.newest(king)).toBe('vault:v2:');
    await custodian.retire(king);
    expect([...server.keys.get('county-king')!.versions.keys()]).toEqual([2]);
    expect((await keys.unwrap(king, rewrapped)).equals(key)).toBe(true);
    await expect(keys.unwrap(king, wrapped)).rejects.toEqual(refused('PROTECTED_UNREADABLE'));
  });

  it('that is destroyed opens nothing again', async () => {
    const { wrapped } = await keys.newKey(king);
    await custodian.destroy(king);
    await expect(keys.unwrap(king, wrapped)).rejects.toEqual(refused('PROTECTED_UNREADABLE'));
    await expect(keys.newKey(king)).rejects.toEqual(refused('PROTECTED_UNREADABLE'));
    expect([await custodian.has(king), await custodian.has(pierce)]).toEqual([false, true]);
    await expect(keys.newKey(pierce)).resolves.toBeDefined();
  });

  it('is not the service’s to rotate or destroy, and nobody’s without a good token', async () => {
    const asService = new VaultKeyCustodian({ url, token: () => 'service' });
    await expect(asService.rotate(king)).rejects.toEqual(refused('PROTECTED_UNAVAILABLE'));
    await expect(asService.destroy(king)).rejects.toEqual(refused('PROTECTED_UNAVAILABLE'));
    await expect(new VaultKeys({ url, token: () => 'stolen' }).newKey(king)).rejects.toEqual(refused('PROTECTED_UNAVAILABLE'));
    expect(server.keys.get('county-king')).toMatchObject({ latest: 1, deletable: false });
  });

  it.each(['sealed', 'slow', 'nonsense', 'short'] as const)('that is behind a %s Vault gives out nothing, and is tried again', async (trouble) => {
    const { wrapped } = await keys.newKey(king);
    const impatient = new VaultKeys({ url, token: () => 'service', patienceMs: 300 });
    server.trouble = trouble;
    await expect(impatient.newKey(king)).rejects.toEqual(refused('PROTECTED_UNAVAILABLE'));
    await expect(impatient.unwrap(king, wrapped)).rejects.toEqual(refused('PROTECTED_UNAVAILABLE'));
    server.trouble = 'none';
    await expect(keys.unwrap(king, wrapped)).resolves.toBeDefined();
  });

  it('that cannot be reached, or has no token, gives out nothing', async () => {
    await expect(new VaultKeys({ url: 'http://127.0.0.1:9', token: () => 'service' }).newKey(king)).rejects.toEqual(refused('PROTECTED_UNAVAILABLE'));
    const tokenless = new VaultKeys({ url, token: () => { throw new Error('The secret vault/identity.token is missing.'); } });
    await expect(tokenless.newKey(king)).rejects.toEqual(refused('PROTECTED_UNAVAILABLE'));
  });
});
