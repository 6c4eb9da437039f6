import { randomBytes } from 'node:crypto';
import type { Platform } from '@fc/countyctl';
import { Actor } from './actor.ts';

/** Makes an account in the state's realm and signs in with it. No county knows it. */
export async function stateAdministrator({ identityProvider: { baseUrl, adminSecret } }: Pick<Platform, 'identityProvider'>, gatewayUrl: string): Promise<Actor> {
  const username = `administrator-${randomBytes(4).toString('hex')}`;
  const password = randomBytes(12).toString('base64url');
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'countyctl', client_secret: adminSecret });
  const { access_token: token } = (await answerOf(`${baseUrl}/realms/master/protocol/openid-connect/token`, { method: 'POST', body: form })) as { access_token: string };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const realm = `${baseUrl}/admin/realms/state`;
  await answerOf(`${realm}/users`, { method: 'POST', headers, body: JSON.stringify({ username, email: `${username}@state.example`, enabled: true, credentials: [{ type: 'password', value: password, temporary: false }] }) });
  const [user] = (await answerOf(`${realm}/users?username=${username}&exact=true`, { headers })) as { id: string }[];
  if (!user) throw new Error(`${username} has no account.`);
  const role = await answerOf(`${realm}/roles/state`, { headers });
  await answerOf(`${realm}/users/${user.id}/role-mappings/realm`, { method: 'POST', headers, body: JSON.stringify([role]) });
  return new Actor(gatewayUrl, user.id, { issuer: `${baseUrl}/realms/state`, username, password });
}

async function answerOf(url: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(url, init);
  const text = await response.text();
  if (!response.ok) throw new Error(`The identity provider refused ${url}: ${response.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}
