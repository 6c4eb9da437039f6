import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, jwtVerify, SignJWT, type CryptoKey, type JWK } from 'jose';
import { realmKeys } from './realm-keys.ts';

type Behaviour = 'keys' | 'html' | 'malformed' | 'silence' | 'refusal';

let privateKey: CryptoKey;
let otherKey: CryptoKey;
let jwk: JWK;
let otherJwk: JWK;
let behaviour: Behaviour;
let published: JWK[];
let server: Server;
let issuer: string;

beforeAll(async () => {
  const [pair, other] = [await generateKeyPair('RS256', { extractable: true }), await generateKeyPair('RS256', { extractable: true })];
  [privateKey, otherKey] = [pair.privateKey, other.privateKey];
  jwk = { ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'RS256' };
  otherJwk = { ...(await exportJWK(other.publicKey)), kid: 'two', alg: 'RS256' };
});
beforeEach(async () => {
  [behaviour, published] = ['keys', [jwk]];
  server = createServer((_request, response) => {
    if (behaviour === 'silence') return;
    if (behaviour === 'refusal') return void response.writeHead(503).end();
    if (behaviour === 'html') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Maintenance</html>');
    response.writeHead(200, { 'content-type': 'application/json' }).end(behaviour === 'malformed' ? '{"keys": "none"}' : JSON.stringify({ keys: published }));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/realms/king`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const token = (kid = 'one', by = privateKey): Promise<string> => new SignJWT({ sub: 'somebody' }).setProtectedHeader({ alg: 'RS256', kid }).sign(by);
/** Stale at once, so that each use would ask the realm again. */
const stale = { fresh: 0, kept: 60_000 };

describe('the keys of a realm', () => {
  it.each(['html', 'malformed', 'refusal', 'silence'] as const)('stay good while the realm answers with %s, and nobody waits for it a second time', async (fault) => {
    const keys = realmKeys(issuer, stale);
    await jwtVerify(await token(), keys);
    behaviour = fault;
    await sleep(1_050); // past the pause between two questions
    await jwtVerify(await token(), keys);
    const began = performance.now();
    for (let request = 0; request < 50; request += 1) await jwtVerify(await token(), keys);
    expect(performance.now() - began).toBeLessThan(2_500); // less than one more wait for the realm
  });

  it('stay good while the realm cannot be reached at all', async () => {
    const keys = realmKeys(issuer, stale);
    await jwtVerify(await token(), keys);
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    await sleep(1_050);
    await jwtVerify(await token(), keys);
    await expect(jwtVerify(await token('two', otherKey), keys)).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  });

  it('are not believed for ever: past their time the realm must answer', async () => {
    const keys = realmKeys(issuer, { fresh: 0, kept: 1_000 });
    await jwtVerify(await token(), keys);
    behaviour = 'refusal';
    await sleep(1_050);
    await expect(jwtVerify(await token(), keys)).rejects.toMatchObject({ code: 'SIGN_IN_UNAVAILABLE' });
  });

  it.each(['html', 'malformed', 'refusal', 'silence'] as const)('that were never read because the realm answers with %s are a clear refusal, and no crash', async (fault) => {
    behaviour = fault;
    const keys = realmKeys(issuer);
    await expect(jwtVerify(await token(), keys)).rejects.toMatchObject({ name: 'DomainError', code: 'SIGN_IN_UNAVAILABLE' });
    behaviour = 'keys';
    await sleep(1_050);
    await jwtVerify(await token(), keys);
  });

  it('lose a withdrawn one with the next reading, and gain a new one at once', async () => {
    const keys = realmKeys(issuer, stale);
    await jwtVerify(await token(), keys);
    published = [jwk, otherJwk];
    await sleep(1_050);
    await jwtVerify(await token('two', otherKey), keys);
    published = [otherJwk];
    await sleep(1_050);
    await expect(jwtVerify(await token(), keys)).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
  });
});
