import { DomainError } from '@fc/domain-kernel';
import { activeCounty, type County, type Registry } from '@fc/tenancy/registry';
import { decodeJwt, decodeProtectedHeader, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { coarseClass } from './coarse-class.ts';
import { intakeClient } from './intake-desk.ts';
import { isPartnerClient } from './partner.ts';
import { realmKeys } from './realm-keys.ts';
import { VerifiedToken, type CoarseClass } from './verified-token.ts';

export interface TokenVerifierOptions {
  /** Whom a token must be made for. */
  readonly audience: string;
  /** How far the clocks of two machines may be apart, in seconds. */
  readonly clockToleranceSeconds?: number;
  /** A token older than this is refused whatever its expiry says, in seconds. */
  readonly maxAgeSeconds?: number;
  /** The clients whose tokens are accepted, and whether people or services use them. */
  readonly clients?: Readonly<Record<string, 'people' | 'service'>>;
}

/** Longer than any token of a realm; checked before anything is decoded. */
const maxTokenLength = 16_384;

/** Nothing else may stand in a header: a token does not bring its own key, name where to fetch one, or ask for extensions. */
const headerSchema = z.strictObject({
  alg: z.enum(['RS256', 'PS256', 'ES256']),
  kid: z.string().min(1).max(255),
  // Keycloak writes the first, RFC 9068 the second.
  typ: z.enum(['JWT', 'at+jwt']),
});

/** Identity and refresh tokens of the same realm carry the same signature; their claim `typ` is `ID` or `Refresh`. */
const claimsSchema = z.object({
  typ: z.literal('Bearer'),
  sub: z.string().min(1).max(255),
  jti: z.string().min(1).max(255),
  azp: z.string(),
  exp: z.number(),
  realm_access: z.object({ roles: z.array(z.string()) }).optional(),
});

/**
 * Decides whether an access token is to be believed. Its issuer must be in the registry at this moment, so a county
 * that joins, is suspended or leaves is followed without a restart.
 */
export class TokenVerifier {
  readonly #registry: Registry;
  readonly #options: Required<TokenVerifierOptions>;
  readonly #keys = new Map<string, JWTVerifyGetKey>();

  constructor(registry: Registry, options: TokenVerifierOptions) {
    this.#registry = registry;
    this.#options = {
      audience: options.audience,
      clockToleranceSeconds: options.clockToleranceSeconds ?? 5,
      maxAgeSeconds: options.maxAgeSeconds ?? 15 * 60,
      clients: options.clients ?? { 'family-connections': 'people', 'identity-service': 'service', countyctl: 'service' },
    };
    registry.onChange(() => this.#forgetRemovedRealms());
  }

  /**
   * Throws `UNKNOWN_ISSUER`, `TOKEN_EXPIRED`, `COUNTY_SUSPENDED`, `COUNTY_NOT_READY`, `SIGN_IN_UNAVAILABLE`, or `UNAUTHENTICATED` for every
   * other fault; the real reason is the error's cause and holds nothing out of the token.
   */
  async verify(token: string): Promise<VerifiedToken> {
    try {
      return await this.#verify(token);
    } catch (error) {
      throw asDomainError(error);
    }
  }

  async #verify(token: string): Promise<VerifiedToken> {
    if (token.length > maxTokenLength) throw new Error('The token is too long.');
    const { alg } = headerSchema.parse(decodeProtectedHeader(token));
    const issuer = decodeJwt(token).iss ?? '';
    this.#realmOf(issuer);
    const { payload } = await jwtVerify(token, this.#keysOf(issuer), {
      issuer,
      audience: this.#options.audience,
      algorithms: [alg],
      clockTolerance: this.#options.clockToleranceSeconds,
      // Requires `iat` as well, and refuses one that lies in the future.
      maxTokenAge: this.#options.maxAgeSeconds,
    });
    const { sub: subject, azp, exp } = claimsSchema.parse(payload);
    // Asked again: fetching keys takes time, and the registry may have changed meanwhile.
    const realm = this.#realmOf(issuer);
    const county = realm === 'state' ? null : activeCounty(realm);
    return new VerifiedToken({ county, issuer, subject, class: this.#classOf(token, azp, county), expiresAt: new Date(exp * 1_000), azp, raw: token });
  }

  /** The closed list: an issuer that is not in the registry is never asked for anything. */
  #realmOf(issuer: string): County | 'state' {
    if (issuer === this.#registry.state.issuer) return 'state';
    const county = this.#registry.countyOfIssuer(issuer);
    if (!county || county.status === 'OFFBOARDED') throw new DomainError('UNKNOWN_ISSUER', pleaseSignIn);
    return county;
  }

  /**
   * The class `state` belongs to the state's realm alone: a county cannot appoint somebody of the state, nor the state a county's people.
   * `partner` belongs to the clients of partner organisations, which no person signs in with.
   */
  #classOf(token: string, azp: string, county: County | null): CoarseClass {
    const usedBy = Object.hasOwn(this.#options.clients, azp) ? this.#options.clients[azp] : undefined;
    if (usedBy === undefined && county && isPartnerClient(azp)) return 'partner';
    if (usedBy === undefined && county && azp === intakeClient) return 'intake';
    if (usedBy === undefined) throw new Error('The token was given to an unknown client.');
    if (usedBy === 'service') return 'service';
    const name = coarseClass(token);
    if (name === undefined || name === 'partner' || (name === 'state') !== (county === null)) throw new Error('The token has no single class role that its realm may give.');
    return name;
  }

  #keysOf(issuer: string): JWTVerifyGetKey {
    let keys = this.#keys.get(issuer);
    if (!keys) {
      keys = realmKeys(issuer);
      this.#keys.set(issuer, keys);
    }
    return keys;
  }

  #forgetRemovedRealms(): void {
    for (const issuer of this.#keys.keys()) {
      if (issuer !== this.#registry.state.issuer && !this.#registry.countyOfIssuer(issuer)) this.#keys.delete(issuer);
    }
  }
}

const pleaseSignIn = 'Please sign in again.';

function asDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const code = error instanceof errors.JWTExpired ? 'TOKEN_EXPIRED' : 'UNAUTHENTICATED';
  return new DomainError(code, pleaseSignIn, { cause: withoutClaims(error) });
}

/** jose hangs the token's claims, a name and an address among them, on its errors; a log must not get them. */
const withoutClaims = (error: unknown): Error => new Error(error instanceof Error ? `${error.name}: ${error.message}` : 'unknown');
