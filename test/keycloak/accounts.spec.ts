import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import KeycloakAdminClient from '@keycloak/keycloak-admin-client';
import { checkRealms, identityClientSecret } from '@fc/countyctl';
import { identity } from '@fc/identity';
import { requestToken } from '@fc/local';
import { ask, eventually, infrastructure, type Actor, type TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeProtectedHeader } from 'jose';

const { kind, baseUrl, adminSecret } = infrastructure().identityProvider;
const slow = 90_000;
let world: World;
let king: TestCounty;
let admin: KeycloakAdminClient;

beforeAll(async () => {
  world = await World.start({ counties: ['king'], subgraphs: [identity] });
  king = world.county('king');
  admin = new KeycloakAdminClient({ baseUrl, realmName: king.county.slug });
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'countyctl', client_secret: adminSecret });
  admin.registerTokenProvider({
    getAccessToken: async () => ((await (await fetch(`${baseUrl}/realms/master/protocol/openid-connect/token`, { method: 'POST', body })).json()) as { access_token: string }).access_token,
  });
}, 240_000);
afterAll(() => world?.stop(), slow);

const mutation = (name: string): string => `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { id } }`;
const accountOf = async ({ signIn }: Actor): Promise<{ id?: string; enabled?: boolean }> => (await admin.users.find({ username: signIn.username, exact: true }))[0] ?? {};
interface HandedOut {
  readonly access_token?: string;
  readonly id_token?: string;
  readonly refresh_token?: string;
}
const tokensFrom = async (issuer: string, asked: Record<string, string>): Promise<HandedOut> =>
  (await (await fetch(`${issuer}/protocol/openid-connect/token`, { method: 'POST', body: new URLSearchParams(asked) })).json()) as HandedOut;
const codeOf = async (token: string): Promise<string | undefined> => (await ask(world.gateway.url, { authorization: `Bearer ${token}` }, '{ me { id } }')).errors[0]?.extensions?.code;

