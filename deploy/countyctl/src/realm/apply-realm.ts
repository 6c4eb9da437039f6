import type ClientRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js';
import { unlessThere, type RealmAdmin } from './admin.ts';
import { applyProvider } from './county-provider.ts';
import type { Difference } from './difference.ts';
import { managementOf } from './read-realm.ts';
import type { ClientState, RealmState } from './realm-state.ts';

/** Brings those parts of the realm into line that differ, and touches no other. */
export async function applyRealm(admin: RealmAdmin, wanted: RealmState, found: readonly Difference[]): Promise<void> {
  const realm = admin.realmName;
  const missing = found.some(({ path }) => path.length === 0);
  // Made open; afterwards an administrator may close it, and it stays closed.
  if (missing) await unlessThere(admin.realms.create({ ...wanted.settings, realm, enabled: true }));
  const differs = (...path: readonly string[]): boolean => missing || found.some((difference) => path.every((part, at) => difference.path[at] === part));

  if (!missing && differs('settings')) await admin.realms.update({ realm }, wanted.settings);
  for (const name of Object.keys(wanted.roles)) if (differs('roles', name)) await unlessThere(admin.roles.create({ name }));
  if (differs('requiredOfPeople')) await requireOfPeople(admin, wanted.requiredOfPeople);
  for (const [clientId, client] of Object.entries(wanted.clients)) {
    if (!differs('clients', clientId)) continue;
    const differsIn = (part: keyof ClientState): boolean => differs('clients', clientId, part) || found.some(({ path }) => path.length === 2 && path[1] === clientId);
    await applyClient(admin, clientId, client, differsIn);
  }
  for (const [name, provider] of Object.entries(wanted.providers)) if (differs('providers', name)) await applyProvider(admin, provider);
}

async function requireOfPeople(admin: RealmAdmin, names: readonly string[]): Promise<void> {
  const profile = await admin.users.getProfile();
  const attributes = (profile.attributes ?? []).map(({ required: _before, ...attribute }) => (names.includes(attribute.name ?? '') ? { ...attribute, required: { roles: ['user'] } } : attribute));
  await admin.users.updateProfile({ ...profile, attributes });
}

async function applyClient(admin: RealmAdmin, clientId: string, wanted: ClientState, differsIn: (part: keyof ClientState) => boolean): Promise<void> {
  const mappers = Object.entries(wanted.mappers).map(([name, mapper]) => ({ name, protocol: 'openid-connect', ...mapper }));
  const scopes = [...wanted.defaultScopes];
  if ((await admin.clients.find({ clientId })).length === 0)
    await unlessThere(admin.clients.create({ ...wanted.settings, clientId, protocolMappers: mappers, defaultClientScopes: scopes, optionalClientScopes: [] }));
  const clients = await admin.clients.find();
  const client = clients.find((known) => known.clientId === clientId);
  if (!client?.id) throw new Error(`The client ${clientId} was made and is not there.`);
  if (differsIn('settings') || differsIn('mappers')) {
    const others = (client.protocolMappers ?? []).filter(({ name }) => !wanted.mappers[name ?? '']);
    await admin.clients.update({ id: client.id }, { ...client, ...wanted.settings, attributes: { ...client.attributes, ...wanted.settings.attributes }, protocolMappers: [...others, ...mappers] });
  }
  if (differsIn('defaultScopes')) await applyScopes(admin, client, scopes);
  if (differsIn('realmRoles')) await applyRealmRoles(admin, client.id, wanted.realmRoles);
  if (differsIn('mayAdminister') && wanted.settings.serviceAccountsEnabled) await applyRights(admin, client.id, managementOf(clients), wanted.mayAdminister);
}

async function applyScopes(admin: RealmAdmin, { id = '', defaultClientScopes = [] }: ClientRepresentation, wanted: readonly string[]): Promise<void> {
  for (const scope of await admin.clientScopes.find()) {
    const [has, should] = [defaultClientScopes.includes(scope.name ?? ''), wanted.includes(scope.name ?? '')];
    if (should && !has) await admin.clients.addDefaultClientScope({ id, clientScopeId: scope.id ?? '' });
    if (has && !should) await admin.clients.delDefaultClientScope({ id, clientScopeId: scope.id ?? '' });
  }
}

async function applyRealmRoles(admin: RealmAdmin, id: string, wanted: readonly string[]): Promise<void> {
  const held = await admin.clients.listRealmScopeMappings({ id });
  const all = await admin.roles.find();
  await admin.clients.addRealmScopeMappings({ id }, all.filter(({ name = '' }) => wanted.includes(name)));
  await admin.clients.delRealmScopeMappings({ id }, held.filter(({ name = '' }) => !wanted.includes(name)));
}

async function applyRights(admin: RealmAdmin, clientId: string, clientUniqueId: string, wanted: readonly string[]): Promise<void> {
  const { id = '' } = await admin.clients.getServiceAccountUser({ id: clientId });
  const held = await admin.users.listClientRoleMappings({ id, clientUniqueId });
  const payload = (roles: readonly { id?: string; name?: string }[]): { id: string; name: string }[] => roles.map((role) => ({ id: role.id ?? '', name: role.name ?? '' }));
  const granted = (await admin.clients.listRoles({ id: clientUniqueId })).filter(({ name = '' }) => wanted.includes(name));
  const taken = held.filter(({ name = '' }) => !wanted.includes(name));
  if (granted.length > 0) await admin.users.addClientRoleMappings({ id, clientUniqueId, roles: payload(granted) });
  if (taken.length > 0) await admin.users.delClientRoleMappings({ id, clientUniqueId, roles: payload(taken) });
}
