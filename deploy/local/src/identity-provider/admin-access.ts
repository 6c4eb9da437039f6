import { createPublicKey } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { Refusal } from './http.ts';
import { findClient, issuerOf, keysOf, type Client } from './realm.ts';
import type { RealmStore } from './realm-store.ts';

/** The operator's client in the realm `master`, which may do everything. */
export const operatorClient = 'countyctl';

/** What a caller is about to touch: realms and their clients, or one realm's users and roles. */
export type Concern = 'REALMS' | 'USERS';

/** Refuses with 401 whoever has no valid token, and with 403 whoever may not do this in this realm. */
export async function requireAdmin(store: RealmStore, baseUrl: string, authorization: string | undefined, concern: Concern, realm: string | undefined): Promise<void> {
  const caller = await verifiedCaller(store, baseUrl, authorization);
  if (caller.realm === 'master' && caller.client.clientId === operatorClient) return;
  if (concern === 'USERS' && caller.realm === realm && caller.client.rights.includes('manage-users')) return;
  throw new Refusal(403, { error: 'HTTP 403 Forbidden' });
}

/** Who holds this token: a service's account, never a person. */
async function verifiedCaller(store: RealmStore, baseUrl: string, authorization: string | undefined): Promise<{ realm: string; client: Client }> {
  try {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
    const claimed = decodeJwt(token).iss ?? '';
    const realm = store.find(claimed.slice(issuerOf(baseUrl, '').length));
    if (realm?.enabled) {
      const { kid } = decodeProtectedHeader(token);
      const key = createPublicKey({ key: keysOf(realm).find((known) => known.kid === kid) ?? realm.signingKey, format: 'jwk' });
      const { payload } = await jwtVerify(token, key, { issuer: issuerOf(baseUrl, realm.realm), algorithms: ['RS256'], requiredClaims: ['exp', 'sub'] });
      const client = findClient(realm, String(payload['azp']));
      if (client && client.serviceAccountId === payload.sub && payload['typ'] === 'Bearer') return { realm: realm.realm, client };
    }
  } catch {
    // Whatever is wrong with a token, the answer is the same.
  }
  throw new Refusal(401, { error: 'HTTP 401 Unauthorized' });
}
