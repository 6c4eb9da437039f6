import { createPrivateKey, createPublicKey } from 'node:crypto';
import { DomainError } from '@fc/domain-kernel';
import { CompactSign, compactVerify } from 'jose';
import { z } from 'zod';

const certificateSchema = z.object({
  county: z.object({ slug: z.string(), name: z.string(), kind: z.string(), fips: z.string().nullable() }),
  reason: z.string(),
  requested: z.object({ by: z.string(), at: z.string() }),
  confirmed: z.object({ by: z.string(), at: z.string() }),
  /** What was exported last and found whole. `sha256` is that of its manifest, which holds the sums of all its files. */
  export: z.object({ sha256: z.string(), rows: z.int(), files: z.int() }),
  destroyed: z.array(z.string()),
  /** RFC 3339, UTC. */
  carriedOutAt: z.string(),
});
/** Says that a county has left, who decided it, and what it took along. */
export type OffboardingCertificate = z.infer<typeof certificateSchema>;

/** `typ` keeps a certificate from counting as anything else that the registry's key signs. */
const header = { alg: 'EdDSA', typ: 'fc-offboarding' };

/** A compact JWS (EdDSA) by the registry's key. */
export const signCertificate = (certificate: OffboardingCertificate, privateKeyPem: string): Promise<string> =>
  new CompactSign(new TextEncoder().encode(JSON.stringify(certificateSchema.parse(certificate)))).setProtectedHeader(header).sign(createPrivateKey(privateKeyPem));

/** Throws `INVALID_CERTIFICATE` for anything that the registry's key did not sign as one, whole. */
export async function verifyCertificate(jws: string, publicKeyPem: string): Promise<OffboardingCertificate> {
  try {
    const { payload, protectedHeader } = await compactVerify(jws, createPublicKey(publicKeyPem), { algorithms: [header.alg] });
    if (protectedHeader.typ !== header.typ) throw new Error('It was signed for another purpose.');
    return certificateSchema.parse(JSON.parse(new TextDecoder().decode(payload)));
  } catch (cause) {
    throw new DomainError('INVALID_CERTIFICATE', 'This certificate is damaged, or another key signed it.', { cause });
  }
}
