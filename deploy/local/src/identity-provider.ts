import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DomainError } from '@fc/domain-kernel';
import { answerAction } from './identity-provider/action-mail.ts';
import { operatorClient } from './identity-provider/admin-access.ts';
import { answerAdmin } from './identity-provider/admin-api.ts';
import { Refusal, send } from './identity-provider/http.ts';
import { realmEndpoints } from './identity-provider/realm-provider.ts';
import { RealmStore } from './identity-provider/realm-store.ts';
import { clientSchema, issuerOf, keysOf, newRealm, type SigningKey } from './identity-provider/realm.ts';

export interface IdentityProviderOptions {
  /** Without it: any free port. */
  readonly port?: number | undefined;
  /** Where realms, keys and accounts stay from one start to the next. Without it: in memory alone. */
  readonly storeFile?: string | undefined;
  /** The secret of the client `countyctl` in the realm `master`, which may use the whole Admin API. */
  readonly adminSecret: string;
  /** How long an access token is good for, whatever its realm says. */
  readonly accessTokenSeconds?: number | undefined;
}

/** The development identity provider on 127.0.0.1; it answers like the part of Keycloak that the platform uses. */
export interface LocalIdentityProvider {
  readonly baseUrl: string;
  /** The `iss` of this realm's tokens. */
  issuer(realm: string): string;
  stop(): Promise<void>;
}

/**
 * Starts the development identity provider. It hands tokens to whoever has a password, so it refuses to run in production.
 * Throws a DomainError: `DEVELOPMENT_ONLY`, `PORT_TAKEN`, `IDENTITY_STORE_DAMAGED`.
 */
export async function startIdentityProvider({ port = 0, storeFile, adminSecret, accessTokenSeconds }: IdentityProviderOptions): Promise<LocalIdentityProvider> {
  if (process.env['NODE_ENV'] === 'production') throw new DomainError('DEVELOPMENT_ONLY', 'The development identity provider does not run in production: use Keycloak.');
  const store = new RealmStore(storeFile);
  await ensureOperator(store, adminSecret);

  const server = createServer();
  server.keepAliveTimeout = 0; // whoever keeps a connection ends it: one that is cut just as it is used again fails its request
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new DomainError('PORT_TAKEN', `The identity provider cannot listen on port ${port}: another program does. Stop that program or choose another port.`, { cause });
  }
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.on('request', requestListener(store, baseUrl, accessTokenSeconds));

  return {
    baseUrl,
    issuer: (realm) => issuerOf(baseUrl, realm),
    stop: async () => {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** The secret is the caller's at every start, so that it can be changed. */
async function ensureOperator(store: RealmStore, adminSecret: string): Promise<void> {
  const master = store.find('master') ?? (await newRealm('master', true));
  const id = master.clients.find(({ clientId }) => clientId === operatorClient)?.serviceAccountId ?? randomUUID();
  master.clients = [clientSchema.parse({ id, clientId: operatorClient, secret: adminSecret, serviceAccountId: id })];
  store.put(master);
}

function requestListener(store: RealmStore, baseUrl: string, accessTokenSeconds: number | undefined): (request: IncomingMessage, response: ServerResponse) => void {
  // By the key that signs: a realm that was made again has another, and so has one whose keys were changed.
  const endpoints = new WeakMap<SigningKey, { readonly keys: number; readonly answer: ReturnType<typeof realmEndpoints> }>();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', baseUrl);
    const [, name, path] = /^\/realms\/([\w-]+)(\/.*)$/.exec(url.pathname) ?? [];
    if (name === undefined || path === undefined) return send(response, await answerAdmin(store, baseUrl, request, url));

    const realm = store.find(name);
    if (!realm) throw new Refusal(404, { error: 'Realm does not exist' });
    if (path === '/login-actions/action-token') return answerAction(store, request, response, url);
    if (!realm.enabled && request.method === 'POST') throw new Refusal(403, { error: 'access_denied', error_description: 'Realm not enabled' });
    const keys = keysOf(realm).length;
    let endpoint = endpoints.get(realm.signingKey);
    if (endpoint?.keys !== keys) endpoints.set(realm.signingKey, (endpoint = { keys, answer: realmEndpoints(issuerOf(baseUrl, name), realm, accessTokenSeconds) }));
    // As a mounting framework does it: the rest of the path to route by, the whole one to make links from.
    Object.assign(request, { originalUrl: request.url, url: path + url.search });
    await endpoint.answer(request, response);
  };

  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!(error instanceof Refusal)) console.error('The identity provider could not answer:', error);
      if (!response.headersSent) send(response, error instanceof Refusal ? error.answer : { status: 500, body: { error: 'unknown_error' } });
    });
  };
}
