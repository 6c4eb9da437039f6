import { z } from 'zod';
import { adminRoute, type AdminRequest, type AdminRoute } from './admin-route.ts';
import { readBody, Refusal, type Answer } from './http.ts';
import { keysOf, newKey, newRealm, type Realm } from './realm.ts';

const realmBody = z.looseObject({ realm: z.string().regex(/^[\w-]{1,60}$/), enabled: z.boolean().default(false) });
const realmChange = z.looseObject({ id: z.unknown().optional(), realm: z.unknown().optional(), enabled: z.boolean().optional() });
const keyBody = z.object({ providerType: z.literal('org.keycloak.keys.KeyProvider'), providerId: z.literal('rsa-generated') });

/** The realm that the path names; refuses with 404. */
export function realmOf({ store, part }: AdminRequest): Realm {
  const realm = store.find(part('realm'));
  if (!realm) throw new Refusal(404, { error: 'Realm not found.' });
  return realm;
}

async function createRealm({ store, request, url }: AdminRequest): Promise<Answer> {
  const { realm: name, enabled, ...settings } = await readBody(request, realmBody);
  const realm = await newRealm(name, enabled);
  if (store.find(name)) throw new Refusal(409, { errorMessage: `Conflict detected. Realm ${name} already exists` });
  store.put({ ...realm, settings });
  return { status: 201, location: `${url.href}/${name}` };
}

function readRealm(admin: AdminRequest): Answer {
  const { id, realm, enabled, settings } = realmOf(admin);
  const { smtpServer, ...others } = settings as { smtpServer?: object };
  // Whoever may read a realm does not learn the password for its mail server.
  return { status: 200, body: { ...others, ...(smtpServer && { smtpServer: { ...smtpServer, ...('password' in smtpServer && { password: '**********' }) } }), id, realm, enabled } };
}

async function changeRealm(admin: AdminRequest): Promise<Answer> {
  const realm = realmOf(admin);
  const { id: _id, realm: _name, enabled = realm.enabled, ...settings } = await readBody(admin.request, realmChange);
  realm.enabled = enabled;
  Object.assign(realm.settings, settings);
  admin.store.save();
  return { status: 204 };
}

function deleteRealm(admin: AdminRequest): Answer {
  admin.store.remove(realmOf(admin).realm);
  return { status: 204 };
}

async function changeProfile(admin: AdminRequest): Promise<Answer> {
  const realm = realmOf(admin);
  realm.profile = await readBody(admin.request, z.record(z.string(), z.unknown()));
  admin.store.save();
  return { status: 200, body: realm.profile };
}

const listKeys = (admin: AdminRequest): Answer => ({ status: 200, body: { keys: keysOf(realmOf(admin)).map(({ kid }) => ({ kid, providerId: kid, algorithm: 'RS256', use: 'SIG', status: 'ACTIVE' })) } });

/** A new key signs from now on; the one before stays published until it is removed. */
async function addKey(admin: AdminRequest): Promise<Answer> {
  await readBody(admin.request, keyBody);
  const [realm, key] = [realmOf(admin), await newKey()];
  realm.formerKeys.unshift(realm.signingKey);
  realm.signingKey = key;
  admin.store.save();
  return { status: 201, location: `${admin.url.href}/${key.kid}` };
}

function withdrawKey(admin: AdminRequest): Answer {
  const realm = realmOf(admin);
  const rest = realm.formerKeys.filter(({ kid }) => kid !== admin.part('key'));
  if (rest.length === realm.formerKeys.length) throw new Refusal(404, { error: 'Could not find component' });
  realm.formerKeys = rest;
  admin.store.save();
  return { status: 204 };
}

export const realmRoutes: readonly AdminRoute[] = [
  adminRoute('REALMS', 'POST', '', createRealm),
  adminRoute('REALMS', 'GET', '/:realm', readRealm),
  adminRoute('REALMS', 'PUT', '/:realm', changeRealm),
  adminRoute('REALMS', 'DELETE', '/:realm', deleteRealm),
  adminRoute('REALMS', 'GET', '/:realm/users/profile', (admin) => ({ status: 200, body: realmOf(admin).profile })),
  adminRoute('REALMS', 'PUT', '/:realm/users/profile', changeProfile),
  // Nobody brokers a provider where there are no sign-in pages.
  adminRoute('REALMS', 'GET', '/:realm/identity-provider/instances', () => ({ status: 200, body: [] })),
  adminRoute('REALMS', 'GET', '/:realm/keys', listKeys),
  adminRoute('REALMS', 'POST', '/:realm/components', addKey),
  adminRoute('REALMS', 'DELETE', '/:realm/components/:key', withdrawKey),
];
