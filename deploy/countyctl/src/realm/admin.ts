import KeycloakAdminClient, { NetworkError } from '@keycloak/keycloak-admin-client';
import type { Platform } from '../platform.ts';

export type RealmAdmin = KeycloakAdminClient;

/** A token of the realm `master` lives for a minute; it is asked for anew well before, in milliseconds. */
const tokenLife = 30_000;
/** How long one answer may take, in milliseconds. Making a realm is slow: Keycloak makes its keys. */
const patience = 60_000;

/** The Admin API of one realm, as the operator. Throws a sentence where the provider does not let the operator in. */
export function realmAdmin({ identityProvider: { baseUrl, adminSecret } }: Pick<Platform, 'identityProvider'>, realm: string): RealmAdmin {
  const admin = new KeycloakAdminClient({ baseUrl, realmName: realm, timeout: patience });
  let token: Promise<string> | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  admin.registerTokenProvider({
    getAccessToken: () => {
      if (!token || performance.now() - askedAt > tokenLife) {
        askedAt = performance.now();
        token = operatorToken(baseUrl, adminSecret);
      }
      return token;
    },
  });
  return admin;
}

async function operatorToken(baseUrl: string, adminSecret: string): Promise<string> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'countyctl', client_secret: adminSecret });
  const answer = await fetch(`${baseUrl}/realms/master/protocol/openid-connect/token`, { method: 'POST', body, signal: AbortSignal.timeout(patience) });
  if (!answer.ok) throw new Error(`The identity provider does not let countyctl in: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { access_token: string }).access_token;
}

/** Where a refusal says only "unknown_error", it is told what was refused. */
export function inWords(error: unknown): unknown {
  if (!(error instanceof NetworkError)) return error;
  const { status, url } = error.response;
  return new Error(`The identity provider refused ${new URL(url).pathname}: ${status} ${JSON.stringify(error.responseData)}`, { cause: error });
}

/** What somebody else made a moment ago is as good as made. */
export async function unlessThere(making: Promise<unknown>): Promise<void> {
  await making.catch((error: unknown) => {
    if (!(error instanceof NetworkError) || error.response.status !== 409) throw error;
  });
}
