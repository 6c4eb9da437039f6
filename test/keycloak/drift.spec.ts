import { infrastructure } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestRealm } from './test-realm.ts';

const { kind } = infrastructure().identityProvider;
const slow = 60_000;
let realm: TestRealm;

beforeAll(async () => {
  realm = new TestRealm();
  expect(await realm.drift()).toEqual(['it is missing']);
  await realm.sync();
}, 120_000);
afterAll(() => realm?.remove(), slow);

/** Security keys that need not know who holds them. A WebAuthn policy is taken only as a whole that names who asks. */
const weakKeys = { webAuthnPolicyRpEntityName: 'Family Connections', webAuthnPolicySignatureAlgorithms: ['ES256', 'RS256'], webAuthnPolicyUserVerificationRequirement: 'discouraged' };

describe(`keeping a realm (${kind} provider)`, () => {
  it('changes nothing the second time', async () => {
    expect(await realm.sync()).toEqual([]);
    expect(await realm.drift()).toEqual([]);
  }, slow);

  it('tells what drifted, brings it into line, and leaves alone what is not the platform’s', async () => {
    const { admin } = realm;
    const [people, identity] = [await realm.clientId('family-connections'), await realm.clientId('identity-service')];
    await admin.realms.update({ realm: realm.name }, { accessTokenLifespan: 3_600, bruteForceProtected: false, passwordPolicy: 'length(4)', ...weakKeys, displayNameHtml: '<b>King</b>' });
    await admin.roles.create({ name: 'auditor' });
    await admin.clients.create({ clientId: 'reporting', publicClient: true });
    const [found] = await admin.clients.find({ clientId: 'family-connections' });
    const colour = { name: 'colour', protocol: 'openid-connect', protocolMapper: 'oidc-hardcoded-claim-mapper', config: { 'claim.name': 'colour', 'claim.value': 'green' } };
    await admin.clients.update({ id: people }, { ...found, fullScopeAllowed: true, protocolMappers: [colour] });
    const profile = (await admin.clientScopes.find()).find(({ name }) => name === 'profile');
    await admin.clients.addDefaultClientScope({ id: people, clientScopeId: profile?.id ?? '' });
    await give(identity, 'realm-admin');

    const drifted = [
      'accessTokenLifespan is 3600, must be 300',
      'bruteForceProtected is false, must be true',
      'passwordPolicy is length(4), must be length(15) and maxLength(128) and notUsername and notEmail',
      'webAuthnPolicyUserVerificationRequirement is discouraged, must be required',
      'clients family-connections fullScopeAllowed is true, must be false',
      'clients family-connections mappers family-connections-api is missing',
      expect.stringMatching(/^clients family-connections defaultScopes is \[.*profile.*\], must be \[basic, roles, web-origins, acr\]$/),
      'clients family-connections realmRoles is [], must be [staff, family]',
      expect.stringMatching(/^clients identity-service mayAdminister is \[.*realm-admin.*\], must be \[manage-users\]$/),
    ];
    expect(await realm.drift()).toEqual(drifted);
    expect(await realm.sync()).toEqual(drifted);
    expect(await realm.drift()).toEqual([]);

    expect(await admin.realms.findOne({ realm: realm.name })).toMatchObject({ accessTokenLifespan: 300, displayNameHtml: '<b>King</b>' });
    expect((await admin.roles.find()).map(({ name }) => name)).toContain('auditor');
    expect(await realm.clientId('reporting')).not.toBe('');
    expect((await admin.clients.find({ clientId: 'family-connections' }))[0]?.protocolMappers?.map(({ name }) => name).sort()).toEqual(['colour', 'family-connections-api']);
  }, slow);

  it('makes a client anew that somebody removed, and finds a secret that somebody changed', async () => {
    await realm.admin.clients.del({ id: await realm.clientId('countyctl') });
    expect(await realm.sync()).toEqual(['clients countyctl is missing']);
    expect((await realm.clientToken('countyctl')).status).toBe(200);

    await realm.admin.clients.generateNewClientSecret({ id: await realm.clientId('identity-service') });
    expect((await realm.clientToken('identity-service')).status).toBe(401);
    expect(await realm.sync()).toEqual(['clients identity-service secret is another than the one that is kept']);
    expect((await realm.clientToken('identity-service')).status).toBe(200);
  }, slow);

  it('hands nobody a token for a password in production', async () => {
    const production = new TestRealm({ passwordGrant: false });
    await production.sync();
    await production.person('dana', 'staff');
    await expect(production.signIn('dana')).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
    await production.remove();
  }, slow);

  it('leaves a realm closed that somebody closed', async () => {
    await realm.admin.realms.update({ realm: realm.name }, { enabled: false });
    expect(await realm.sync()).toEqual([]);
    expect((await realm.admin.realms.findOne({ realm: realm.name }))?.enabled).toBe(false);
    await realm.admin.realms.update({ realm: realm.name }, { enabled: true });
  }, slow);
});

async function give(client: string, right: string): Promise<void> {
  const { admin } = realm;
  const { id = '' } = await admin.clients.getServiceAccountUser({ id: client });
  const clientUniqueId = await realm.clientId('realm-management');
  const roles = (await admin.clients.listRoles({ id: clientUniqueId })).filter(({ name }) => name === right).map((role) => ({ id: role.id ?? '', name: role.name ?? '' }));
  await admin.users.addClientRoleMappings({ id, clientUniqueId, roles });
}
