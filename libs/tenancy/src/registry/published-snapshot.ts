import { readFile, stat } from 'node:fs/promises';
import type { RegistrySnapshot } from './county.ts';
import { verifySnapshot } from './snapshot.ts';

/** A snapshot with the signed text that it was read from. */
export interface SignedSnapshot {
  readonly jws: string;
  readonly snapshot: RegistrySnapshot;
}

/** Throws `INVALID_SNAPSHOT`, or the file system's own error. A text that was verified before is not verified again. */
export async function readSnapshot(file: string, publicKeyPem: string, verified?: SignedSnapshot): Promise<SignedSnapshot> {
  const jws = (await readFile(file, 'utf8')).trim();
  if (jws === verified?.jws) return verified;
  return { jws, snapshot: deepFreeze(await verifySnapshot(jws, publicKeyPem)) };
}

/** Why `next` may not follow `before`; undefined when it may. An older version would bring back a county that was suspended since. */
export function whyNotAfter(before: SignedSnapshot | undefined, next: SignedSnapshot): string | undefined {
  if (!before) return undefined;
  const [had, has] = [before.snapshot.version, next.snapshot.version];
  if (has < had) return `Version ${has} of the registry is older than version ${had}, which is in use.`;
  if (has === had && next.jws !== before.jws) return `Version ${has} of the registry was published twice with different content.`;
  return undefined;
}

/** Changes whenever the file is written or replaced; `missing` when there is none. */
export async function fileStamp(file: string): Promise<string> {
  try {
    const { ino, size, mtimeNs } = await stat(file, { bigint: true });
    return `${ino}:${size}:${mtimeNs}`;
  } catch {
    return 'missing';
  }
}

/** One snapshot is shared by every request of the process, so nobody may change it. */
function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
