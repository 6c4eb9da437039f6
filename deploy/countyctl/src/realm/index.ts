// Keeps the realms of the identity provider: what they must be is data, is compared with what they are, and only what
// differs is changed. Realms are never imported: an import would not touch a realm that exists.
import { isPartnerClient } from '@fc/auth';
import { parseCountySlug, type CountySlug } from '@fc/domain-kernel';
import type { Platform } from '../platform.ts';
import { ensureSecret, readSecret } from '../secret-files.ts';
import { inWords, realmAdmin, type RealmAdmin } from './admin.ts';
import { applyRealm } from './apply-realm.ts';
import { closed, countyProviderSchema, providerName, providerSecret, providerState, type CountyProvider } from './county-provider.ts';
import { desiredRealm, identityClient, operatorClient, publicSiteClient } from './desired-realm.ts';
import { differences, type Difference } from './difference.ts';
import { mailSecret, mailServerSchema, mailState, type MailServer } from './mail-server.ts';
import { readRealm } from './read-realm.ts';
import type { RealmState } from './realm-state.ts';
import { clientSecret } from './secret-names.ts';

export { clientSecret, identityClientSecret, operatorClientSecret, publicSiteClientSecret } from './secret-names.ts';
export { countyProviderSchema, mailSecret, mailServerSchema, providerSecret, type CountyProvider, type MailServer };

/** Whose realm it is, and what the county's file says about signing in. */
export type RealmOf =
  | { readonly kind: 'state' }
  | { readonly kind: 'county'; readonly slug: CountySlug; readonly name: string; readonly redirectUris?: readonly string[]; readonly provider?: CountyProvider | undefined; readonly mail?: MailServer | undefined };

/** What is needed to keep realms: the provider's administrator, and where clients' secrets lie. */
export type RealmKeeper = Pick<Platform, 'identityProvider' | 'secretsDirectory'>;

export interface RealmReport {
  readonly realm: string;
  /** A line for each thing that is not, or was not, as it must be: `realm king: accessTokenLifespan is 3600, must be 300`. */
  readonly lines: readonly string[];
}

/** How often a realm that another operator changes at the same moment is read again. */
const rounds = 3;

/** Makes the realm, or brings it into line; says what it found otherwise. A second time it finds and changes nothing. */
export async function syncRealm(platform: RealmKeeper, of: RealmOf): Promise<RealmReport> {
  const realm = realmName(of);
  const admin = realmAdmin(platform, realm);
  try {
    const first = await compare(platform, admin, of);
    let now = first;
    for (let round = 1; now.found.length > 0; round += 1) {
      if (round > rounds) throw new Error(`Realm ${realm} does not become as it must be: ${now.found.map(({ line }) => line).join('; ')}`);
      await applyRealm(admin, now.wanted, now.found);
      now = await compare(platform, admin, of);
    }
    return report(realm, first.found);
  } catch (error) {
    throw inWords(error);
  }
}

/** What `syncRealm` would change. Reads alone. */
export async function realmDrift(platform: RealmKeeper, of: RealmOf): Promise<RealmReport> {
  const realm = realmName(of);
  try {
    return report(realm, (await compare(platform, realmAdmin(platform, realm), of)).found);
  } catch (error) {
    throw inWords(error);
  }
}

/** Makes the client that a partner organisation's program signs in with, or brings it into line; answers its secret's name. It may ask nothing before the county grants it something. */
export async function ensurePartnerClient(platform: RealmKeeper, realm: string, clientId: string): Promise<string> {
  if (!isPartnerClient(clientId)) throw new Error(`${clientId} is no name for a partner's client: partner- and then letters, digits and hyphens.`);
  const secret = clientSecret(realm, clientId);
  const admin = realmAdmin(platform, realm);
  try {
    const { wanted, found } = await compare(platform, admin, { kind: 'county', slug: parseCountySlug(realm), name: realm }, [clientId]);
    await applyRealm(admin, wanted, found.filter(({ path }) => path[0] === 'clients' && path[1] === clientId));
  } catch (error) {
    throw inWords(error);
  }
  return secret;
}

/** Throws `SLUG_RESERVED`: no county's realm is the state's, or the one of the identity provider's administrators. */
const realmName = (of: RealmOf): string => (of.kind === 'state' ? 'state' : parseCountySlug(of.slug));

const report = (realm: string, found: readonly Difference[]): RealmReport => ({ realm, lines: found.map(({ line }) => `realm ${realm}: ${line}`) });

async function compare(platform: RealmKeeper, admin: RealmAdmin, of: RealmOf, newPartners: readonly string[] = []): Promise<{ wanted: RealmState; found: Difference[] }> {
  const partners = of.kind === 'county' ? [...newPartners, ...(await knownPartners(admin))] : [];
  const wanted = await wantedRealm(platform, of, partners);
  const there = await readRealm(admin, wanted);
  const unnamed = there?.providers[providerName];
  const providers = unnamed && !wanted.providers[providerName] ? { [providerName]: closed(unnamed) } : wanted.providers;
  return { wanted: { ...wanted, providers }, found: differences({ ...wanted, providers }, there) };
}

/** The partner organisations that have a client in the realm. */
async function knownPartners(admin: RealmAdmin): Promise<string[]> {
  const realm = await admin.realms.findOne({ realm: admin.realmName });
  return realm ? (await admin.clients.find()).map(({ clientId = '' }) => clientId).filter(isPartnerClient) : [];
}

async function wantedRealm(platform: RealmKeeper, of: RealmOf, partners: readonly string[]): Promise<RealmState> {
  const realm = realmName(of);
  const { baseUrl, passwordGrant = false } = platform.identityProvider;
  // The state has no programs of its own: nobody signs in to its realm but people.
  const programs = of.kind === 'county' ? [identityClient, operatorClient, publicSiteClient, ...partners] : [];
  const secrets: Record<string, string> = {};
  for (const client of programs) secrets[client] = await ensureSecret(platform.secretsDirectory, clientSecret(realm, client));
  const provider = of.kind === 'county' ? of.provider : undefined;
  const secret = provider?.kind === 'OIDC' ? await readSecret(platform.secretsDirectory, providerSecret(realm)) : undefined;
  const mail = of.kind === 'county' ? of.mail : undefined;
  const password = mail?.user === undefined ? undefined : await readSecret(platform.secretsDirectory, mailSecret(realm));
  return desiredRealm({
    kind: of.kind,
    displayName: of.kind === 'county' ? of.name : 'State administration',
    secrets,
    redirectUris: of.kind === 'county' ? (of.redirectUris ?? []) : [],
    passwordGrant,
    mail: mail && mailState(mail, password),
    providers: provider ? { [providerName]: providerState(provider, `${baseUrl}/realms/${realm}`, secret) } : {},
  });
}
