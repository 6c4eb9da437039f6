import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { anchorKeySecret, type AnchorKey } from '@fc/tenancy';
import { z } from 'zod';
import type { Platform } from '../platform.ts';
import { ensureSecret, nextSecret, readSecret } from '../secret-files.ts';

/** Every public key that has ever signed anchors, the oldest first, beside the private one of today: for those who verify. */
const keysFile = anchorKeySecret.replace(/\.key$/, '.keys.json');
const keysSchema = z.array(z.object({ id: z.string(), publicKey: z.string(), since: z.iso.datetime(), until: z.iso.datetime().nullable() }));
type Kept = z.infer<typeof keysSchema>;

const makeKey = (): string => generateKeyPairSync('ed25519', { publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } }).privateKey;

/** Makes the key that signs the anchors of the counties' trails, unless it is there. */
export async function ensureAnchorKeys({ secretsDirectory }: Platform): Promise<void> {
  const privateKey = await ensureSecret(secretsDirectory, anchorKeySecret, makeKey);
  await keep(secretsDirectory, inUse(await kept(secretsDirectory), privateKey, new Date().toISOString()));
}

/**
 * From now on anchors are signed with a new key; what the old one has signed stays verifiable, and what it signs later is worth
 * nothing. Broken off, it ends with the same key when it is run again. Answers the new key's id.
 */
export async function rotateAnchorKey({ secretsDirectory }: Platform): Promise<string> {
  const { secret, takeUp } = await nextSecret(secretsDirectory, anchorKeySecret, makeKey);
  await keep(secretsDirectory, inUse(await kept(secretsDirectory), secret, new Date().toISOString()));
  await takeUp();
  return described(secret).id;
}

/** The public keys of the anchors, for verifying them. */
export async function anchorKeys({ secretsDirectory }: Platform): Promise<AnchorKey[]> {
  const known = await kept(secretsDirectory);
  if (known.length === 0) return [{ publicKey: described(await readSecret(secretsDirectory, anchorKeySecret)).publicKey, until: null }];
  return known.map(({ publicKey, until }) => ({ publicKey, until: until === null ? null : Date.parse(until) }));
}

/** The same keys with this one in use from then on, and no other. */
function inUse(known: Kept, privateKey: string, at: string): Kept {
  const { id, publicKey } = described(privateKey);
  const own = known.find((key) => key.id === id) ?? { id, publicKey, since: at };
  return [...known.filter((key) => key.id !== id).map((key) => ({ ...key, until: key.until ?? at })), { ...own, until: null }];
}

function described(privateKey: string): { id: string; publicKey: string } {
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }) as string; // PEM is text
  return { id: createHash('sha256').update(publicKey).digest('hex').slice(0, 16), publicKey };
}

async function kept(directory: string): Promise<Kept> {
  const text = await readFile(join(directory, keysFile), 'utf8').catch(() => '[]');
  return keysSchema.parse(JSON.parse(text));
}

async function keep(directory: string, keys: Kept): Promise<void> {
  const file = join(directory, keysFile);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(`${file}.draft`, JSON.stringify(keys, null, 2), { mode: 0o600 });
  await rename(`${file}.draft`, file);
}
