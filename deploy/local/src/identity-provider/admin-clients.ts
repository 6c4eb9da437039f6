import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { adminRoute, type AdminRequest, type AdminRoute } from './admin-route.ts';
import { realmOf } from './admin-realms.ts';
import { readBody, Refusal, type Answer } from './http.ts';
import { findClient, type Client } from './realm.ts';

const newClient = z.looseObject({
  clientId: z.string().min(1).max(255),
  publicClient: z.boolean().default(false),
  serviceAccountsEnabled: z.boolean().default(false),
  secret: z.string().min(1).optional(),
  defaultClientScopes: z.array(z.string()).optional(),
});
const clientChange = newClient.partial().extend({ id: z.unknown().optional() });
const named = z.array(z.object({ name: z.string() }));

/** The scopes and rights that Keycloak has and the platform names. Here a name is its own id. */
const clientScopes = ['basic', 'roles', 'profile', 'email', 'web-origins', 'acr', 'service_account'];
const rights = ['manage-users', 'view-users', 'manage-clients', 'manage-realm', 'realm-admin'];
const management = 'realm-management';
const asRoles = (names: readonly string[]): object[] => names.map((name) => ({ id: name, name }));

function clientOf(admin: AdminRequest): Client {
  const id = admin.part('client');
  const client = realmOf(admin).clients.find((candidate) => candidate.id === id);
  if (!client) throw new Refusal(404, { error: 'Could not find client' });
  return client;
}

/** The client whose own account the path names. */
function ownerOf(admin: AdminRequest): Client {
  const client = realmOf(admin).clients.find(({ serviceAccountId }) => serviceAccountId === admin.part('user'));
  if (!client || admin.part('client') !== management) throw new Refusal(404, { error: 'User not found' });
  return client;
}

const newSecret = (): string => randomBytes(24).toString('base64url');

async function createClient(admin: AdminRequest): Promise<Answer> {
  const realm = realmOf(admin);
  const { clientId, secret, defaultClientScopes, ...settings } = await readBody(admin.request, newClient);
  if (findClient(realm, clientId)) throw new Refusal(409, { errorMessage: `Client ${clientId} already exists` });
  const client: Client = {
    id: randomUUID(),
    clientId,
    secret: settings.publicClient ? null : (secret ?? newSecret()),
    serviceAccountId: settings.serviceAccountsEnabled && !settings.publicClient ? randomUUID() : null,
    settings,
    scopes: defaultClientScopes ?? clientScopes,
    realmRoles: [],
    rights: [],
  };
  realm.clients.push(client);
  admin.store.save();
  return { status: 201, location: `${admin.url.href}/${client.id}` };
}

async function changeClient(admin: AdminRequest): Promise<Answer> {
  const client = clientOf(admin);
  // As in Keycloak, the scopes have paths of their own.
  const { clientId: _name, id: _id, secret, defaultClientScopes: _scopes, ...settings } = await readBody(admin.request, clientChange);
  Object.assign(client.settings, settings);
  const { publicClient, serviceAccountsEnabled } = client.settings;
  client.secret = publicClient ? null : (secret ?? client.secret ?? newSecret());
  client.serviceAccountId = serviceAccountsEnabled && !publicClient ? (client.serviceAccountId ?? randomUUID()) : null;
  admin.store.save();
  return { status: 204 };
}

const representation = ({ id, clientId, secret, serviceAccountId, settings, scopes }: Client): object => ({
  enabled: true,
  fullScopeAllowed: true,
  ...settings,
  id,
  clientId,
  publicClient: secret === null,
  serviceAccountsEnabled: serviceAccountId !== null,
  defaultClientScopes: scopes,
  ...(secret !== null && { secret }),
});

function listClients(admin: AdminRequest): Answer {
  const wanted = admin.url.searchParams.get('clientId');
  const all = [...realmOf(admin).clients.map(representation), { id: management, clientId: management }] as { clientId: string }[];
  return { status: 200, body: all.filter(({ clientId }) => wanted === null || clientId === wanted) };
}

function deleteClient(admin: AdminRequest): Answer {
  const [realm, gone] = [realmOf(admin), clientOf(admin)];
  realm.clients = realm.clients.filter((client) => client !== gone);
  admin.store.save();
  return { status: 204 };
}

function rotateSecret(admin: AdminRequest): Answer {
  const client = clientOf(admin);
  if (client.secret === null) throw new Refusal(400, { error: 'A public client has no secret' });
  client.secret = newSecret();
  admin.store.save();
  return { status: 200, body: { type: 'secret', value: client.secret } };
}

/** Adds names to one of the lists of a client, or takes them out of it. */
const changing =
  (list: (admin: AdminRequest) => { of: Client; as: 'scopes' | 'realmRoles' | 'rights' }, how: 'add' | 'take', names: (admin: AdminRequest) => Promise<readonly string[]>): AdminRoute['handle'] =>
  async (admin) => {
    const { of, as } = list(admin);
    const change = await names(admin);
    of[as] = how === 'add' ? [...new Set([...of[as], ...change])] : of[as].filter((name) => !change.includes(name));
    admin.store.save();
    return { status: 204 };
  };

const inPath = (admin: AdminRequest): Promise<readonly string[]> => Promise.resolve([admin.part('scope')]);
const inBody = async (admin: AdminRequest): Promise<readonly string[]> => (await readBody(admin.request, named)).map(({ name }) => name);
const scopesOf = (admin: AdminRequest) => ({ of: clientOf(admin), as: 'scopes' }) as const;
const realmRolesOf = (admin: AdminRequest) => ({ of: clientOf(admin), as: 'realmRoles' }) as const;
const rightsOf = (admin: AdminRequest) => ({ of: ownerOf(admin), as: 'rights' }) as const;

const one = '/:realm/clients/:client';
const rightsPath = '/:realm/users/:user/role-mappings/clients/:client';
const route = adminRoute.bind(undefined, 'REALMS');

export const clientRoutes: readonly AdminRoute[] = [
  route('POST', '/:realm/clients', createClient),
  route('GET', '/:realm/clients', listClients),
  route('PUT', one, changeClient),
  route('DELETE', one, deleteClient),
  route('POST', `${one}/client-secret`, rotateSecret),
  route('GET', '/:realm/client-scopes', () => ({ status: 200, body: asRoles(clientScopes) })),
  route('PUT', `${one}/default-client-scopes/:scope`, changing(scopesOf, 'add', inPath)),
  route('DELETE', `${one}/default-client-scopes/:scope`, changing(scopesOf, 'take', inPath)),
  route('GET', `${one}/scope-mappings/realm`, (admin) => ({ status: 200, body: asRoles(clientOf(admin).realmRoles) })),
  route('POST', `${one}/scope-mappings/realm`, changing(realmRolesOf, 'add', inBody)),
  route('DELETE', `${one}/scope-mappings/realm`, changing(realmRolesOf, 'take', inBody)),
  route('GET', `${one}/service-account-user`, (admin) => ({ status: 200, body: { id: clientOf(admin).serviceAccountId } })),
  route('GET', `${one}/roles`, () => ({ status: 200, body: asRoles(rights) })),
  route('GET', rightsPath, (admin) => ({ status: 200, body: asRoles(ownerOf(admin).rights) })),
  route('POST', rightsPath, changing(rightsOf, 'add', inBody)),
  route('DELETE', rightsPath, changing(rightsOf, 'take', inBody)),
];
