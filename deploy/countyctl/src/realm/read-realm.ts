import type ClientRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js';
import type { RealmAdmin } from './admin.ts';
import { providerName, readProvider } from './county-provider.ts';
import { readMail } from './mail-server.ts';
import type { ClientState, RealmSettings, RealmState } from './realm-state.ts';

/** The realm as it is, in those things that the platform cares about; undefined where there is none. Reads and changes nothing. */
export async function readRealm(admin: RealmAdmin, wanted: RealmState): Promise<RealmState | undefined> {
  const settings = await admin.realms.findOne({ realm: admin.realmName });
  if (!settings) return undefined;
  const [roles, profile, clients, provider] = await Promise.all([admin.roles.find(), admin.users.getProfile(), admin.clients.find(), readProvider(admin, wanted.providers[providerName])]);
  const states = clients.filter(({ clientId }) => clientId && wanted.clients[clientId]).map(async (client) => [client.clientId, await readClient(admin, client, clients)] as const);
  const required = (profile.attributes ?? []).filter((attribute) => attribute.required).map(({ name }) => name ?? '');
  return {
    settings: { ...settings, smtpServer: readMail(settings.smtpServer, wanted.settings.smtpServer) } as RealmSettings,
    roles: Object.fromEntries(roles.map((role) => [role.name, role])),
    clients: Object.fromEntries(await Promise.all(states)),
    requiredOfPeople: required,
    providers: provider ? { [providerName]: provider } : {},
  };
}

async function readClient(admin: RealmAdmin, client: ClientRepresentation, all: readonly ClientRepresentation[]): Promise<ClientState> {
  const { id = '' } = client;
  const realmRoles = client.fullScopeAllowed ? [] : await admin.clients.listRealmScopeMappings({ id });
  return {
    settings: client,
    mappers: Object.fromEntries((client.protocolMappers ?? []).map(({ name = '', protocolMapper = '', config = {} }) => [name, { protocolMapper, config: config as Record<string, string> }])),
    defaultScopes: client.defaultClientScopes ?? [],
    realmRoles: realmRoles.map(({ name }) => name ?? ''),
    mayAdminister: client.serviceAccountsEnabled ? await readRights(admin, id, all) : [],
  };
}

async function readRights(admin: RealmAdmin, id: string, all: readonly ClientRepresentation[]): Promise<string[]> {
  const account = await admin.clients.getServiceAccountUser({ id });
  const rights = await admin.users.listClientRoleMappings({ id: account.id ?? '', clientUniqueId: managementOf(all) });
  return rights.map(({ name }) => name ?? '');
}

/** The id of the client whose roles are the rights in its realm. */
export const managementOf = (clients: readonly ClientRepresentation[]): string => clients.find(({ clientId }) => clientId === 'realm-management')?.id ?? '';
