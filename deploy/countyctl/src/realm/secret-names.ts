import { identityClient, operatorClient, publicSiteClient } from './desired-realm.ts';

/** A realm's program clients sign in with secrets that lie under these names in the secrets directory. */
export const clientSecret = (realm: string, clientId: string): string => `realms/${realm}/${clientId}.secret`;
export const identityClientSecret = (realm: string): string => clientSecret(realm, identityClient);
export const publicSiteClientSecret = (realm: string): string => clientSecret(realm, publicSiteClient);
export const operatorClientSecret = (realm: string): string => clientSecret(realm, operatorClient);
