import type { County } from '@fc/tenancy/registry';

/** What a token says about its bearer beyond the name: what kind of account it is, not what it may do. */
export type CoarseClass = 'staff' | 'family' | 'partner' | 'state' | 'service' | 'intake';

/** An access token of a realm that the registry lists, after every check. Only `TokenVerifier` makes one. */
export class VerifiedToken {
  /** The county of the token's issuer; null for the state's realm. */
  readonly county: County | null;
  readonly issuer: string;
  /** The account's name in its realm. */
  readonly subject: string;
  readonly class: CoarseClass;
  readonly expiresAt: Date;
  /** The client that the token was given to. */
  readonly azp: string;
  /** Private to the language, so that no log, JSON or inspection of this object can show it. */
  readonly #raw: string;

  constructor(token: Pick<VerifiedToken, 'county' | 'issuer' | 'subject' | 'class' | 'expiresAt' | 'azp' | 'raw'>) {
    this.county = token.county;
    this.issuer = token.issuer;
    this.subject = token.subject;
    this.class = token.class;
    this.expiresAt = token.expiresAt;
    this.azp = token.azp;
    this.#raw = token.raw;
  }

  /** The token's text, for passing it on to a service. Never to be logged or stored. */
  get raw(): string {
    return this.#raw;
  }
}
