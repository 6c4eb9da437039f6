// The suite that the development provider and Keycloak itself have in common: which of them runs is for FC_IDENTITY_PROVIDER to say.
import { infrastructure } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeProtectedHeader } from 'jose';
import { passwordOf, TestRealm } from './test-realm.ts';

const { kind } = infrastructure().identityProvider;
const slow = 60_000;
let king: TestRealm;
let pierce: TestRealm;

beforeAll(async () => {
  [king, pierce] = [new TestRealm(), new TestRealm()];
  await king.sync();
  await pierce.sync();
}, 180_000);
afterAll(async () => {
  await king?.remove();
  await pierce?.remove();
}, slow);

describe(`signing in to a county's realm (${kind} provider)`, () => {
  it('is published where every client of OpenID Connect looks', async () => {
    const { issuer } = king;
    expect(await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()).toMatchObject({
      issuer,
      jwks_uri: `${issuer}/protocol/openid-connect/certs`,
      token_endpoint: `${issuer}/protocol/openid-connect/token`,
      authorization_endpoint: `${issuer}/protocol/openid-connect/auth`,
      end_session_endpoint: `${issuer}/protocol/openid-connect/logout`,
    });
  });

  it('gives a token for the platform, good for five minutes, with a coarse class and nobody’s name', async () => {
    const sub = await king.person('dana', 'staff');
    const token = await king.signIn('dana');
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'RS256', typ: 'JWT', kid: expect.any(String) });
    const claims = await king.verify(token);
    expect(claims).toMatchObject({ iss: king.issuer, sub, aud: 'family-connections-api', azp: 'family-connections', typ: 'Bearer', jti: expect.any(String), realm_access: { roles: ['staff'] } });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(300);
    expect(JSON.stringify(claims)).not.toMatch(/dana|example\.org/i);
    await expect(pierce.verify(token)).rejects.toThrow();
  }, slow);

  it('refuses a wrong password and an unknown person in the same words', async () => {
    await king.person('rosa', 'family');
    await expect(king.signIn('rosa', 'wrong')).rejects.toThrow('did not sign rosa in: Invalid user credentials.');
    await expect(king.signIn('nobody', 'wrong')).rejects.toThrow('did not sign nobody in: Invalid user credentials.');
    await expect(pierce.signIn('rosa', passwordOf('rosa'))).rejects.toThrow('Invalid user credentials');
  }, slow);

  it('refuses a disabled person until enabled again, who has then lost nothing', async () => {
    const id = await king.person('sam', 'family');
    const { token } = await king.clientToken('identity-service');
    expect(await king.ask(token, 'PUT', `${king.name}/users/${id}`, { enabled: false })).toBe(204);
    await expect(king.signIn('sam')).rejects.toThrow('Account disabled');
    expect(await king.ask(token, 'PUT', `${king.name}/users/${id}`, { enabled: true })).toBe(204);
    expect(await king.verify(await king.signIn('sam'))).toMatchObject({ sub: id, realm_access: { roles: ['family'] } });
    expect((await king.admin.users.findOne({ id }))?.email).toBe('sam@example.org');
  }, slow);

  it('takes a role away with the next token', async () => {
    const id = await king.person('lee', 'staff');
    await king.admin.users.delRealmRoleMappings({ id, roles: await king.roles('staff') });
    const { realm_access: access } = await king.verify(await king.signIn('lee'));
    expect(access ?? { roles: [] }).toEqual({ roles: [] });
  }, slow);

  it('lets identity’s client keep that realm’s accounts and nothing else', async () => {
    const { token } = await king.clientToken('identity-service');
    expect(await king.ask(token, 'POST', `${king.name}/users`, { username: 'invited', email: 'invited@example.org', enabled: true })).toBe(201);
    expect(await king.ask(token, 'POST', `${king.name}/users`, { username: 'invited', email: 'invited@example.org', enabled: true })).toBe(409);
    const forbidden = [
      ['POST', `${pierce.name}/users`, { username: 'invited', enabled: true }],
      ['GET', `${pierce.name}/users`],
      ['POST', `${king.name}/clients`, { clientId: 'mine' }],
      ['POST', `${king.name}/roles`, { name: 'mine' }],
      ['PUT', king.name, { accessTokenLifespan: 36_000 }],
      ['POST', '', { realm: 'mine', enabled: true }],
    ] as const;
    for (const [method, path, body] of forbidden) expect([path, await king.ask(token, method, path, body)]).toEqual([path, 403]);
    expect(await king.ask((await king.clientToken('countyctl')).token, 'GET', `${king.name}/users`)).toBe(403);
    expect((await king.verify(token)).aud).not.toContain('family-connections-api');
  }, slow);

  it('takes up a program’s new secret, and refuses the old one', async () => {
    const old = king.secret('countyctl');
    king.keepSecret('countyctl', 'a new secret that nobody else has');
    expect(await king.drift()).toEqual(['clients countyctl secret is another than the one that is kept']);
    await king.sync();
    expect((await king.clientToken('countyctl')).status).toBe(200);
    expect((await king.clientToken('countyctl', old)).status).toBe(401);
    expect(await king.verify((await king.clientToken('countyctl')).token)).toMatchObject({ aud: 'family-connections-api', azp: 'countyctl' });
  }, slow);

  it('signs with a new key, publishes the old one until it is withdrawn, and then no longer', async () => {
    await king.person('kim', 'staff');
    const before = await king.signIn('kim');
    await king.admin.components.create({ name: 'next', providerId: 'rsa-generated', providerType: 'org.keycloak.keys.KeyProvider', config: { priority: ['500'], algorithm: ['RS256'] } });
    const after = await king.signIn('kim');
    const [oldKey, newKey] = [before, after].map((token) => decodeProtectedHeader(token).kid);
    expect(newKey).not.toBe(oldKey);
    await king.verify(before);
    await king.verify(after);
    const { keys = [] } = await king.admin.realms.getKeys({ realm: king.name });
    await king.admin.components.del({ id: keys.find(({ kid }) => kid === oldKey)?.providerId ?? '' });
    await king.verify(after);
    await expect(king.verify(before)).rejects.toThrow(/no applicable key/);
  }, slow);

  // The development provider counts no wrong passwords.
  if (kind === 'keycloak')
    it('locks an account after wrong passwords, for the right one too', async () => {
      await king.person('ann', 'family');
      for (let attempt = 0; attempt < 11; attempt += 1) await expect(king.signIn('ann', 'guessed')).rejects.toThrow();
      await expect(king.signIn('ann')).rejects.toThrow(/Invalid user credentials|disabled/);
    }, slow);

  if (kind === 'keycloak')
    it('refuses a password that is short, or the person’s own name', async () => {
      const id = await king.person('short-of-words-person', 'family');
      for (const value of ['too short', 'short-of-words-person'])
        await expect(king.admin.users.resetPassword({ id, credential: { type: 'password', value, temporary: false } })).rejects.toThrow();
      await king.signIn('short-of-words-person');
    }, slow);
});
