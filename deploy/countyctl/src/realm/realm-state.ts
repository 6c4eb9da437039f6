import type ClientRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js';
import type IdentityProviderRepresentation from '@keycloak/keycloak-admin-client/lib/defs/identityProviderRepresentation.js';
import type RealmRepresentation from '@keycloak/keycloak-admin-client/lib/defs/realmRepresentation.js';

/** What the platform asks of a client of a realm. What is not named here is left as it is. */
export interface ClientState {
  /** In Keycloak's own words. */
  readonly settings: ClientRepresentation;
  /** Protocol mappers by name. */
  readonly mappers: Readonly<Record<string, { readonly protocolMapper: string; readonly config: Readonly<Record<string, string>> }>>;
  /** The client scopes that every token has: these and no others, since each may write more about a person into it. */
  readonly defaultScopes: readonly string[];
  /** The realm roles that a token may carry: these and no others. */
  readonly realmRoles: readonly string[];
  /** What the client's own account may do in its realm, by the names of `realm-management`: these and no others. Empty for a client of people. */
  readonly mayAdminister: readonly string[];
}

/** A county's own identity provider, with which its staff sign in. */
export interface ProviderState {
  readonly settings: IdentityProviderRepresentation;
  /** What is taken over from the provider, by name. */
  readonly mappers: Readonly<Record<string, { readonly identityProviderMapper: string; readonly config: Readonly<Record<string, string>> }>>;
  /** What somebody must pass at their first sign-in, as `first-sign-in.ts` writes it. */
  readonly firstSignIn: string;
}

/** A realm's settings in Keycloak's own words; its client's types leave out most of the WebAuthn policy. */
export type RealmSettings = RealmRepresentation & Readonly<Record<`webAuthnPolicy${string}`, string | string[] | boolean>>;

/** One realm as the platform needs it, or as it was found: the same shape for both. */
export interface RealmState {
  readonly settings: RealmSettings;
  /** Realm roles by name. */
  readonly roles: Readonly<Record<string, object>>;
  readonly clients: Readonly<Record<string, ClientState>>;
  /** The attributes of an account that a person must fill in before they can sign in. */
  readonly requiredOfPeople: readonly string[];
  /** Under the provider's name; none where the county brokers none. */
  readonly providers: Readonly<Record<string, ProviderState>>;
}
