import { createHash } from 'node:crypto';
import { z } from 'zod';

/** The HTTP header that carries the signature of a request between our own processes. */
export const SIGNATURE_HEADER = 'x-fc-signature';

/** How long a signature is good for, in seconds. */
export const signatureLifetime = 10;

/** Always this header and no other: a verifier compares it and never reads an algorithm out of it. */
export const signatureHeader = Buffer.from(JSON.stringify({ alg: 'EdDSA', typ: 'fc-request' })).toString('base64url');

export const signatureClaimsSchema = z.strictObject({
  iss: z.string(),
  aud: z.string(),
  /** Seconds since 1970. */
  iat: z.int(),
  exp: z.int(),
  jti: z.string().min(1).max(64),
  /** SHA-256 of the body, in base64url. */
  body: z.string(),
  /** SHA-256 of the caller's bearer token, in base64url; left out when there is none. */
  token: z.string().optional(),
});
export type SignatureClaims = z.infer<typeof signatureClaimsSchema>;

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('base64url');

export const nowInSeconds = (): number => Math.floor(Date.now() / 1_000);
