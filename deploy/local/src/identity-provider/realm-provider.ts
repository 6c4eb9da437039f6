import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Provider, errors, type KoaContext, type Token } from 'oidc-provider';
import { passwordMatches } from './password-hash.ts';
import { audienceOf, findClient, findUser, keysOf, type Client, type Realm } from './realm.ts';

const paths = { authorization: 'auth', end_session: 'logout', jwks: 'certs', token: 'token', userinfo: 'userinfo' };
const routes = Object.fromEntries(Object.entries(paths).map(([endpoint, path]) => [endpoint, `/protocol/openid-connect/${path}`]));

// oidc-provider signs JWT access tokens only for a named resource. Every token has this one; its audience comes from the client.
const resource = 'urn:family-connections:api';

/**
 * The OpenID Connect endpoints of one realm, below `/realms/<realm>`, with Keycloak's paths and token contents.
 * It offers client credentials and, unlike anything in production, the password grant; there are no sign-in pages.
 */
export function realmEndpoints(issuer: string, realm: Realm, accessTokenSeconds: number | undefined): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const lifespan = (): number => accessTokenSeconds ?? Number(realm.settings['accessTokenLifespan'] ?? 300);
  const description = { audience: resource, scope: '', accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } };
  const provider = new Provider(issuer, {
    adapter: (model: string) => storage(model, realm),
    jwks: { keys: keysOf(realm) },
    routes,
    scopes: ['openid'],
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    ttl: { AccessToken: lifespan, ClientCredentials: lifespan, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    clientBasedCORS: (_ctx: KoaContext, origin: string) => isLoopback(origin),
    renderError: (ctx: KoaContext, out: object) => void (ctx.body = out),
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: { enabled: true, defaultResource: () => resource, getResourceServerInfo: () => description },
      rpInitiatedLogout: { enabled: true, logoutSource: (ctx: KoaContext, form: string) => void (ctx.body = form), postLogoutSuccessSource: (ctx: KoaContext) => void (ctx.body = 'Signed out.') },
    },
    formats: {
      customizers: {
        jwt: (_ctx: KoaContext, token: Token, parts: { header?: object; payload: Record<string, unknown> }) => {
          parts.header = { typ: 'JWT' };
          parts.payload = claims(realm, token, parts.payload);
        },
      },
    },
  });

  provider.registerGrantType(
    'password',
    async (ctx) => {
      const { username = '', password = '' } = ctx.oidc.params;
      const user = findUser(realm, username);
      if (!user || !(await passwordMatches(password, user.passwordHash))) throw new errors.CustomOIDCProviderError('invalid_grant', 'Invalid user credentials');
      if (!user.enabled) throw new errors.CustomOIDCProviderError('invalid_grant', 'Account disabled');
      const token = new provider.AccessToken({ accountId: user.id, client: ctx.oidc.client, gty: 'password' });
      token.resourceServer = new provider.ResourceServer(resource, description);
      ctx.body = { access_token: await token.save(), expires_in: token.expiration, token_type: 'Bearer' };
    },
    ['username', 'password', 'scope'],
  );
  provider.on('server_error', (_ctx, error) => console.error(`The realm ${realm.realm} could not answer:`, error));
  return provider.callback();
}

/** The payload of an access token as Keycloak writes it. */
function claims(realm: Realm, token: Token, { iss, iat, exp, jti }: Record<string, unknown>): Record<string, unknown> {
  const client = findClient(realm, token.clientId);
  const user = realm.users.find(({ id }) => id === token.accountId);
  const audience = client ? audienceOf(client) : [];
  const mayCarry = (role: string): boolean => client?.settings['fullScopeAllowed'] !== false || client.realmRoles.includes(role);
  return {
    iss, iat, exp, jti,
    sub: user?.id ?? client?.serviceAccountId,
    aud: audience.length === 1 ? audience[0] : audience,
    azp: token.clientId,
    typ: 'Bearer',
    realm_access: { roles: (user?.roles ?? []).filter(mayCarry) },
  };
}

/** The realm's clients come from our store. Nothing else is kept: the tokens are self-contained and both grants are one request. */
const storage = (model: string, realm: Realm): object => ({
  find: async (id: string) => {
    const client = model === 'Client' ? findClient(realm, id) : undefined;
    return client && client.settings['enabled'] !== false ? metadata(client) : undefined;
  },
  findByUid: async () => undefined,
  upsert: async () => {},
  consume: async () => {},
  destroy: async () => {},
  revokeByGrantId: async () => {},
});

/** A client as RFC 7591 describes it. */
function metadata({ clientId, secret, serviceAccountId, settings }: Client): object {
  const common = { client_id: clientId, redirect_uris: [], response_types: [] };
  if (secret === null) return { ...common, grant_types: settings['directAccessGrantsEnabled'] === false ? [] : ['password'], token_endpoint_auth_method: 'none' };
  // The secret in the body is taken as well, as Keycloak does.
  return { ...common, client_secret: secret, grant_types: serviceAccountId ? ['client_credentials'] : [], token_endpoint_auth_method: 'client_secret_basic' };
}

const isLoopback = (origin: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(URL.parse(origin)?.hostname ?? '');
