import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { DomainError } from '@fc/domain-kernel';
import { CompactSign, compactVerify } from 'jose';
import { registrySnapshotSchema, type RegistrySnapshot } from './county.ts';

/** Two counties that share a name, a realm or a database would share their people: such a snapshot is no snapshot. */
const separateTenants = registrySnapshotSchema.superRefine((snapshot, issues) => {
  const tenants = [{ slug: 'the state', ...snapshot.state }, ...snapshot.counties];
  const claimed = new Map<string, string>();
  for (const { slug, issuer, database } of tenants) {
    for (const own of [`name ${slug}`, `issuer ${issuer}`, `database ${database.host}:${database.port}/${database.name}`]) {
      const other = claimed.get(own);
      if (other !== undefined) issues.addIssue({ code: 'custom', message: `${other} and ${slug} share the ${own}.` });
      claimed.set(own, slug);
    }
  }
});

/** `typ` keeps a signature made for something else with the same key from counting as a snapshot. */
const header = { alg: 'EdDSA', typ: 'fc-registry' };

/** A compact JWS (EdDSA, Ed25519) over the snapshot's JSON. Throws a `ZodError` when the snapshot is not a complete one. */
export async function signSnapshot(snapshot: RegistrySnapshot, privateKeyPem: string): Promise<string> {
  const json = JSON.stringify(separateTenants.parse(snapshot));
  return new CompactSign(new TextEncoder().encode(json)).setProtectedHeader(header).sign(createPrivateKey(privateKeyPem));
}

/** Throws `INVALID_SNAPSHOT`, with the reason as its cause, for anything that the registry's key did not sign whole. */
export async function verifySnapshot(jws: string, publicKeyPem: string): Promise<RegistrySnapshot> {
  try {
    const { payload, protectedHeader } = await compactVerify(jws, createPublicKey(publicKeyPem), { algorithms: [header.alg] });
    if (protectedHeader.typ !== header.typ) throw new Error('It was signed for another purpose.');
    return separateTenants.parse(JSON.parse(new TextDecoder().decode(payload)));
  } catch (cause) {
    throw new DomainError('INVALID_SNAPSHOT', 'The registry snapshot is damaged, or another key signed it.', { cause });
  }
}

/** A new Ed25519 pair, as PKCS #8 and SPKI in PEM. */
export function generateRegistryKeys(): { publicKeyPem: string; privateKeyPem: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return { publicKeyPem: publicKey, privateKeyPem: privateKey };
}
