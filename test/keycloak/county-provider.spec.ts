import { infrastructure } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Browser } from './browser.ts';
import { passwordOf, TestRealm } from './test-realm.ts';

const { kind } = infrastructure().identityProvider;
const slow = 120_000;
const application = 'http://localhost:3000/signed-in';
const realm = new TestRealm();
/** Another realm plays the county's own provider. */
const county = new TestRealm();
const endpoints = `${county.issuer}/protocol/openid-connect`;
const provider = { kind: 'OIDC', issuer: county.issuer, authorizationUrl: `${endpoints}/auth`, tokenUrl: `${endpoints}/token`, jwksUrl: `${endpoints}/certs`, clientId: 'king-realm-broker' } as const;
const signIn = { redirectUris: [application], provider };

if (kind === 'development')
  describe("a county's own provider (development provider)", () => {
    afterAll(() => realm.remove());
    it('is refused: without sign-in pages there is nothing to broker', async () => {
      await realm.sync();
      realm.keepSecret('provider', 'a secret');
      await expect(realm.sync(signIn)).rejects.toThrow('The identity provider refused');
    });
  });
else
  describe("a county's own provider (keycloak)", () => {
    beforeAll(async () => {
      await county.sync();
      await county.admin.clients.create({ clientId: 'king-realm-broker', secret: 'the first secret', redirectUris: [`${realm.issuer}/broker/county/endpoint`] });
      await realm.sync();
      realm.keepSecret('provider', 'the first secret');
      await realm.sync(signIn);
    }, 180_000);
    afterAll(async () => {
      await realm.remove();
      await county.remove();
    }, slow);

    it('is brokered without believing its mail addresses, and the same the second time', async () => {
      expect(await realm.sync(signIn)).toEqual([]);
      expect(await realm.admin.identityProviders.findOne({ alias: 'county' })).toMatchObject({ enabled: true, trustEmail: false, firstBrokerLoginFlowAlias: 'family-connections first sign-in' });
    }, slow);

    it('links nobody by a mail address alone: who signs in first proves that the invited account is theirs', async () => {
      const invited = await realm.person('dana', 'staff');
      const other = await county.person('mallory', 'staff');
      await county.admin.users.update({ id: other }, { username: 'mallory', email: 'dana@example.org', emailVerified: true });

      const browser = await signedInAtTheCounty('mallory');
      expect(browser.url).not.toContain(application);
      expect(await realm.admin.users.listFederatedIdentities({ id: invited })).toEqual([]);
      await browser.submit({ password: 'guessed', username: 'dana' }, application);
      expect(browser.url).not.toContain(application);
      expect(await realm.admin.users.listFederatedIdentities({ id: invited })).toEqual([]);

      await browser.submit({ password: passwordOf('dana'), username: 'dana' }, application);
      expect(browser.url).toMatch(/^http:\/\/localhost:3000\/signed-in\?.*code=/);
      expect(await realm.admin.users.listFederatedIdentities({ id: invited })).toEqual([expect.objectContaining({ identityProvider: 'county', userName: 'mallory' })]);
      // From then on the county's provider is enough.
      expect((await signedInAtTheCounty('mallory')).url).toContain('code=');
    }, slow);

    it('makes no account for somebody whom nobody invited', async () => {
      await county.person('passer-by', 'staff');
      expect((await signedInAtTheCounty('passer-by')).url).not.toContain(application);
      expect(await realm.admin.users.find({ search: 'passer-by' })).toEqual([]);
    }, slow);

    it('is brought into line when somebody made it believe, weakened its first sign-in or changed its secret', async () => {
      const found = await realm.admin.identityProviders.findOne({ alias: 'county' });
      await realm.admin.identityProviders.update({ alias: 'county' }, { ...found, trustEmail: true });
      const flow = 'family-connections first sign-in';
      const [step] = await realm.admin.authenticationManagement.getExecutions({ flow });
      await realm.admin.authenticationManagement.updateExecution({ flow }, { ...step, requirement: 'DISABLED' });
      realm.keepSecret('provider', 'the second secret');
      expect(await realm.sync(signIn)).toEqual([
        'providers county trustEmail is true, must be false',
        'providers county config clientSecret is another than the one that is kept',
        'providers county config secretFingerprint is another than the one that is kept',
        expect.stringMatching(/^providers county firstSignIn is idp-detect-existing-broker-user DISABLED and \(.*\), must be idp-detect-existing-broker-user and \(/),
      ]);
      expect(await realm.drift(signIn)).toEqual([]);
    }, slow);

    it('is shut when the county’s file no longer names it', async () => {
      expect(await realm.sync({ redirectUris: [application] })).toEqual(['providers county enabled is true, must be false']);
      expect(await realm.sync(signIn)).toEqual(['providers county enabled is false, must be true']);
    }, slow);

    it('may speak SAML, and links nobody unproved by that either', async () => {
      const saml = { redirectUris: [application], provider: { kind: 'SAML', entityId: county.issuer, singleSignOnServiceUrl: `${county.issuer}/protocol/saml`, signingCertificate: await certificateOf(county), emailAttribute: 'mail' } as const };
      await county.admin.clients.create({
        clientId: realm.issuer,
        protocol: 'saml',
        redirectUris: [`${realm.issuer}/broker/county/endpoint`],
        attributes: { 'saml.assertion.signature': 'true', 'saml.server.signature': 'true', 'saml.client.signature': 'false', saml_force_name_id_format: 'true', saml_name_id_format: 'persistent', 'saml.force.post.binding': 'true' },
        protocolMappers: [{ name: 'mail', protocol: 'saml', protocolMapper: 'saml-user-property-mapper', config: { 'user.attribute': 'email', 'attribute.name': 'mail', 'attribute.nameformat': 'Basic' } }],
      });
      await realm.admin.identityProviders.del({ alias: 'county' });
      expect(await realm.sync(saml)).toEqual(['providers county is missing']);
      expect(await realm.sync(saml)).toEqual([]);
      expect(await realm.admin.identityProviders.findMappers({ alias: 'county' })).toMatchObject([{ name: 'email', config: { 'attribute.name': 'mail' } }]);

      const invited = await realm.person('rosa', 'staff');
      await county.person('rosa', 'staff');
      const browser = new Browser();
      await browser.open(authorization(), application);
      await browser.submitUnchanged(application); // to the county's provider, signed by nobody
      await browser.submit({ username: 'rosa', password: passwordOf('rosa') }, application);
      await browser.submitUnchanged(application); // back, signed by the county's provider
      expect(browser.url).not.toContain(application);
      expect(await realm.admin.users.listFederatedIdentities({ id: invited })).toEqual([]);
      await browser.submit({ username: 'rosa', password: passwordOf('rosa') }, application);
      expect(browser.url).toMatch(/^http:\/\/localhost:3000\/signed-in\?.*code=/);
      expect(await realm.admin.users.listFederatedIdentities({ id: invited })).toEqual([expect.objectContaining({ identityProvider: 'county' })]);
    }, slow);
  });

/** Where the application sends somebody who wants to sign in by the county's provider. */
function authorization(): string {
  const query = new URLSearchParams({ client_id: 'family-connections', response_type: 'code', scope: 'openid', redirect_uri: application, kc_idp_hint: 'county', code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256' });
  return `${realm.issuer}/protocol/openid-connect/auth?${query}`;
}

/** What a realm signs its SAML answers with, as its own description says. */
const certificateOf = async ({ issuer }: TestRealm): Promise<string> =>
  /<ds:X509Certificate>([^<]+)</.exec(await (await fetch(`${issuer}/protocol/saml/descriptor`)).text())?.[1] ?? '';

/** Goes from the application to the county's provider, signs in there, and comes as far as the realm lets them. */
async function signedInAtTheCounty(username: string): Promise<Browser> {
  const browser = new Browser();
  await browser.open(authorization(), application);
  await browser.submit({ username, password: passwordOf(username) }, application);
  return browser;
}
