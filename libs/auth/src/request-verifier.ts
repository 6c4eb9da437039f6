import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { DomainError } from '@fc/domain-kernel';
import { nowInSeconds, sha256, signatureClaimsSchema, signatureHeader, signatureLifetime, type SignatureClaims } from './signed-request.ts';

export interface RequestVerifierOptions {
  /** The service that verifies. */
  readonly audience: string;
  /** Who may call it: SPKI in PEM, by issuer. Several for one issuer while its key is being changed. */
  readonly publicKeys: Readonly<Record<string, string | readonly string[]>>;
}

export interface IncomingRequest {
  /** Exactly the bytes that came in, before anything parsed them. */
  readonly body: string | Uint8Array;
  /** The bearer token that came with it. */
  readonly token?: string;
}

/** How far the clocks of two machines may be apart, in seconds. */
const clockTolerance = 5;
const maxLength = 2_048;

/** Believes a request only when a known process of ours signed exactly this body and token, for this service, a moment ago, and for the first time. */
export class RequestVerifier {
  readonly #audience: string;
  readonly #keys: ReadonlyMap<string, readonly KeyObject[]>;
  /** The signatures already used, with the second after which they are worthless anyway; oldest first. */
  readonly #used = new Map<string, number>();

  constructor({ audience, publicKeys }: RequestVerifierOptions) {
    this.#audience = audience;
    this.#keys = new Map(Object.entries(publicKeys).map(([issuer, pems]) => [issuer, [pems].flat().map(ed25519Key)]));
  }

  /** Throws `UNSIGNED_REQUEST`, with the reason as its cause, for a missing signature as for a wrong one. */
  async verify(signature: string | undefined, request: IncomingRequest): Promise<{ issuer: string }> {
    try {
      const claims = this.#signedClaims(signature ?? '');
      this.#check(claims, request);
      this.#useOnce(claims);
      return { issuer: claims.iss };
    } catch (cause) {
      throw new DomainError('UNSIGNED_REQUEST', 'This service answers only requests that come through the gateway.', { cause });
    }
  }

  #signedClaims(signature: string): SignatureClaims {
    const [header, payload = '', mark = '', ...rest] = signature.length > maxLength ? [] : signature.split('.');
    if (header !== signatureHeader || rest.length > 0) throw new Error('There is no signature of the expected form.');
    const claims = signatureClaimsSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
    const signed = Buffer.from(`${header}.${payload}`);
    const bytes = Buffer.from(mark, 'base64url');
    const keys = this.#keys.get(claims.iss) ?? [];
    if (!keys.some((key) => verify(null, signed, key, bytes))) throw new Error('No known caller made this signature.');
    return claims;
  }

  #check(claims: SignatureClaims, { body, token }: IncomingRequest): void {
    const now = nowInSeconds();
    if (claims.aud !== this.#audience) throw new Error('The request is for another service.');
    if (claims.exp - claims.iat > signatureLifetime) throw new Error('The signature lives too long.');
    if (claims.iat > now + clockTolerance) throw new Error('The signature comes from the future.');
    if (claims.exp <= now - clockTolerance) throw new Error('The signature is too old.');
    if (claims.body !== sha256(body)) throw new Error('The body is not the one that was signed.');
    if (claims.token !== (token === undefined ? undefined : sha256(token))) throw new Error('The token is not the one that was signed.');
  }

  /** Comes last, so that only signatures that are good take up room: at most those of one lifetime. */
  #useOnce({ iss, jti, exp }: SignatureClaims): void {
    const now = nowInSeconds();
    for (const [use, worthless] of this.#used) {
      if (worthless > now) break;
      this.#used.delete(use);
    }
    const use = `${iss} ${jti}`;
    if (this.#used.has(use)) throw new Error('The signature was used before.');
    this.#used.set(use, exp + clockTolerance);
  }
}

function ed25519Key(pem: string): KeyObject {
  const key = createPublicKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('Requests are signed with an Ed25519 key.');
  return key;
}
