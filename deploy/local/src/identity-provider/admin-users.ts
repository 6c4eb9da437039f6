import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { mailAction } from './action-mail.ts';
import { adminRoute, type AdminRequest, type AdminRoute } from './admin-route.ts';
import { realmOf } from './admin-realms.ts';
import { readBody, Refusal, type Answer } from './http.ts';
import { hashPassword } from './password-hash.ts';
import { findUser, type Realm, type User } from './realm.ts';

const credential = z.object({ type: z.literal('password'), value: z.string().min(1), temporary: z.literal(false).default(false) });
const profile = z.object({ email: z.email(), emailVerified: z.boolean(), enabled: z.boolean(), firstName: z.string(), lastName: z.string() }).partial();
const userBody = profile.extend({ username: z.string().min(1).max(255), credentials: z.array(credential).max(1).default([]) });
const roleBody = z.object({ name: z.string().min(1).max(255) });

function userOf(admin: AdminRequest): User {
  const id = admin.part('user');
  const user = realmOf(admin).users.find((candidate) => candidate.id === id);
  if (!user) throw new Refusal(404, { error: 'User not found' });
  return user;
}

/** What the API tells about a user: everything but the password. */
const representation = ({ id, username, email, emailVerified, enabled, firstName, lastName, createdTimestamp }: User): object => ({
  id, username, emailVerified, enabled, createdTimestamp,
  ...(email !== null && { email }),
  ...(firstName !== null && { firstName }),
  ...(lastName !== null && { lastName }),
});

async function createUser(admin: AdminRequest): Promise<Answer> {
  const realm = realmOf(admin);
  const { username, credentials, email = null, emailVerified = false, enabled = false, firstName = null, lastName = null } = await readBody(admin.request, userBody);
  const password = credentials[0]?.value;
  const passwordHash = password === undefined ? null : await hashPassword(password);
  if (findUser(realm, username)) throw new Refusal(409, { errorMessage: 'User exists with same username' });
  refuseTakenEmail(realm, email);
  const user: User = { id: randomUUID(), username: username.toLowerCase(), email, emailVerified, enabled, firstName, lastName, createdTimestamp: Date.now(), passwordHash, roles: [] };
  realm.users.push(user);
  admin.store.save();
  return { status: 201, location: `${admin.url.href}/${user.id}` };
}

function refuseTakenEmail(realm: Realm, email: string | null, owner?: User): void {
  const taken = email !== null && realm.users.some((user) => user !== owner && user.email?.toLowerCase() === email.toLowerCase());
  if (taken) throw new Refusal(409, { errorMessage: 'User exists with same email' });
}

function listUsers(admin: AdminRequest): Answer {
  const { searchParams } = admin.url;
  const username = searchParams.get('username')?.toLowerCase() ?? '';
  const exact = searchParams.get('exact') === 'true';
  const users = realmOf(admin).users.filter((user) => (exact ? user.username === username : user.username.includes(username)));
  return { status: 200, body: users.map(representation) };
}

async function changeUser(admin: AdminRequest): Promise<Answer> {
  const realm = realmOf(admin);
  const user = userOf(admin);
  const change = await readBody(admin.request, profile);
  refuseTakenEmail(realm, change.email ?? null, user);
  Object.assign(user, change);
  admin.store.save();
  return { status: 204 };
}

function deleteUser(admin: AdminRequest): Answer {
  const realm = realmOf(admin);
  realm.users.splice(realm.users.indexOf(userOf(admin)), 1);
  admin.store.save();
  return { status: 204 };
}

async function resetPassword(admin: AdminRequest): Promise<Answer> {
  const user = userOf(admin);
  user.passwordHash = await hashPassword((await readBody(admin.request, credential)).value);
  admin.store.save();
  return { status: 204 };
}

async function createRole(admin: AdminRequest): Promise<Answer> {
  const realm = realmOf(admin);
  const { name } = await readBody(admin.request, roleBody);
  if (realm.roles.some((role) => role.name === name)) throw new Refusal(409, { errorMessage: `Role with name ${name} already exists` });
  realm.roles.push({ id: randomUUID(), name });
  admin.store.save();
  return { status: 201, location: `${admin.url.href}/${encodeURIComponent(name)}` };
}

function readRole(admin: AdminRequest): Answer {
  const name = admin.part('role');
  const role = realmOf(admin).roles.find((candidate) => candidate.name === name);
  if (!role) throw new Refusal(404, { error: 'Could not find role' });
  return { status: 200, body: role };
}

/** The realm's roles that the user has, or those that could be given. */
const roles =
  (has: boolean): AdminRoute['handle'] =>
  (admin) => ({ status: 200, body: realmOf(admin).roles.filter(({ name }) => userOf(admin).roles.includes(name) === has) });

async function namedRoles(admin: AdminRequest): Promise<string[]> {
  const names = (await readBody(admin.request, z.array(roleBody))).map(({ name }) => name);
  if (names.some((name) => !realmOf(admin).roles.some((role) => role.name === name))) throw new Refusal(404, { error: 'Role not found' });
  return names;
}

async function giveRoles(admin: AdminRequest): Promise<Answer> {
  const user = userOf(admin);
  user.roles = [...new Set([...user.roles, ...(await namedRoles(admin))])];
  admin.store.save();
  return { status: 204 };
}

async function takeRoles(admin: AdminRequest): Promise<Answer> {
  const user = userOf(admin);
  const taken = await namedRoles(admin);
  user.roles = user.roles.filter((name) => !taken.includes(name));
  admin.store.save();
  return { status: 204 };
}

/** There are no sessions here to end. */
function logOut(admin: AdminRequest): Answer {
  userOf(admin);
  return { status: 204 };
}

const route = (method: string, path: string, handle: AdminRoute['handle']): AdminRoute => adminRoute('USERS', method, `/:realm${path}`, handle);

export const userRoutes: readonly AdminRoute[] = [
  route('POST', '/users', createUser),
  route('GET', '/users', listUsers),
  route('GET', '/users/:user', (admin) => ({ status: 200, body: representation(userOf(admin)) })),
  route('PUT', '/users/:user', changeUser),
  route('DELETE', '/users/:user', deleteUser),
  route('PUT', '/users/:user/reset-password', resetPassword),
  route('POST', '/users/:user/logout', logOut),
  route('PUT', '/users/:user/execute-actions-email', (admin) => mailAction(admin, realmOf(admin), userOf(admin))),
  route('GET', '/users/:user/role-mappings/realm', roles(true)),
  route('GET', '/users/:user/role-mappings/realm/available', roles(false)),
  route('POST', '/users/:user/role-mappings/realm', giveRoles),
  route('DELETE', '/users/:user/role-mappings/realm', takeRoles),
  // Who keeps accounts sees which roles could be given to whom; the list of them is the realm's.
  adminRoute('REALMS', 'GET', '/:realm/roles', (admin) => ({ status: 200, body: realmOf(admin).roles })),
  adminRoute('REALMS', 'POST', '/:realm/roles', createRole),
  adminRoute('REALMS', 'GET', '/:realm/roles/:role', readRole),
];
