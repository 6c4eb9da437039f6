import { generateKeyPairSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { anchorKeySecret } from '@fc/tenancy';
import type { Platform } from '../platform.ts';
import { ensureSecret } from '../secret-files.ts';

/** Beside the private key, for those who verify. */
const publicKeyFile = anchorKeySecret.replace(/\.key$/, '.pub');

/** Makes the key that signs the anchors of the counties' trails, unless it is there. */
export async function ensureAnchorKeys({ secretsDirectory }: Platform): Promise<void> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519', { publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } });
  const kept = await ensureSecret(secretsDirectory, anchorKeySecret, () => privateKey);
  if (kept === privateKey.trim()) await ensureSecret(secretsDirectory, publicKeyFile, () => publicKey);
}

/** The public key of the anchors, in PEM. */
export const anchorPublicKey = ({ secretsDirectory }: Platform): Promise<string> => readFile(join(secretsDirectory, publicKeyFile), 'utf8');
