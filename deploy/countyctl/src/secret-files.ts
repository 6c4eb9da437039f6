import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const random = (): string => randomBytes(24).toString('base64url');

/** The secret of that name; a new one, random where nothing else is said, is made and kept, readable by its owner alone, when there is none yet. */
export async function ensureSecret(directory: string, name: string, make: () => string = random): Promise<string> {
  const file = join(directory, name);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  try {
    await writeFile(file, make(), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return (await readFile(file, 'utf8')).trim();
}
