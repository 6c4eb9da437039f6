import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { AdminRequest } from './admin-route.ts';
import { readBody, Refusal, type Answer } from './http.ts';
import { hashPassword } from './password-hash.ts';
import type { Realm, User } from './realm.ts';
import type { RealmStore } from './realm-store.ts';

const flag = z.enum(['true', 'false']).transform((word) => word === 'true');
const smtpSchema = z.object({ host: z.string(), port: z.coerce.number(), from: z.string(), fromDisplayName: z.string().default(''), ssl: flag, starttls: flag, auth: flag, user: z.string().optional(), password: z.string().optional() });

/** What a mailed link still lets its reader do. Lost when the provider stops, as its sessions are. */
interface Action {
  readonly realm: string;
  readonly user: string;
  readonly until: number;
}
const actions = new WeakMap<RealmStore, Map<string, Action>>();

/** Sends the user a link by which they choose a password, by the realm's own mail server: as Keycloak does it, with one action. */
export async function mailAction({ store, request, url }: AdminRequest, realm: Realm, user: User): Promise<Answer> {
  await readBody(request, z.array(z.literal('UPDATE_PASSWORD')).length(1));
  if (user.email === null) throw new Refusal(400, { errorMessage: 'User email missing' });
  const smtp = smtpSchema.safeParse(realm.settings['smtpServer']).data;
  if (!smtp) throw new Refusal(500, { errorMessage: 'Failed to send execute actions email' });
  const key = randomBytes(32).toString('base64url');
  const seconds = Number(url.searchParams.get('lifespan') ?? 43_200);
  const open = actions.get(store) ?? new Map<string, Action>();
  actions.set(store, open.set(key, { realm: realm.realm, user: user.id, until: Date.now() + seconds * 1_000 }));
  const { host, port, ssl: secure, starttls: requireTLS, auth, user: name = '', password: pass = '' } = smtp;
  const link = `${url.origin}/realms/${realm.realm}/login-actions/action-token?key=${key}`;
  try {
    await createTransport({ host, port, secure, requireTLS, ...(auth && { auth: { user: name, pass } }) }).sendMail({
      from: { name: smtp.fromDisplayName, address: smtp.from },
      to: { name: '', address: user.email },
      subject: 'Update Your Account',
      text: `Please choose how you sign in to ${String(realm.settings['displayName'] ?? realm.realm)}. Click on the link below to start this process.\n\n${link}\n`,
    });
  } catch {
    open.delete(key);
    throw new Refusal(500, { errorMessage: 'Failed to send execute actions email' });
  }
  return { status: 204 };
}

const page = (body: string): string => `<!doctype html><html lang="en"><title>Update password</title><body>${body}</body></html>`;
const form = '<form method="post" action=""><input name="password-new" type="password"><input name="password-confirm" type="password"><button>Submit</button></form>';
const shortest = 15;

/** The page behind such a link: one form, one use. */
export async function answerAction(store: RealmStore, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const key = url.searchParams.get('key') ?? '';
  const answer = (status: number, body: string): void => void response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(page(body));
  const action = actions.get(store)?.get(key);
  const user = action && store.find(action.realm)?.users.find(({ id }) => id === action.user);
  if (!action || !user || action.until < Date.now()) return answer(400, 'Action expired.');
  const here = form.replace('action=""', `action="${url.pathname}?key=${encodeURIComponent(key)}"`);
  if (request.method !== 'POST') return answer(200, here);
  const chosen = new URLSearchParams(await text(request));
  const password = chosen.get('password-new') ?? '';
  if (password.length < shortest || password !== chosen.get('password-confirm')) return answer(200, `Invalid password. ${here}`);
  user.passwordHash = await hashPassword(password);
  user.emailVerified = true;
  actions.get(store)?.delete(key);
  store.save();
  answer(200, 'Your account has been updated.');
}
