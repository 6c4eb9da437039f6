import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import KeycloakAdminClient from '@keycloak/keycloak-admin-client';
import { realmDrift, syncRealm, type RealmKeeper, type RealmOf } from '@fc/countyctl';
import { parseCountySlug } from '@fc/domain-kernel';
import { requestToken } from '@fc/local';
import { infrastructure } from '@fc/testing';
import { createRemoteJWKSet, jwtVerify, type JWTPayload } from 'jose';

const { identityProvider } = infrastructure();

/** A county's realm of one test's own, kept as countyctl keeps it, and the operator's way into it. */
export class TestRealm {
  readonly name = `test_${randomBytes(4).toString('hex').replace(/^\d/, 'x')}`;
  readonly issuer = `${identityProvider.baseUrl}/realms/${this.name}`;
  readonly admin = new KeycloakAdminClient({ baseUrl: identityProvider.baseUrl, realmName: this.name });
  readonly keeper: RealmKeeper;

  /** As in tests, where a password at the token endpoint is enough; or as in production, where it is not. */
  constructor({ passwordGrant = true } = {}) {
    this.keeper = { identityProvider: { ...identityProvider, passwordGrant }, secretsDirectory: mkdtempSync(join(tmpdir(), 'fc-realm-')) };
    this.admin.registerTokenProvider({ getAccessToken: async () => (await clientToken('master', 'countyctl', identityProvider.adminSecret)).token });
  }

  /** Makes the realm or brings it into line; answers what was not as it must be. */
  async sync(signIn: Partial<RealmOf> = {}): Promise<readonly string[]> {
    return this.#withoutName((await syncRealm(this.keeper, this.#of(signIn))).lines);
  }

  /** What `sync` would change. */
  async drift(signIn: Partial<RealmOf> = {}): Promise<readonly string[]> {
    return this.#withoutName((await realmDrift(this.keeper, this.#of(signIn))).lines);
  }

  #of(signIn: Partial<RealmOf>): RealmOf {
    return { kind: 'county', slug: parseCountySlug(this.name), name: 'Test County', ...signIn } as RealmOf;
  }

  #withoutName(lines: readonly string[]): string[] {
    return lines.map((line) => line.replace(`realm ${this.name}: `, ''));
  }

  /** Somebody with an account and a password; answers their subject. */
  async person(username: string, ...roles: string[]): Promise<string> {
    const { id } = await this.admin.users.create({ username, email: `${username}@example.org`, enabled: true });
    await this.admin.users.resetPassword({ id, credential: { type: 'password', value: passwordOf(username), temporary: false } });
    await this.admin.users.addRealmRoleMappings({ id, roles: await this.roles(...roles) });
    return id;
  }

  async roles(...names: string[]): Promise<{ id: string; name: string }[]> {
    return (await this.admin.roles.find()).map(({ id = '', name = '' }) => ({ id, name })).filter(({ name }) => names.includes(name));
  }

  signIn(username: string, password = passwordOf(username)): Promise<string> {
    return requestToken({ issuer: this.issuer, username, password });
  }

  /** The token's claims, believed by the realm's published keys. */
  async verify(token: string): Promise<JWTPayload> {
    const keys = createRemoteJWKSet(new URL(`${this.issuer}/protocol/openid-connect/certs`));
    return (await jwtVerify(token, keys, { issuer: this.issuer, algorithms: ['RS256'] })).payload;
  }

  /** The id of a client. */
  async clientId(clientId: string): Promise<string> {
    return (await this.admin.clients.find({ clientId }))[0]?.id ?? '';
  }

  secret(clientId: string): string {
    return readFileSync(this.#secretFile(clientId), 'utf8');
  }

  keepSecret(clientId: string, secret: string): void {
    writeFileSync(this.#secretFile(clientId), secret);
  }

  #secretFile(clientId: string): string {
    return join(this.keeper.secretsDirectory, 'realms', this.name, `${clientId}.secret`);
  }

  clientToken(clientId: string, secret = this.secret(clientId)): Promise<{ status: number; token: string }> {
    return clientToken(this.name, clientId, secret);
  }

  /** What the Admin API answers to the holder of that token. */
  async ask(token: string, method: string, path: string, body?: object): Promise<number> {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    return (await fetch(`${identityProvider.baseUrl}/admin/realms/${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })).status;
  }

  async remove(): Promise<void> {
    await this.admin.realms.del({ realm: this.name });
    rmSync(this.keeper.secretsDirectory, { recursive: true, force: true });
  }
}

export const passwordOf = (username: string): string => `the long password of ${username}x`;

async function clientToken(realm: string, clientId: string, secret: string): Promise<{ status: number; token: string }> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: secret });
  const answer = await fetch(`${identityProvider.baseUrl}/realms/${realm}/protocol/openid-connect/token`, { method: 'POST', body });
  return { status: answer.status, token: ((await answer.json()) as { access_token?: string }).access_token ?? '' };
}
