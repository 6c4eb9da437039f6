import type { ClientState, ProviderState, RealmSettings, RealmState } from './realm-state.ts';

/** What differs from realm to realm. */
export interface RealmWishes {
  /** What people see when they sign in: the county's name. */
  readonly displayName: string;
  /** Whether the realm is a county's, with clients for programs, or the state's, with people alone. */
  readonly kind: 'county' | 'state';
  /** Secrets by client; every client of this map is a program's. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Where the application is, to which people come back after signing in. */
  readonly redirectUris: readonly string[];
  /** Whether people's passwords may be sent to the token endpoint: never in production. */
  readonly passwordGrant: boolean;
  /** By which people are invited, in Keycloak's words; undefined where the county's file names none. */
  readonly mail: Readonly<Record<string, string>> | undefined;
  readonly providers: Readonly<Record<string, ProviderState>>;
}

export const peoplesClient = 'family-connections';
export const identityClient = 'identity-service';
export const operatorClient = 'countyctl';
/** The county's public site, which hands in what families without an account ask for. */
export const publicSiteClient = 'intake';

const classRoles = ['staff', 'family', 'partner', 'state'];

/** A token proves who somebody is and a coarse class; names and addresses stay in the county's database. */
const scopesWithoutNames = ['basic', 'roles', 'web-origins', 'acr'];

/** Says in every token whom it is meant for. */
const audience = {
  'family-connections-api': {
    protocolMapper: 'oidc-audience-mapper',
    config: { 'included.custom.audience': 'family-connections-api', 'access.token.claim': 'true' },
  },
};

const settings: RealmSettings = {
  sslRequired: 'external',
  defaultSignatureAlgorithm: 'RS256',
  // Seconds. A stolen token is good for five minutes; who works goes on for ten hours without signing in again.
  accessTokenLifespan: 300,
  ssoSessionIdleTimeout: 1_800,
  ssoSessionMaxLifespan: 36_000,
  revokeRefreshToken: true,
  refreshTokenMaxReuse: 0,
  // People are invited: nobody makes an account, or another name for one.
  registrationAllowed: false,
  editUsernameAllowed: false,
  duplicateEmailsAllowed: false,
  // Ten wrong passwords lock an account for a minute, then longer, up to a quarter of an hour; nobody can lock another person out for good.
  bruteForceProtected: true,
  permanentLockout: false,
  failureFactor: 10,
  waitIncrementSeconds: 60,
  maxFailureWaitSeconds: 900,
  maxDeltaTimeSeconds: 43_200,
  // Long rather than motley, as NIST SP 800-63B asks.
  passwordPolicy: 'length(15) and maxLength(128) and notUsername and notEmail',
  // Keycloak takes a WebAuthn policy only as a whole that names who asks.
  webAuthnPolicyRpEntityName: 'Family Connections',
  webAuthnPolicySignatureAlgorithms: ['ES256', 'RS256'],
  webAuthnPolicyUserVerificationRequirement: 'required',
  webAuthnPolicyPasswordlessRpEntityName: 'Family Connections',
  webAuthnPolicyPasswordlessSignatureAlgorithms: ['ES256', 'RS256'],
  webAuthnPolicyPasswordlessUserVerificationRequirement: 'required',
  webAuthnPolicyPasswordlessPasskeysEnabled: true,
  // Who signed in, and who changed an account, without what was changed.
  eventsEnabled: true,
  adminEventsEnabled: true,
  adminEventsDetailsEnabled: false,
};

/** The realm that the platform needs. Everything else that a realm holds, such as its texts, and its mail server where the county's file names none, is its administrators'. */
export function desiredRealm({ displayName, kind, secrets, redirectUris, passwordGrant, mail, providers }: RealmWishes): RealmState {
  const programs = Object.entries(secrets).map(([name, secret]) => [name, program(secret, name === identityClient ? keepsAccounts : asksThePlatform)] as const);
  return {
    settings: { ...settings, displayName, ...(mail && { smtpServer: mail }) },
    roles: Object.fromEntries(classRoles.map((name) => [name, {}])),
    clients: { [peoplesClient]: application(kind === 'county' ? ['staff', 'family'] : ['state'], redirectUris, passwordGrant), ...Object.fromEntries(programs) },
    requiredOfPeople: ['email'],
    providers,
  };
}

/** The public client of the application: authorization code with PKCE. */
const application = (realmRoles: readonly string[], redirectUris: readonly string[], passwordGrant: boolean): ClientState => ({
  settings: {
    enabled: true,
    publicClient: true,
    standardFlowEnabled: true,
    implicitFlowEnabled: false,
    directAccessGrantsEnabled: passwordGrant,
    serviceAccountsEnabled: false,
    fullScopeAllowed: false,
    redirectUris: [...redirectUris],
    webOrigins: redirectUris.length > 0 ? ['+'] : [],
    attributes: { 'pkce.code.challenge.method': 'S256' },
  },
  mappers: audience,
  defaultScopes: scopesWithoutNames,
  realmRoles,
  mayAdminister: [],
});

type Purpose = Pick<ClientState, 'mappers' | 'mayAdminister'> & { readonly fullScopeAllowed: boolean };

/** Its token is for the platform, where the client's name says what it is. */
const asksThePlatform: Purpose = { mappers: audience, mayAdminister: [], fullScopeAllowed: false };

/** Its token is for the Admin API of its own realm and for nothing of the platform's; it carries the right to keep accounts. */
const keepsAccounts: Purpose = { mappers: {}, mayAdminister: ['manage-users'], fullScopeAllowed: true };

const program = (secret: string, { mappers, mayAdminister, fullScopeAllowed }: Purpose): ClientState => ({
  settings: {
    enabled: true,
    publicClient: false,
    clientAuthenticatorType: 'client-secret',
    secret,
    standardFlowEnabled: false,
    implicitFlowEnabled: false,
    directAccessGrantsEnabled: false,
    serviceAccountsEnabled: true,
    fullScopeAllowed,
    redirectUris: [],
  },
  mappers,
  defaultScopes: [...scopesWithoutNames, 'service_account'],
  realmRoles: [],
  mayAdminister,
});
