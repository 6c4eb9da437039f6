import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countySchema, generateRegistryKeys, publishSnapshot, Registry, signSnapshot, type County } from '@fc/tenancy/registry';
import { CompactEncrypt, exportJWK, exportSPKI, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTHeaderParameters } from 'jose';
import { TokenVerifier } from './index.ts';

interface RealmKey { readonly kid: string; readonly alg: string; readonly privateKey: CryptoKey; readonly publicKey: CryptoKey; readonly jwk: JWK }
type Claims = Record<string, unknown>;

/** Serves each realm's key set the way the test wants, and counts how often it is asked. */
class Realms {
  readonly published = new Map<string, RealmKey[] | 'html' | 'silence' | 'refusal'>();
  readonly asked = new Map<string, number>();
  readonly #server: Server = createServer((request, response) => {
    const realm = /^\/realms\/(\w+)\/protocol\/openid-connect\/certs$/.exec(request.url ?? '')?.[1] ?? '';
    this.asked.set(realm, (this.asked.get(realm) ?? 0) + 1);
    const answer = this.published.get(realm) ?? 'refusal';
    if (answer === 'silence') return;
    if (answer === 'refusal') return void response.writeHead(503).end();
    if (answer === 'html') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Maintenance</html>');
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: answer.map(({ jwk }) => jwk) }));
  });

  async open(): Promise<void> {
    await new Promise<void>((ready) => this.#server.listen(0, '127.0.0.1', ready));
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  issuer(realm: string): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/realms/${realm}`;
  }
}

const realms = new Realms();
const registryKeys = generateRegistryKeys();
const [keys, names] = [new Map<string, RealmKey>(), ['king', 'pierce', 'state', 'paused', 'leaving', 'attacker', 'king_next'] as const];
const key = (name: string): RealmKey => keys.get(name)!;
let directory: string;
let registry: Registry;
let verifier: TokenVerifier;
let version = 0;

const newKey = async (kid: string, alg = 'RS256'): Promise<RealmKey> => {
  const pair = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, ...pair, jwk: { ...(await exportJWK(pair.publicKey)), kid, alg, use: 'sig' } };
};

const county = (slug: string, status: County['status'] = 'ACTIVE'): County =>
  countySchema.parse({
    slug, status, name: slug, kind: 'COUNTY', fips: '53033', timeZone: 'America/Los_Angeles', issuer: realms.issuer(slug),
    database: { host: 'localhost', port: 5432, name: `county_${slug}` }, settings: {},
  });

const publish = async (...counties: County[]): Promise<void> => {
  version += 1;
  const state = { issuer: realms.issuer('state'), database: { host: 'localhost', port: 5432, name: 'state' } };
  await publishSnapshot(join(directory, 'registry.jws'), await signSnapshot({ version, issuedAt: '2026-11-21T10:00:00Z', state, counties }, registryKeys.privateKeyPem));
  for (let waited = 0; registry && registry.version !== version; waited += 5) {
    if (waited > 3_000) throw new Error('The registry did not follow within 3 s.');
    await sleep(5);
  }
};

beforeAll(async () => {
  await realms.open();
  await Promise.all(names.map(async (name) => keys.set(name, await newKey(name))));
  keys.set('king_ps', await newKey('king_ps', 'PS256')).set('king_es', await newKey('king_es', 'ES256'));
  for (const realm of ['pierce', 'state', 'paused', 'leaving']) realms.published.set(realm, [key(realm)]);
  realms.published.set('king', [key('king'), key('king_ps'), key('king_es')]);
  directory = await mkdtemp(join(tmpdir(), 'tokens-'));
  await publish(county('king'), county('paused', 'SUSPENDED'), county('leaving', 'OFFBOARDED'));
  registry = await Registry.open({ file: join(directory, 'registry.jws'), lastGoodFile: join(directory, 'good.jws'), publicKey: registryKeys.publicKeyPem, pollMs: 10 });
  verifier = newVerifier();
});
afterAll(async () => {
  await registry.close();
  await realms.close();
  await rm(directory, { recursive: true });
});

const newVerifier = (): TokenVerifier => new TokenVerifier(registry, { audience: 'family-connections', clockToleranceSeconds: 2 });
const now = (): number => Math.floor(Date.now() / 1_000);
const claims = (change: Claims = {}): Claims => ({
  iss: realms.issuer('king'), aud: 'family-connections', sub: 'subject-1', jti: 'token-1', typ: 'Bearer', azp: 'family-connections',
  iat: now(), exp: now() + 300, realm_access: { roles: ['offline_access', 'staff'] }, name: 'Robin Example', ...change,
});
const token = (change: Claims = {}, by = key('king'), header: Partial<JWTHeaderParameters> = {}): Promise<string> =>
  new SignJWT(claims(change)).setProtectedHeader({ alg: by.alg, kid: by.kid, typ: 'JWT', ...header }).sign(by.privateKey);
const encode = (part: unknown): string => Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');
const unsigned = (alg: string): string => `${encode({ alg, kid: 'king', typ: 'JWT' })}.${encode(claims())}.`;
const signedBy = async (header: object, payload: string, by: CryptoKey): Promise<string> => {
  const input = `${encode(header)}.${encode(payload)}`;
  const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', by, Buffer.from(input));
  return `${input}.${Buffer.from(signature).toString('base64url')}`;
};

describe('TokenVerifier accepts', () => {
  it('a county token, and says who, what kind and until when', async () => {
    const raw = await token({ exp: now() + 60 });
    const verified = await verifier.verify(raw);
    expect(verified).toMatchObject({ county: { slug: 'king' }, issuer: realms.issuer('king'), subject: 'subject-1', class: 'staff', azp: 'family-connections' });
    expect(verified.expiresAt.getTime()).toBeGreaterThan(Date.now());
    expect(verified.raw).toBe(raw);
    const shown = [JSON.stringify(verified), inspect(verified, { depth: 9, showHidden: true }), JSON.stringify({ ...verified })].join();
    expect(shown).not.toContain(raw);
  });

  it('a token of the state, which belongs to no county', async () => {
    const verified = await verifier.verify(await token({ iss: realms.issuer('state'), realm_access: { roles: ['state'] } }, key('state')));
    expect(verified).toMatchObject({ county: null, class: 'state' });
  });

  it.each(['king_ps', 'king_es'])('the asymmetric algorithm of %s', async (name) => {
    expect((await verifier.verify(await token({}, key(name)))).class).toBe('staff');
  });

  it('the program of a partner organisation, known by its client and by nothing else', async () => {
    expect(await verifier.verify(await token({ azp: 'partner-amara', realm_access: undefined }))).toMatchObject({ class: 'partner', azp: 'partner-amara' });
  });

  it('a county’s public site, known by its client and by nothing else', async () => {
    expect(await verifier.verify(await token({ azp: 'intake', realm_access: undefined }))).toMatchObject({ class: 'intake' });
  });

  it.each(['staff', 'family'])('the class %s', async (name) => {
    expect((await verifier.verify(await token({ realm_access: { roles: [name] } }))).class).toBe(name);
  });

  it('a service, which needs no class role', async () => {
    expect((await verifier.verify(await token({ azp: 'identity-service', realm_access: undefined }))).class).toBe('service');
  });

  it('a token put together by hand, the way the forgeries below are', async () => {
    await verifier.verify(await signedBy({ alg: 'RS256', kid: 'king', typ: 'JWT' }, JSON.stringify(claims()), key('king').privateKey));
  });

  it('the header that RFC 9068 writes, several audiences, and clocks that differ a little', async () => {
    await verifier.verify(await token({ aud: ['account', 'family-connections'], nbf: now() + 1, iat: now() + 1 }, key('king'), { typ: 'at+jwt' }));
  });
});

describe('TokenVerifier refuses', () => {
  const refused: [string, () => string | Promise<string>, code?: string][] = [
    ['no token', () => ''],
    ['text that is no token', () => 'one.two.three'],
    ['somebody who calls themself a partner', () => token({ realm_access: { roles: ['partner'] } })],
    ['a client whose name only looks like a partner’s', () => token({ azp: 'xpartner-amara' })],
    ['a partner of the state', () => token({ iss: realms.issuer('state'), azp: 'partner-amara' }, key('state'))],
    ['algorithm none', () => unsigned('none')],
    ['algorithm NoNe', () => unsigned('NoNe')],
    ['an empty algorithm', () => unsigned('')],
    ['a signature that was cut off', async () => (await token()).replace(/[^.]+$/, '')],
    ['a token without its last part', async () => (await token()).split('.').slice(0, 2).join('.')],
    ['claims changed after signing', async () => (await token()).split('.').map((part, at) => (at === 1 ? encode(claims({ sub: 'other' })) : part)).join('.')],
    ['HS256 with the public key as the secret', async () => {
      const input = `${encode({ alg: 'HS256', kid: 'king', typ: 'JWT' })}.${encode(claims())}`;
      return `${input}.${createHmac('sha256', await exportSPKI(key('king').publicKey)).update(input).digest('base64url')}`;
    }],
    ["an attacker's key", () => token({}, { ...key('attacker'), kid: 'king' })],
    // jose's types rightly leave no place for a key in a header: an attacker would write it all the same.
    ["an attacker's key that the header brings along", () => token({}, { ...key('attacker'), kid: 'king' }, { jwk: key('attacker').jwk as never })],
    ['a key that the header brings along, even the right one', () => token({}, key('king'), { jwk: key('king').jwk as never })],
    ['a header that names where the keys are (jku)', () => token({}, key('king'), { jku: 'https://attacker.example/keys' })],
    ['a header that names a certificate (x5u)', () => token({}, key('king'), { x5u: 'https://attacker.example/cert' })],
    ['a header that brings a certificate (x5c)', () => token({}, key('king'), { x5c: ['MIIB'] })],
    ['an unknown extension that the header calls critical', () => signedBy({ alg: 'RS256', kid: 'king', typ: 'JWT', crit: ['exp2'], exp2: 1 }, JSON.stringify(claims()), key('king').privateKey)],
    ['no key id', () => signedBy({ alg: 'RS256', typ: 'JWT' }, JSON.stringify(claims()), key('king').privateKey)],
    ['a key id that is a path', () => token({}, key('king'), { kid: '../../../../dev/null' })],
    ['a key id with another algorithm than the key has', () => token({}, { ...key('king_ps'), kid: 'king' })],
    ['a header of another type', () => token({}, key('king'), { typ: 'logout+jwt' })],
    ['an encrypted token', async () => new CompactEncrypt(Buffer.from(JSON.stringify(claims()))).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(Buffer.alloc(32))],
    ['another audience', () => token({ aud: 'account' })],
    ['no audience', () => token({ aud: undefined })],
    ['an audience that only begins alike', () => token({ aud: 'family-connections-admin' })],
    ["another realm's key that claims this issuer", () => token({}, key('pierce'))],
    ["the state's key that claims a county", () => token({}, key('state'))],
    ["a county's key that claims the state", () => token({ iss: realms.issuer('state'), realm_access: { roles: ['state'] } })],
    ['an issuer with a slash at its end', () => token({ iss: `${realms.issuer('king')}/` }), 'UNKNOWN_ISSUER'],
    ['an issuer in other letters', () => token({ iss: realms.issuer('KING') }), 'UNKNOWN_ISSUER'],
    ['the same issuer by another host name', () => token({ iss: realms.issuer('king').replace('127.0.0.1', 'localhost') }), 'UNKNOWN_ISSUER'],
    ['an issuer that is in no registry', () => token({ iss: 'https://attacker.example/realms/king' }, key('attacker')), 'UNKNOWN_ISSUER'],
    ['no issuer', () => token({ iss: undefined }), 'UNKNOWN_ISSUER'],
    ['several issuers', () => token({ iss: [realms.issuer('king'), realms.issuer('pierce')] }), 'UNKNOWN_ISSUER'],
    ['a county that has left', () => token({ iss: realms.issuer('leaving') }, key('leaving')), 'UNKNOWN_ISSUER'],
    ['a county whose program is not open', () => token({ iss: realms.issuer('paused') }, key('paused')), 'COUNTY_SUSPENDED'],
    ['a token past its time', () => token({ iat: now() - 100, exp: now() - 10 }), 'TOKEN_EXPIRED'],
    ['a token that is too old, whatever it says', () => token({ iat: now() - 16 * 60, exp: now() + 3_600 }), 'TOKEN_EXPIRED'],
    ['a token that is not good yet', () => token({ nbf: now() + 60 })],
    ['a token made in the future', () => token({ iat: now() + 60 })],
    ['no expiry', () => token({ exp: undefined })],
    ['an expiry in text', () => token({ exp: '9999999999' })],
    ['no time of issue', () => token({ iat: undefined })],
    ['no subject', () => token({ sub: undefined })],
    ['an empty subject', () => token({ sub: '' })],
    ['no token id', () => token({ jti: undefined })],
    ['an identity token', () => token({ typ: 'ID' })],
    ['a refresh token', () => token({ typ: 'Refresh' })],
    ['no type', () => token({ typ: undefined })],
    ['an unknown client', () => token({ azp: 'admin-cli' })],
    ['a client named like a part of every object', () => token({ azp: 'constructor' })],
    ['no client', () => token({ azp: undefined })],
    ['no class role', () => token({ realm_access: { roles: ['offline_access'] } })],
    ['no roles at all', () => token({ realm_access: undefined })],
    ['two class roles', () => token({ realm_access: { roles: ['staff', 'family'] } })],
    ['roles in one text', () => token({ realm_access: { roles: 'not-staff' } })],
    ["the state's class in a county", () => token({ realm_access: { roles: ['state'] } })],
    ["a county's class in the state", () => token({ iss: realms.issuer('state') }, key('state'))],
    ['claims hidden in __proto__', async () => {
      const { sub, jti, ...rest } = claims();
      return signedBy({ alg: 'RS256', kid: 'king', typ: 'JWT' }, JSON.stringify(rest).replace('{', `{"__proto__":{"sub":"${String(sub)}","jti":"${String(jti)}"},`), key('king').privateKey);
    }],
    ['roles hidden in __proto__', () => signedBy({ alg: 'RS256', kid: 'king', typ: 'JWT' }, JSON.stringify(claims({ realm_access: {} })).replace('"realm_access":{', '"realm_access":{"__proto__":{"roles":["staff"]}'), key('king').privateKey)],
    ['claims that are a list', () => signedBy({ alg: 'RS256', kid: 'king', typ: 'JWT' }, JSON.stringify([claims()]), key('king').privateKey)],
  ];

  it.each(refused)('%s', async (_, forge, code = 'UNAUTHENTICATED') => {
    await verifier.verify(await token());
    const forged = await forge();
    await expect(verifier.verify(forged)).rejects.toMatchObject({ name: 'DomainError', code });
  });

  it('a token of 10 MB without reading it', async () => {
    const long = await token({ filler: 'x'.repeat(10_000_000) });
    await expect(verifier.verify(long)).rejects.toMatchObject({ code: 'UNAUTHENTICATED', cause: { message: expect.stringContaining('too long') } });
  });

  it('with one plain sentence, and a cause that tells nothing about the person', async () => {
    const refusal: unknown = await verifier.verify(await token({ aud: 'account' })).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ message: 'Please sign in again.', cause: { message: expect.stringContaining('aud') } });
    expect(inspect(refusal, { depth: 9 })).not.toMatch(/Robin|subject-1/);
  });

  it('every forgery without having asked an unknown realm, and without losing count', () => {
    expect(refused.length).toBeGreaterThan(50);
    expect(realms.asked.get('leaving')).toBeUndefined();
    expect(realms.asked.get('KING')).toBeUndefined();
  });
});

describe('TokenVerifier and the key sets of realms', () => {
  it('asks once for many first tokens', async () => {
    realms.asked.clear();
    const fresh = newVerifier();
    const raw = await token();
    await Promise.all(Array.from({ length: 50 }, () => fresh.verify(raw)));
    expect(realms.asked.get('king')).toBe(1);
  });

  it('asks once a second at most under a flood of unknown keys, and goes on accepting the known one', async () => {
    realms.asked.clear();
    const fresh = newVerifier();
    const good = await token();
    const flood = await Promise.all(Array.from({ length: 300 }, (_, at) => token({}, key('king_es'), { kid: `unknown-${at}` })));
    const start = performance.now();
    for (const forged of flood) await expect(fresh.verify(forged)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect((await fresh.verify(good)).subject).toBe('subject-1');
    expect(realms.asked.get('king')).toBeLessThanOrEqual(2 + (performance.now() - start) / 1_000);
  });

  it.each(['html', 'refusal'] as const)('refuses while a realm answers with %s, asks it once a second at most, and accepts again after', async (fault) => {
    realms.asked.clear();
    realms.published.set('king', fault);
    const fresh = newVerifier();
    const good = await token();
    const start = performance.now();
    for (let round = 0; round < 20; round += 1) await expect(fresh.verify(good)).rejects.toMatchObject({ code: 'SIGN_IN_UNAVAILABLE' });
    expect(realms.asked.get('king')).toBeLessThanOrEqual(1 + Math.floor((performance.now() - start) / 1_000));
    realms.published.set('king', [key('king')]);
    await sleep(1_050);
    expect((await fresh.verify(good)).subject).toBe('subject-1');
  });

  it('gives up on a silent realm after 3 s, while other realms are served', async () => {
    realms.published.set('king', 'silence');
    const fresh = newVerifier();
    const start = performance.now();
    const waiting = expect(fresh.verify(await token())).rejects.toMatchObject({ code: 'SIGN_IN_UNAVAILABLE' });
    await fresh.verify(await token({ iss: realms.issuer('state'), realm_access: { roles: ['state'] } }, key('state')));
    expect(performance.now() - start).toBeLessThan(2_900);
    await waiting;
    expect(performance.now() - start).toBeLessThan(8_000);
    realms.published.set('king', [key('king')]);
  });

  it('accepts a key made a second ago', async () => {
    const fresh = newVerifier();
    await fresh.verify(await token());
    realms.published.set('king', [key('king'), key('king_next')]);
    await sleep(1_050);
    expect((await fresh.verify(await token({}, key('king_next')))).subject).toBe('subject-1');
  });
});

describe('TokenVerifier follows the registry', () => {
  it('accepts a county that joined, refuses it while suspended, and after it was removed', async () => {
    const raw = await token({ iss: realms.issuer('pierce') }, key('pierce'));
    await expect(verifier.verify(raw)).rejects.toMatchObject({ code: 'UNKNOWN_ISSUER' });
    await publish(county('king'), county('pierce'));
    expect((await verifier.verify(raw)).county?.slug).toBe('pierce');
    await publish(county('king'), county('pierce', 'SUSPENDED'));
    await expect(verifier.verify(raw)).rejects.toMatchObject({ code: 'COUNTY_SUSPENDED' });
    await publish(county('king'));
    await expect(verifier.verify(raw)).rejects.toMatchObject({ code: 'UNKNOWN_ISSUER' });
    expect((await verifier.verify(await token())).county?.slug).toBe('king');
  });
});
