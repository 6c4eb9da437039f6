import { isPartnerClient } from '@fc/auth';
import { nextSecret } from '../secret-files.ts';
import { inWords, realmAdmin } from './admin.ts';
import { identityClient, operatorClient, publicSiteClient } from './desired-realm.ts';
import { clientSecret, type RealmKeeper } from './index.ts';

/** The programs of the platform itself that sign in to a county's realm. */
export const ownClients: readonly string[] = [identityClient, operatorClient, publicSiteClient];

export const isClient = (name: string): boolean => ownClients.includes(name) || isPartnerClient(name);

/**
 * Gives a client of a county's realm a new secret. The platform's own programs take it up with their next token; a partner is
 * handed it. Broken off between its two steps, it ends with the same secret when it is run again.
 */
export async function rotateClientSecret(platform: RealmKeeper, realm: string, clientId: string): Promise<void> {
  const admin = realmAdmin(platform, realm);
  try {
    const [client] = await admin.clients.find({ clientId });
    if (!client?.id) throw new Error(`Realm ${realm} has no client ${clientId}.`);
    const { secret, takeUp } = await nextSecret(platform.secretsDirectory, clientSecret(realm, clientId));
    await admin.clients.update({ id: client.id }, { ...client, secret });
    await takeUp();
  } catch (error) {
    throw inWords(error);
  }
}
