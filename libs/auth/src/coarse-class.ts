import { createRequire } from 'node:module';
import type { CoarseClass } from './verified-token.ts';

/** The part of keycloak-connect that is used here: the reader of roles in a token. */
interface KeycloakToken {
  hasRealmRole(role: string): boolean;
}

const KeycloakToken = createRequire(import.meta.url)('keycloak-connect/middleware/auth-utils/token.js') as new (token: string) => KeycloakToken;

const classRoles = ['staff', 'family', 'partner', 'state'] as const satisfies readonly CoarseClass[];

/**
 * The one class role among the token's realm roles; undefined when it has none or several.
 *
 * Only for a token that `TokenVerifier` has already found good: keycloak-connect reads the roles out of it and never
 * decides trust, because its own checks accept a token without an expiry, for another audience or not valid yet.
 */
export function coarseClass(trustedToken: string): (typeof classRoles)[number] | undefined {
  const token = new KeycloakToken(trustedToken);
  const held = classRoles.filter((role) => token.hasRealmRole(role));
  return held.length === 1 ? held[0] : undefined;
}
