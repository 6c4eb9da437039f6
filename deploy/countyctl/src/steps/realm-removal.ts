import { NetworkError } from '@keycloak/keycloak-admin-client';
import type { Platform } from '../platform.ts';
import { inWords, realmAdmin } from '../realm/admin.ts';

/** Takes a county's realm away with all its accounts and keys; one that is gone already is no failure. */
export async function removeRealm(platform: Platform, { slug }: { readonly slug: string }): Promise<void> {
  await realmAdmin(platform, slug).realms.del({ realm: slug }).catch((error: unknown) => {
    if (!(error instanceof NetworkError) || error.response.status !== 404) throw inWords(error);
  });
}
