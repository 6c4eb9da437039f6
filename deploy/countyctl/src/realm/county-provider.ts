import { createHash } from 'node:crypto';
import type IdentityProviderRepresentation from '@keycloak/keycloak-admin-client/lib/defs/identityProviderRepresentation.js';
import { z } from 'zod';
import { unlessThere, type RealmAdmin } from './admin.ts';
import { firstSignIn, firstSignInFlow, makeFirstSignIn, readFirstSignIn } from './first-sign-in.ts';
import type { ProviderState } from './realm-state.ts';

/** Under which every realm knows its county's own provider; it is part of the address that the county registers. */
export const providerName = 'county';

/** The secret that a county's OpenID Connect provider gave for its realm; the operator puts it there. */
export const providerSecret = (realm: string): string => `realms/${realm}/provider.secret`;

const url = z.url({ protocol: /^https?$/ });

/** A county's own identity provider, as the county file describes it. */
export const countyProviderSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('OIDC'), issuer: url, authorizationUrl: url, tokenUrl: url, jwksUrl: url, clientId: z.string().min(1) }),
  z.strictObject({
    kind: z.literal('SAML'),
    entityId: z.string().min(1),
    singleSignOnServiceUrl: url,
    /** Base64 of the certificate that the provider signs with, without its first and last line. */
    signingCertificate: z.string().min(1),
    /** The attribute that holds the address of electronic mail. */
    emailAttribute: z.string().default('email'),
  }),
]);
export type CountyProvider = z.infer<typeof countyProviderSchema>;

/**
 * The provider in Keycloak's words. What it says of somebody's mail address is never believed (`trustEmail`): who signs in
 * for the first time proves that the invited account is theirs.
 */
export function providerState(provider: CountyProvider, realmUrl: string, secret: string | undefined): ProviderState {
  const settings: IdentityProviderRepresentation = {
    enabled: true,
    trustEmail: false,
    storeToken: false,
    linkOnly: false,
    firstBrokerLoginFlowAlias: firstSignInFlow,
    ...(provider.kind === 'OIDC' ? oidc(provider, secret) : saml(provider, realmUrl)),
  };
  return { settings, mappers: provider.kind === 'SAML' ? { email: mailAddress(provider.emailAttribute) } : {}, firstSignIn };
}

/** A provider that the county no longer names stays, shut: its people's links are theirs. */
export const closed = (provider: ProviderState): ProviderState => ({ ...provider, settings: { enabled: false }, mappers: {} });

const oidc = ({ issuer, authorizationUrl, tokenUrl, jwksUrl, clientId }: Extract<CountyProvider, { kind: 'OIDC' }>, secret = ''): IdentityProviderRepresentation => ({
  providerId: 'oidc',
  config: {
    issuer, authorizationUrl, tokenUrl, jwksUrl, clientId,
    clientSecret: secret,
    secretFingerprint: createHash('sha256').update(secret).digest('hex').slice(0, 16),
    clientAuthMethod: 'client_secret_post',
    defaultScope: 'openid email',
    useJwksUrl: 'true',
    validateSignature: 'true',
    pkceEnabled: 'true',
    pkceMethod: 'S256',
    syncMode: 'IMPORT',
  },
});

const saml = ({ entityId, singleSignOnServiceUrl, signingCertificate }: Extract<CountyProvider, { kind: 'SAML' }>, realmUrl: string): IdentityProviderRepresentation => ({
  providerId: 'saml',
  config: {
    entityId: realmUrl,
    idpEntityId: entityId,
    singleSignOnServiceUrl,
    signingCertificate,
    validateSignature: 'true',
    wantAssertionsSigned: 'true',
    postBindingResponse: 'true',
    postBindingAuthnRequest: 'true',
    nameIDPolicyFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
    syncMode: 'IMPORT',
  },
});

const mailAddress = (attribute: string): ProviderState['mappers'][string] => ({
  identityProviderMapper: 'saml-user-attribute-idp-mapper',
  config: { 'attribute.name': attribute, 'user.attribute': 'email', syncMode: 'IMPORT' },
});

/** The realm's provider as it is; undefined where there is none. Keycloak never shows the secret, so its fingerprint tells whether it is the `wanted` one. */
export async function readProvider(admin: RealmAdmin, wanted: ProviderState | undefined): Promise<ProviderState | undefined> {
  const settings = (await admin.identityProviders.find()).find(({ alias }) => alias === providerName);
  if (!settings) return undefined;
  const [secret, fingerprint] = [wanted?.settings.config?.['clientSecret'] as unknown, wanted?.settings.config?.['secretFingerprint'] as unknown];
  const clientSecret = settings.config?.['secretFingerprint'] === fingerprint ? secret : 'another';
  const mappers = await admin.identityProviders.findMappers({ alias: providerName });
  return {
    settings: { ...settings, config: { ...settings.config, clientSecret } },
    mappers: Object.fromEntries(mappers.map(({ name = '', identityProviderMapper = '', config }) => [name, { identityProviderMapper, config: config as Record<string, string> }])),
    firstSignIn: await readFirstSignIn(admin),
  };
}

/** Makes the provider, or brings it into line; what else the county's administrators set on it stays. */
export async function applyProvider(admin: RealmAdmin, { settings, mappers, firstSignIn: flow }: ProviderState): Promise<void> {
  const alias = providerName;
  if ((await readFirstSignIn(admin)) !== flow) await makeFirstSignIn(admin);
  const found = (await admin.identityProviders.find()).find((known) => known.alias === alias);
  if (found) await admin.identityProviders.update({ alias }, { ...found, ...settings, config: { ...found.config, ...settings.config } });
  else await unlessThere(admin.identityProviders.create({ alias, ...settings }));
  const known = await admin.identityProviders.findMappers({ alias });
  for (const [name, mapper] of Object.entries(mappers)) {
    const before = known.find((candidate) => candidate.name === name);
    const identityProviderMapper = { ...before, name, identityProviderAlias: alias, ...mapper };
    if (before?.id) await admin.identityProviders.updateMapper({ alias, id: before.id }, identityProviderMapper);
    else await admin.identityProviders.createMapper({ alias, identityProviderMapper });
  }
}