describe(`accounts of a county's realm (${kind} provider)`, () => {
  it('are made by an invitation, with a coarse class and no name', async () => {
    const coordinator = await king.person('COORDINATOR', 'Cora');
    const account = await accountOf(coordinator);
    expect(account).toMatchObject({ username: coordinator.signIn.username, enabled: true });
    expect(JSON.stringify(account)).not.toMatch(/firstName|lastName/);
    expect((await admin.users.listRealmRoleMappings({ id: account.id ?? '' })).map(({ name }) => name)).toContain('staff');
    expect(await coordinator.get('{ me { givenName } }')).toEqual({ me: { givenName: 'Cora' } });
  }, slow);

  it('are shut when a person is disabled and opened again, though the realm did not answer at first', async () => {
    const gone = await king.person('CAREGIVER', 'Gone');
    const token = await gone.token();
    expect(await codeOf(token)).toBeUndefined();
    // The realm does not let identity in while its secret is another.
    const file = join(world.platform.secretsDirectory, 'realms', king.county.slug, 'identity-service.secret');
    const secret = await readFile(file, 'utf8');
    await writeFile(file, 'not the secret');
    await king.supervisor.get(mutation('disablePerson'), { input: { personId: gone.personId } });
    await eventually(async () => expect(await codeOf(token)).toBe('PERSON_DISABLED'));
    expect((await accountOf(gone)).enabled).toBe(true);
    await writeFile(file, secret);

    await eventually(async () => expect((await accountOf(gone)).enabled).toBe(false), { within: 60_000, every: 250 });
    await expect(requestToken(gone.signIn)).rejects.toThrow('Account disabled');
    await king.supervisor.get(mutation('disablePerson'), { input: { personId: gone.personId } });
    await king.supervisor.get(mutation('enablePerson'), { input: { personId: gone.personId } });
    await eventually(async () => expect(await codeOf(await requestToken(gone.signIn))).toBeUndefined(), { within: 60_000, every: 250 });
  }, slow * 2);

  it('are let in by an access token for the platform, and by nothing else that a realm hands out', async () => {
    const { signIn } = await king.person('PARENT', 'Mira');
    const handedOut = await tokensFrom(signIn.issuer, { grant_type: 'password', client_id: 'family-connections', username: signIn.username, password: signIn.password, scope: 'openid' });
    const good = handedOut.access_token ?? '';
    const program = async (realm: string, client: string, secret: string): Promise<string | undefined> => (await tokensFrom(`${baseUrl}/realms/${realm}`, { grant_type: 'client_credentials', client_id: client, client_secret: secret })).access_token;
    const wrong = {
      'an ID token': handedOut.id_token,
      'a refresh token': handedOut.refresh_token,
      'a token for the realm’s own administration': await program(king.county.slug, 'identity-service', world.secrets.read(identityClientSecret(king.county.slug))),
      'a token of the realm of operators': await program('master', 'countyctl', adminSecret),
    };
    const tried = Object.entries(wrong).flatMap(([kindOfToken, token]) => (token ? [{ kindOfToken, token }] : []));
    expect(tried.length).toBe(kind === 'keycloak' ? 4 : 2); // the development provider hands out access tokens alone
    for (const { kindOfToken, token } of tried) {
      expect({ kindOfToken, code: await codeOf(token) }).toEqual({ kindOfToken, code: expect.stringMatching(/^(UNAUTHENTICATED|UNKNOWN_ISSUER)$/) });
      expect(await world.askDirectly('identity', token, '{ __typename }')).toMatchObject({ status: 401, data: null });
      expect(await codeOf(good)).toBeUndefined();
    }
  }, slow);

  it('belong to a realm whose drift an operator is told, and mends', async () => {
    const { slug } = king.county;
    const ofKing = async (fix: boolean): Promise<string[]> => (await checkRealms(world.platform, [], { fix })).filter((line) => line.startsWith(`realm ${slug}:`));
    expect(await ofKing(false)).toEqual([]);
    await admin.realms.update({ realm: slug }, { accessTokenLifespan: 3_600 });
    const drifted = [`realm ${slug}: accessTokenLifespan is 3600, must be 300`];
    expect(await ofKing(false)).toEqual(drifted);
    expect(await ofKing(true)).toEqual(drifted);
    expect(await ofKing(false)).toEqual([]);
  }, slow);

  it('are believed by a new key within seconds, and by a withdrawn one no longer', async () => {
    const { signIn } = await king.person('PARENT', 'Noor');
    const before = await requestToken(signIn);
    expect(await codeOf(before)).toBeUndefined();
    await admin.components.create({ name: 'next', providerId: 'rsa-generated', providerType: 'org.keycloak.keys.KeyProvider', config: { priority: ['500'], algorithm: ['RS256'] } });
    const after = await requestToken(signIn);
    expect(decodeProtectedHeader(after).kid).not.toBe(decodeProtectedHeader(before).kid);
    await eventually(async () => expect(await codeOf(after)).toBeUndefined());
    expect(await codeOf(before)).toBeUndefined();

    const { keys = [] } = await admin.realms.getKeys({ realm: king.county.slug });
    const old = keys.find(({ kid }) => kid === decodeProtectedHeader(before).kid);
    await admin.components.del({ id: old?.providerId ?? '' });
    // The keys are read again within a minute, and at once when somebody names one that is not known.
    const unknown = after.replace(/^[^.]+/, Buffer.from(JSON.stringify({ alg: 'RS256', typ: 'JWT', kid: 'unknown' })).toString('base64url'));
    await eventually(async () => {
      expect(await codeOf(unknown)).toBe('UNAUTHENTICATED');
      expect(await codeOf(before)).toBe('UNAUTHENTICATED');
    }, { within: 20_000, every: 250 });
    expect(await codeOf(after)).toBeUndefined();
  }, slow * 2);
});
