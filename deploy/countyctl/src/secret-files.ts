import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The secret of that name, which an operator has put there. Throws a sentence that says so when nobody has. */
export async function readSecret(directory: string, name: string): Promise<string> {
  return (
    await readFile(join(directory, name), 'utf8').catch((cause: unknown) => {
      throw new Error(`The secret ${name} is missing in ${directory}. It comes from elsewhere: put it there, readable by its owner alone.`, { cause });
    })
  ).trim();
}

const random = (): string => randomBytes(24).toString('base64url');

/** The secret of that name; a new one, random where nothing else is said, is made and kept, readable by its owner alone, when there is none yet. */
export async function ensureSecret(directory: string, name: string, make: () => string = random): Promise<string> {
  const file = join(directory, name);
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known !== undefined) return known.trim();
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}.draft`;
  await writeFile(draft, make(), { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, file); // whole or not at all, and never over another
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
  return (await readFile(file, 'utf8')).trim();
}

/** A new secret that stands beside the one of that name, on disk, until `takeUp` puts it in its place. One that an earlier run left there is the same one. */
export async function nextSecret(directory: string, name: string, make: () => string = random): Promise<{ readonly secret: string; readonly takeUp: () => Promise<void> }> {
  const next = `${name}.next`;
  const secret = await ensureSecret(directory, next, make);
  return { secret, takeUp: () => rename(join(directory, next), join(directory, name)) };
}
