import { isPartnerClient } from '@fc/auth';
import type { Platform } from '../platform.ts';
import { ensureSecret } from '../secret-files.ts';

/** The realm's client that identity makes accounts with, and the one that an operator's program signs in with. */
export const identityClientSecret = (realm: string): string => `realms/${realm}/identity-service.secret`;
export const operatorClientSecret = (realm: string): string => `realms/${realm}/countyctl.secret`;

const classRoles = ['staff', 'family', 'partner', 'state'];

/** Says in every token whom it is meant for. */
const audienceMapper = {
  name: 'family-connections-api',
  protocol: 'openid-connect',
  protocolMapper: 'oidc-audience-mapper',
  config: { 'included.custom.audience': 'family-connections-api', 'access.token.claim': 'true' },
};

/** Makes a realm of the identity provider over Keycloak's Admin API, or leaves it as it is. */
export async function ensureRealm(platform: Platform, realm: string): Promise<void> {
  const call = await signIn(platform);
  await call('POST', '/admin/realms', { realm, enabled: true, accessTokenLifespan: 300, bruteForceProtected: true });
  for (const name of classRoles) await call('POST', `/admin/realms/${realm}/roles`, { name });
  const protocolMappers = [audienceMapper];
  const confidential = async (clientId: string, secretName: string, mappers: object[]): Promise<void> => {
    const secret = await ensureSecret(platform.secretsDirectory, secretName);
    await call('POST', `/admin/realms/${realm}/clients`, { clientId, enabled: true, publicClient: false, serviceAccountsEnabled: true, clientAuthenticatorType: 'client-secret', secret, protocolMappers: mappers });
  };
  await call('POST', `/admin/realms/${realm}/clients`, { clientId: 'family-connections', enabled: true, publicClient: true, directAccessGrantsEnabled: true, standardFlowEnabled: true, redirectUris: [], protocolMappers });
  await confidential('identity-service', identityClientSecret(realm), []);
  await confidential('countyctl', operatorClientSecret(realm), protocolMappers);
}

/** The secret of a partner organisation's client. */
const partnerClientSecret = (realm: string, clientId: string): string => `realms/${realm}/${clientId}.secret`;

/** Makes the client that a partner organisation's program signs in with, or leaves it as it is. It may ask nothing before the county grants it something. */
export async function ensurePartnerClient(platform: Platform, realm: string, clientId: string): Promise<string> {
  if (!isPartnerClient(clientId)) throw new Error(`${clientId} is no name for a partner's client: partner- and then letters, digits and hyphens.`);
  const call = await signIn(platform);
  const secretName = partnerClientSecret(realm, clientId);
  const secret = await ensureSecret(platform.secretsDirectory, secretName);
  await call('POST', `/admin/realms/${realm}/clients`, { clientId, enabled: true, publicClient: false, serviceAccountsEnabled: true, clientAuthenticatorType: 'client-secret', secret, protocolMappers: [audienceMapper] });
  return secretName;
}

type Call = (method: string, path: string, body?: object) => Promise<void>;

/** What is there already (409) is no failure: every step may be run again. */
async function signIn({ identityProvider: { baseUrl, adminSecret } }: Platform): Promise<Call> {
  const answer = await fetch(`${baseUrl}/realms/master/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'countyctl', client_secret: adminSecret }),
  });
  if (!answer.ok) throw new Error(`The identity provider does not let countyctl in: ${answer.status} ${await answer.text()}`);
  const { access_token: token } = (await answer.json()) as { access_token: string };
  return async (method, path, body) => {
    const response = await fetch(`${baseUrl}${path}`, { method, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, ...(body ? { body: JSON.stringify(body) } : {}) });
    if (!response.ok && response.status !== 409) throw new Error(`The identity provider refused ${method} ${path}: ${response.status} ${await response.text()}`);
  };
}
