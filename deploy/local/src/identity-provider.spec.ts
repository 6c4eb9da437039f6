import { readFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { identityClientSecret, syncRealm } from '@fc/countyctl';
import { parseCountySlug } from '@fc/domain-kernel';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify, type JWTPayload } from 'jose';
import { startIdentityProvider, type LocalIdentityProvider } from './identity-provider.ts';
import { requestToken } from './token.ts';

const adminSecret = 'a secret for the operator';
const secretsDirectory = mkdtempSync(join(tmpdir(), 'fc-identity-secrets-'));
afterAll(() => rmSync(secretsDirectory, { recursive: true, force: true }));
const serviceSecret = (realm: string): string => readFileSync(join(secretsDirectory, identityClientSecret(realm)), 'utf8');

/** What tests do with an identity provider, as a client of Keycloak would. */
class Client {
  readonly provider: LocalIdentityProvider;
  constructor(provider: LocalIdentityProvider) {
    this.provider = provider;
  }

  async serviceToken(realm: string, clientId: string, secret: string, secretInBody = false): Promise<{ status: number; token: string }> {
    const answer = await fetch(`${this.provider.issuer(realm)}/protocol/openid-connect/token`, {
      method: 'POST',
      headers: secretInBody ? {} : { authorization: `Basic ${btoa(`${encodeURIComponent(clientId)}:${encodeURIComponent(secret)}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', ...(secretInBody && { client_id: clientId, client_secret: secret }) }),
    });
    return { status: answer.status, token: ((await answer.json()) as { access_token?: string }).access_token ?? '' };
  }

  async admin(): Promise<string> {
    return (await this.serviceToken('master', 'countyctl', adminSecret)).token;
  }

  async call(token: string, method: string, path: string, body?: unknown): Promise<{ status: number; location: string; body: unknown }> {
    const answer = await fetch(`${this.provider.baseUrl}/admin/realms${path}`, {
      method,
      headers: { ...(token && { authorization: `Bearer ${token}` }), 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, location: answer.headers.get('location') ?? '', body: text ? JSON.parse(text) : undefined };
  }

  /** A realm as countyctl makes it. */
  async makeRealm(realm: string): Promise<void> {
    const identityProvider = { baseUrl: this.provider.baseUrl, adminSecret, passwordGrant: true };
    await syncRealm({ identityProvider, secretsDirectory }, { kind: 'county', slug: parseCountySlug(realm), name: realm });
  }

  async makeUser(realm: string, username: string, password = `${username}'s password`): Promise<string> {
    const user = { username, email: `${username}@example.org`, emailVerified: true, enabled: true, firstName: 'A', credentials: [{ type: 'password', value: password, temporary: false }] };
    const { location } = await this.call(await this.admin(), 'POST', `/${realm}/users`, user);
    return location.split('/').at(-1) ?? '';
  }

  signIn(realm: string, username: string, password = `${username}'s password`): Promise<string> {
    return requestToken({ issuer: this.provider.issuer(realm), username, password });
  }

  async verify(realm: string, token: string): Promise<JWTPayload> {
    const keys = createRemoteJWKSet(new URL(`${this.provider.issuer(realm)}/protocol/openid-connect/certs`));
    return (await jwtVerify(token, keys, { issuer: this.provider.issuer(realm), algorithms: ['RS256'] })).payload;
  }
}

describe('the development identity provider', () => {
  let client: Client;
  let consoleOutput: string[];

  beforeAll(async () => {
    consoleOutput = [];
    for (const level of ['log', 'info', 'warn', 'error'] as const) jest.spyOn(console, level).mockImplementation((...words) => void consoleOutput.push(words.join(' ')));
    client = new Client(await startIdentityProvider({ adminSecret }));
    await client.makeRealm('king');
    await client.makeRealm('pierce');
  });
  afterAll(async () => {
    await client.provider.stop();
    jest.restoreAllMocks();
  });

  it('signs a person in with a token like Keycloak’s', async () => {
    const sub = await client.makeUser('king', 'Dana');
    const token = await client.admin();
    const { body: role } = await client.call(token, 'GET', '/king/roles/staff');
    expect((await client.call(token, 'POST', `/king/users/${sub}/role-mappings/realm`, [role])).status).toBe(204);

    const access = await client.signIn('king', 'dana', "Dana's password");
    expect(decodeProtectedHeader(access)).toEqual({ alg: 'RS256', typ: 'JWT', kid: expect.any(String) });
    const payload = await client.verify('king', access);
    expect(payload).toEqual({
      iss: `${client.provider.baseUrl}/realms/king`, sub, aud: 'family-connections-api', azp: 'family-connections', typ: 'Bearer',
      iat: expect.any(Number), exp: (payload.iat ?? 0) + 300, jti: expect.any(String),
      realm_access: { roles: ['staff'] },
    });
  });

  it('publishes the endpoints under Keycloak’s paths', async () => {
    const issuer = client.provider.issuer('king');
    const discovery = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json();
    expect(discovery).toMatchObject({
      issuer,
      jwks_uri: `${issuer}/protocol/openid-connect/certs`,
      token_endpoint: `${issuer}/protocol/openid-connect/token`,
      authorization_endpoint: `${issuer}/protocol/openid-connect/auth`,
      userinfo_endpoint: `${issuer}/protocol/openid-connect/userinfo`,
      end_session_endpoint: `${issuer}/protocol/openid-connect/logout`,
    });
  });

  it('gives each realm a key of its own and shows no private part', async () => {
    const keysOf = async (realm: string): Promise<Record<string, unknown>[]> => ((await (await fetch(`${client.provider.issuer(realm)}/protocol/openid-connect/certs`)).json()) as { keys: Record<string, unknown>[] }).keys;
    const [king] = await keysOf('king');
    const [pierce] = await keysOf('pierce');
    expect(king?.['n']).not.toBe(pierce?.['n']);
    expect(king).not.toHaveProperty('d');

    await client.makeUser('king', 'two-realms');
    const token = await client.signIn('king', 'two-realms');
    await expect(client.verify('pierce', token)).rejects.toThrow();
    await expect(client.signIn('pierce', 'two-realms')).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
  });

  it('refuses a wrong password and an unknown person in the same words', async () => {
    await client.makeUser('king', 'rosa');
    await expect(client.signIn('king', 'rosa', 'wrong')).rejects.toThrow('did not sign rosa in: Invalid user credentials.');
    await expect(client.signIn('king', 'nobody', 'wrong')).rejects.toThrow('did not sign nobody in: Invalid user credentials.');
    await expect(client.signIn('king', 'rosa')).resolves.toEqual(expect.any(String));
  });

  it('refuses a disabled person until enabled again, and takes a new password', async () => {
    const id = await client.makeUser('king', 'sam');
    const token = await client.admin();
    await client.call(token, 'PUT', `/king/users/${id}`, { enabled: false });
    await expect(client.signIn('king', 'sam')).rejects.toThrow('Account disabled');
    await client.call(token, 'PUT', `/king/users/${id}`, { enabled: true });
    await client.signIn('king', 'sam');
    expect((await client.call(token, 'PUT', `/king/users/${id}/reset-password`, { type: 'password', value: 'another', temporary: false })).status).toBe(204);
    await expect(client.signIn('king', 'sam')).rejects.toThrow('Invalid user credentials');
    await client.signIn('king', 'sam', 'another');
  });

  it('issues no token in a realm that is off, however the path is spelled', async () => {
    await client.makeRealm('closed');
    await client.makeUser('closed', 'ann');
    const token = await client.admin();
    const { token: service } = await client.serviceToken('closed', 'identity-service', serviceSecret('closed'));
    expect((await client.call(token, 'PUT', '/closed', { enabled: false })).status).toBe(204);
    await expect(client.signIn('closed', 'ann')).rejects.toThrow('Realm not enabled');
    const shouting = await fetch(`${client.provider.issuer('closed')}/protocol/openid-connect/TOKEN/`, { method: 'POST', body: new URLSearchParams({ grant_type: 'password', client_id: 'family-connections', username: 'ann', password: "ann's password" }) });
    expect(shouting.status).toBe(403);
    expect((await client.serviceToken('closed', 'identity-service', serviceSecret('closed'))).status).toBe(403);
    expect((await client.call(service, 'GET', '/closed/users')).status).toBe(401);

    await client.call(token, 'PUT', '/closed', { enabled: true });
    await client.signIn('closed', 'ann');
    expect((await client.call(token, 'DELETE', '/closed')).status).toBe(204);
    expect((await client.call(token, 'GET', '/closed')).status).toBe(404);
    await expect(client.signIn('closed', 'ann')).rejects.toThrow('Realm does not exist');
  });

  it('gives a service the same subject every time, for its secret in the header or in the body', async () => {
    const first = await client.serviceToken('king', 'identity-service', serviceSecret('king'));
    const second = await client.serviceToken('king', 'identity-service', serviceSecret('king'), true);
    const payload = await client.verify('king', first.token);
    expect(payload).toMatchObject({ azp: 'identity-service', aud: 'account', typ: 'Bearer' });
    expect((await client.verify('king', second.token)).sub).toBe(payload.sub);
    expect((await client.serviceToken('king', 'identity-service', 'guessed')).status).toBe(401);
  });

  it('does not give a public client a token of its own, nor a service a person’s', async () => {
    await client.makeUser('king', 'lee');
    const token = (body: Record<string, string>): Promise<Response> => fetch(`${client.provider.issuer('king')}/protocol/openid-connect/token`, { method: 'POST', body: new URLSearchParams(body) });
    expect((await token({ grant_type: 'client_credentials', client_id: 'family-connections' })).status).toBe(400);
    expect((await token({ grant_type: 'password', client_id: 'identity-service', client_secret: serviceSecret('king'), username: 'lee', password: "lee's password" })).status).toBe(400);
  });

  it('answers the Admin API like Keycloak: made, found, conflict, missing', async () => {
    const token = await client.admin();
    expect((await client.call(token, 'POST', '', { realm: 'thurston', enabled: true })).status).toBe(201);
    expect((await client.call(token, 'POST', '', { realm: 'thurston', enabled: true })).status).toBe(409);
    expect(await client.call(token, 'GET', '/thurston')).toMatchObject({ status: 200, body: { realm: 'thurston', enabled: true } });
    expect((await client.call(token, 'GET', '/nowhere')).status).toBe(404);

    expect((await client.call(token, 'POST', '/thurston/clients', { clientId: 'family-connections', publicClient: true })).status).toBe(201);
    expect((await client.call(token, 'POST', '/thurston/clients', { clientId: 'family-connections', publicClient: true })).status).toBe(409);
    expect(await client.call(token, 'GET', '/thurston/clients?clientId=family-connections')).toMatchObject({ body: [{ clientId: 'family-connections', publicClient: true }] });
    expect(await client.call(token, 'GET', '/thurston/clients?clientId=other')).toMatchObject({ status: 200, body: [] });

    const user = { username: 'Kim', email: 'kim@example.org', enabled: true };
    const { status, location } = await client.call(token, 'POST', '/thurston/users', user);
    expect([status, location]).toEqual([201, expect.stringMatching(/\/admin\/realms\/thurston\/users\/[0-9a-f-]{36}$/)]);
    expect((await client.call(token, 'POST', '/thurston/users', { ...user, username: 'KIM' })).status).toBe(409);
    expect((await client.call(token, 'POST', '/thurston/users', { ...user, username: 'kim2' })).status).toBe(409);
    expect(await client.call(token, 'GET', '/thurston/users?username=kim&exact=true')).toMatchObject({ body: [{ username: 'kim', email: 'kim@example.org' }] });
    expect(await client.call(token, 'GET', '/thurston/users?username=ki&exact=true')).toMatchObject({ body: [] });
    expect(await client.call(token, 'GET', '/thurston/users?username=ki')).toMatchObject({ body: [{ username: 'kim' }] });
    expect((await client.call(token, 'GET', '/thurston/users/unknown')).status).toBe(404);
    expect((await client.call(token, 'POST', '/thurston/roles', { name: 'family' })).status).toBe(201);
    expect((await client.call(token, 'POST', '/thurston/roles', { name: 'family' })).status).toBe(409);
    expect((await client.call(token, 'GET', '/thurston/roles/other')).status).toBe(404);
    expect((await client.call(token, 'POST', '/thurston/users', { email: 'no name' })).status).toBe(400);
  });

  it('makes one user of many requests for one name at once', async () => {
    const token = await client.admin();
    const body = { username: 'raced', enabled: true, credentials: [{ type: 'password', value: 'x' }] };
    const statuses = await Promise.all(Array.from({ length: 10 }, async () => (await client.call(token, 'POST', '/king/users', body)).status));
    expect(statuses.sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
  });

  it('opens the Admin API to the operator’s token alone', async () => {
    await client.makeUser('king', 'person');
    const person = await client.signIn('king', 'person');
    const admin = await client.admin();
    const forged = `${admin.slice(0, admin.lastIndexOf('.'))}.${person.split('.')[2]}`;
    for (const token of ['', 'nonsense', person, forged]) expect((await client.call(token, 'GET', '/king/users')).status).toBe(401);
    expect((await client.call(admin, 'GET', '/king/users')).status).toBe(200);
  });

  it('lets a realm’s identity service keep that realm’s users and nothing else', async () => {
    const { token } = await client.serviceToken('king', 'identity-service', serviceSecret('king'));
    const pierceUser = await client.makeUser('pierce', 'pat');
    const made = await client.call(token, 'POST', '/king/users', { username: 'invited', enabled: true });
    expect(made.status).toBe(201);
    expect((await client.call(token, 'POST', '/pierce/users', { username: 'invited', enabled: true })).status).toBe(403);
    expect((await client.call(token, 'GET', `/pierce/users/${pierceUser}`)).status).toBe(403);
    expect((await client.call(token, 'PUT', `/pierce/users/${pierceUser}`, { enabled: false })).status).toBe(403);
    expect((await client.call(token, 'GET', `/king/users/${pierceUser}`)).status).toBe(404);
    expect((await client.call(token, 'POST', '/king/clients', { clientId: 'mine' })).status).toBe(403);
    expect((await client.call(token, 'PUT', '/king', { enabled: false })).status).toBe(403);
    expect((await client.call(token, 'POST', '', { realm: 'mine', enabled: true })).status).toBe(403);

    const outsider = await client.call(await client.admin(), 'POST', '/king/clients', { clientId: 'outsider', serviceAccountsEnabled: true, secret: 'x' });
    expect(outsider.status).toBe(201);
    expect((await client.call((await client.serviceToken('king', 'outsider', 'x')).token, 'GET', '/king/users')).status).toBe(403);
  });

  it('writes nothing to the console', async () => {
    await fetch(`${client.provider.issuer('king')}/protocol/openid-connect/auth?client_id=family-connections`, { headers: { accept: 'text/html', origin: 'http://localhost:4000' } });
    await fetch(`${client.provider.issuer('king')}/protocol/openid-connect/logout`, { headers: { accept: 'text/html' } });
    await fetch(`${client.provider.issuer('king')}/nowhere`);
    await fetch(`${client.provider.issuer('king')}/protocol/openid-connect/token`, { method: 'OPTIONS', headers: { origin: 'http://localhost:4000', 'access-control-request-method': 'POST' } });
    expect(consoleOutput).toEqual([]);
  });
});

describe('the development identity provider with a store file', () => {
  const directory = mkdtempSync(join(tmpdir(), 'fc-identity-spec-'));
  const storeFile = join(directory, 'accounts', 'realms.json');
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('keeps realms, keys and accounts across a restart, and no password in clear', async () => {
    const before = new Client(await startIdentityProvider({ adminSecret, storeFile }));
    await before.makeRealm('king');
    const sub = await before.makeUser('king', 'dana');
    const token = await before.signIn('king', 'dana');
    await before.provider.stop();
    await delay(100); // until this process's own fetch has noticed that its connections are gone
    expect(statSync(storeFile).mode & 0o777).toBe(0o600);
    expect(readFileSync(storeFile, 'utf8')).not.toContain("dana's password");

    const port = Number(new URL(before.provider.baseUrl).port);
    const after = new Client(await startIdentityProvider({ adminSecret, storeFile, port, accessTokenSeconds: 7 }));
    try {
      expect((await after.verify('king', token)).sub).toBe(sub);
      const { iat = 0, exp, sub: subject } = await after.verify('king', await after.signIn('king', 'dana'));
      expect([subject, exp]).toEqual([sub, iat + 7]);
      await expect(startIdentityProvider({ adminSecret, port })).rejects.toMatchObject({ code: 'PORT_TAKEN', message: expect.stringContaining(`port ${port}`) });
    } finally {
      await after.provider.stop();
    }
  });

  it('refuses a damaged store file and leaves it as it is', async () => {
    const damaged = join(directory, 'damaged.json');
    writeFileSync(damaged, '[{"realm": "ki');
    await expect(startIdentityProvider({ adminSecret, storeFile: damaged })).rejects.toMatchObject({ code: 'IDENTITY_STORE_DAMAGED' });
    expect(readFileSync(damaged, 'utf8')).toBe('[{"realm": "ki');
  });

  it('does not start in production', async () => {
    const environment = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';
    try {
      await expect(startIdentityProvider({ adminSecret })).rejects.toMatchObject({ code: 'DEVELOPMENT_ONLY' });
    } finally {
      process.env['NODE_ENV'] = environment;
    }
  });
});
