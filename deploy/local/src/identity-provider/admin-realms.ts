import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { AdminRequest, AdminRoute } from './admin-api.ts';
import { readBody, Refusal, type Answer } from './http.ts';
import { findClient, newRealm, type Client, type Realm } from './realm.ts';

const realmBody = z.object({ realm: z.string().regex(/^[\w-]{1,60}$/), enabled: z.boolean().default(false) });
const realmChange = z.object({ enabled: z.boolean().optional() });
const audienceMapper = z.object({ protocolMapper: z.string(), config: z.record(z.string(), z.string()).default({}) });
const clientBody = z.object({
  clientId: z.string().min(1).max(255),
  publicClient: z.boolean().default(false),
  serviceAccountsEnabled: z.boolean().default(false),
  secret: z.string().min(1).optional(),
  protocolMappers: z.array(audienceMapper).default([]),
});

/** The realm that the path names; refuses with 404. */
export function realmOf({ store, part }: AdminRequest): Realm {
  const realm = store.find(part('realm'));
  if (!realm) throw new Refusal(404, { error: 'Realm not found.' });
  return realm;
}

async function createRealm({ store, request, url }: AdminRequest): Promise<Answer> {
  const { realm: name, enabled } = await readBody(request, realmBody);
  const realm = await newRealm(name, enabled);
  if (store.find(name)) throw new Refusal(409, { errorMessage: `Conflict detected. Realm ${name} already exists` });
  store.put(realm);
  return { status: 201, location: `${url.href}/${name}` };
}

async function changeRealm(admin: AdminRequest): Promise<Answer> {
  const realm = realmOf(admin);
  realm.enabled = (await readBody(admin.request, realmChange)).enabled ?? realm.enabled;
  admin.store.save();
  return { status: 204 };
}

function deleteRealm(admin: AdminRequest): Answer {
  admin.store.remove(realmOf(admin).realm);
  return { status: 204 };
}

async function createClient(admin: AdminRequest): Promise<Answer> {
  const realm = realmOf(admin);
  const body = await readBody(admin.request, clientBody);
  if (findClient(realm, body.clientId)) throw new Refusal(409, { errorMessage: `Client ${body.clientId} already exists` });
  const client: Client = {
    id: randomUUID(),
    clientId: body.clientId,
    secret: body.publicClient ? null : (body.secret ?? randomBytes(24).toString('base64url')),
    serviceAccountId: body.serviceAccountsEnabled && !body.publicClient ? randomUUID() : null,
    audience: audienceOf(body),
  };
  realm.clients.push(client);
  admin.store.save();
  return { status: 201, location: `${admin.url.href}/${client.id}` };
}

/** What the client's audience mappers say; without one, the platform's API for people's applications and nothing of ours for services. */
function audienceOf({ protocolMappers, publicClient }: z.infer<typeof clientBody>): string[] {
  const mapped = protocolMappers
    .filter(({ protocolMapper }) => protocolMapper === 'oidc-audience-mapper')
    .map(({ config }) => config['included.custom.audience'])
    .filter((audience) => audience !== undefined);
  return mapped.length > 0 ? mapped : [publicClient ? 'family-connections-api' : 'account'];
}

function listClients(admin: AdminRequest): Answer {
  const clientId = admin.url.searchParams.get('clientId');
  const clients = realmOf(admin).clients.filter((client) => clientId === null || client.clientId === clientId);
  return {
    status: 200,
    body: clients.map((client) => ({ id: client.id, clientId: client.clientId, enabled: true, publicClient: client.secret === null, serviceAccountsEnabled: client.serviceAccountId !== null })),
  };
}

const route = (method: string, pathname: string, handle: AdminRoute['handle']): AdminRoute => ({ method, pattern: new URLPattern({ pathname }), concern: 'REALMS', handle });

export const realmRoutes: readonly AdminRoute[] = [
  route('POST', '/admin/realms', createRealm),
  route('GET', '/admin/realms/:realm', (admin) => {
    const { id, realm, enabled } = realmOf(admin);
    return { status: 200, body: { id, realm, enabled } };
  }),
  route('PUT', '/admin/realms/:realm', changeRealm),
  route('DELETE', '/admin/realms/:realm', deleteRealm),
  route('POST', '/admin/realms/:realm/clients', createClient),
  route('GET', '/admin/realms/:realm/clients', listClients),
];
