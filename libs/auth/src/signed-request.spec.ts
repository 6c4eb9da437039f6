import { generateKeyPairSync, sign as signBytes } from 'node:crypto';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { generateRegistryKeys } from '@fc/tenancy/registry';
import { importSPKI, jwtVerify } from 'jose';
import { RequestSigner, RequestVerifier } from './index.ts';

const keys = generateRegistryKeys();
const otherKeys = generateRegistryKeys();
const body = '{"query":"{ me { name } }"}';
const token = 'header.claims.signature';

const signer = new RequestSigner({ issuer: 'gateway', privateKeyPem: keys.privateKeyPem });
const newVerifier = (audience = 'identity', publicKeys: Record<string, string | string[]> = { gateway: keys.publicKeyPem, meetings: otherKeys.publicKeyPem }) => new RequestVerifier({ audience, publicKeys });
const unsigned = { code: 'UNSIGNED_REQUEST' };

afterEach(() => void jest.useRealTimers());
const at = (seconds: number): void => void jest.useFakeTimers({ now: Date.UTC(2026, 10, 21, 10) + seconds * 1_000 });

describe('a signed request', () => {
  it('is believed, once', async () => {
    const verifier = newVerifier();
    const signature = await signer.sign({ audience: 'identity', body, token });
    expect(await verifier.verify(signature, { body, token })).toEqual({ issuer: 'gateway' });
    await expect(verifier.verify(signature, { body, token })).rejects.toMatchObject({ ...unsigned, cause: { message: expect.stringContaining('used before') } });
  });

  it('may have no token, and a body in bytes', async () => {
    const signature = await signer.sign({ audience: 'identity', body });
    await newVerifier().verify(signature, { body: Buffer.from(body) });
  });

  it('is a JWT that other tools can verify', async () => {
    const { payload } = await jwtVerify(await signer.sign({ audience: 'identity', body }), await importSPKI(keys.publicKeyPem, 'EdDSA'), { issuer: 'gateway', audience: 'identity' });
    expect(payload.exp! - payload.iat!).toBe(10);
  });

  it('is believed from each known caller, by its own key alone, while the key is changed too', async () => {
    const meetings = new RequestSigner({ issuer: 'meetings', privateKeyPem: otherKeys.privateKeyPem });
    expect(await newVerifier().verify(await meetings.sign({ audience: 'identity', body }), { body })).toEqual({ issuer: 'meetings' });
    const posing = new RequestSigner({ issuer: 'gateway', privateKeyPem: otherKeys.privateKeyPem });
    await expect(newVerifier().verify(await posing.sign({ audience: 'identity', body }), { body })).rejects.toMatchObject(unsigned);
    const changing = newVerifier('identity', { gateway: [otherKeys.publicKeyPem, keys.publicKeyPem] });
    await changing.verify(await signer.sign({ audience: 'identity', body }), { body });
    await changing.verify(await posing.sign({ audience: 'identity', body }), { body });
  });

  it.each<[string, (signature: string) => string | undefined, { body: string; token?: string }]>([
    ['without a signature', () => undefined, { body, token }],
    ['with an empty signature', () => '', { body, token }],
    ['with another body', (good) => good, { body: `${body} `, token }],
    ['with another token', (good) => good, { body, token: `${token}2` }],
    ['without the token that was signed', (good) => good, { body }],
    ['with a changed claim', (good) => changed(good, { iss: 'meetings' }), { body, token }],
    ['with a longer life', (good) => changed(good, { exp: 9_999_999_999 }), { body, token }],
    ['with the signature cut off', (good) => good.replace(/[^.]+$/, ''), { body, token }],
    ['with another algorithm in its header', (good) => good.replace(/^[^.]+/, Buffer.from('{"alg":"none"}').toString('base64url')), { body, token }],
    ['with a fourth part', (good) => `${good}.more`, { body, token }],
    ['with a signature of 1 MB', (good) => good + 'x'.repeat(1_000_000), { body, token }],
  ])('is refused %s', async (_, forge, request) => {
    const verifier = newVerifier();
    const good = await signer.sign({ audience: 'identity', body, token });
    await expect(verifier.verify(forge(good), request)).rejects.toMatchObject(unsigned);
    await verifier.verify(good, { body, token });
  });

  it('is refused with a token that was not signed', async () => {
    await expect(newVerifier().verify(await signer.sign({ audience: 'identity', body }), { body, token })).rejects.toMatchObject(unsigned);
  });

  it('is refused by another service than the one it is for', async () => {
    await expect(newVerifier('matching').verify(await signer.sign({ audience: 'identity', body }), { body })).rejects.toMatchObject(unsigned);
  });

  it.each(['stranger', '__proto__', 'constructor'])('is refused from the unknown caller %s', async (issuer) => {
    const stranger = new RequestSigner({ issuer, privateKeyPem: keys.privateKeyPem });
    await expect(newVerifier().verify(await stranger.sign({ audience: 'identity', body }), { body })).rejects.toMatchObject(unsigned);
  });

  it('is refused when it lives longer than ten seconds, even from a known caller', async () => {
    const [header, payload] = (await signer.sign({ audience: 'identity', body })).split('.');
    const claims = { ...(JSON.parse(Buffer.from(payload!, 'base64url').toString()) as Record<string, unknown>), exp: 9_999_999_999 };
    const signed = `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
    const mark = signBytes(null, Buffer.from(signed), keys.privateKeyPem).toString('base64url');
    await expect(newVerifier().verify(`${signed}.${mark}`, { body })).rejects.toMatchObject({ ...unsigned, cause: { message: expect.stringContaining('too long') } });
  });

  it('is refused after its time, and before it', async () => {
    const verifier = newVerifier();
    at(0);
    const [early, late] = [await signer.sign({ audience: 'identity', body }), await signer.sign({ audience: 'identity', body })];
    at(-6);
    await expect(verifier.verify(early, { body })).rejects.toMatchObject(unsigned);
    at(14);
    await verifier.verify(early, { body });
    at(15);
    await expect(verifier.verify(late, { body })).rejects.toMatchObject(unsigned);
  });

  it('is refused a second time for as long as it lives, also after many others', async () => {
    const verifier = newVerifier();
    at(0);
    const first = await signer.sign({ audience: 'identity', body });
    await verifier.verify(first, { body });
    for (let second = 1; second < 30; second += 1) {
      at(second);
      await verifier.verify(await signer.sign({ audience: 'identity', body }), { body });
      await expect(verifier.verify(first, { body })).rejects.toMatchObject(unsigned);
    }
  });

  it('takes no key of another kind', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } });
    expect(() => new RequestSigner({ issuer: 'gateway', privateKeyPem: rsa.privateKey })).toThrow(TypeError);
    expect(() => newVerifier('identity', { gateway: rsa.publicKey })).toThrow(TypeError);
  });
});

function changed(signature: string, change: object): string {
  const [header, payload, mark] = signature.split('.');
  const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString()) as object;
  return `${header}.${Buffer.from(JSON.stringify({ ...claims, ...change })).toString('base64url')}.${mark}`;
}
