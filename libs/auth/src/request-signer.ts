import { createPrivateKey, randomUUID, sign, type KeyObject } from 'node:crypto';
import { nowInSeconds, sha256, signatureHeader, signatureLifetime, type SignatureClaims } from './signed-request.ts';

export interface OutgoingRequest {
  /** The service that the request is for. */
  readonly audience: string;
  /** Exactly the bytes that are sent. */
  readonly body: string | Uint8Array;
  /** The caller's bearer token, where one is passed on. */
  readonly token?: string;
}

/** Signs what one of our processes sends to another, so that nobody else can speak to a service. */
export class RequestSigner {
  readonly #issuer: string;
  readonly #key: KeyObject;

  /** `privateKeyPem` is Ed25519, PKCS #8. */
  constructor({ issuer, privateKeyPem }: { issuer: string; privateKeyPem: string }) {
    this.#issuer = issuer;
    this.#key = createPrivateKey(privateKeyPem);
    if (this.#key.asymmetricKeyType !== 'ed25519') throw new TypeError('Requests are signed with an Ed25519 key.');
  }

  /** A compact JWT (EdDSA), good for 10 s and for one use: a request that is sent again is signed again. */
  async sign({ audience, body, token }: OutgoingRequest): Promise<string> {
    const iat = nowInSeconds();
    const claims: SignatureClaims = {
      iss: this.#issuer,
      aud: audience,
      iat,
      exp: iat + signatureLifetime,
      jti: randomUUID(),
      body: sha256(body),
      ...(token !== undefined && { token: sha256(token) }),
    };
    const signed = `${signatureHeader}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
    return `${signed}.${sign(null, Buffer.from(signed), this.#key).toString('base64url')}`;
  }
}
