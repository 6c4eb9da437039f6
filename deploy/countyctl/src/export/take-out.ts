import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '@fc/domain-kernel';
import type { County } from '@fc/tenancy/registry';
import { beginTaking, completeTaking, type Taker, type Taking } from '../book/takings.ts';
import { writeIntoTrail } from '../book/trail-entry.ts';
import type { Platform } from '../platform.ts';
import type { Manifest } from './manifest.ts';
import { WrittenFile } from './written-file.ts';

/** What was taken out of a county, and where it lies. */
export interface TakenOut {
  readonly directory: string;
  /** SHA-256 of `manifest.json`, which holds the sums of all other files: it stands for the whole directory. */
  readonly sha256: string;
  readonly rows: number;
  readonly files: number;
}

export interface Order extends Taker {
  readonly kind: Taking['kind'];
  /** Where its directory is made. */
  readonly to: string;
  /** The beginning of the directory's name, behind the county's; it must say nothing of anybody. */
  readonly name?: string;
  /** Whose records they are, for the county's trail. */
  readonly about?: readonly string[];
}

const actions = { EXPORT: 'exportCounty', DISCLOSURE: 'discloseRecords' } as const;

/**
 * Has `write` fill a new directory with a county's records, which gets its name when it is whole and written down: half of it
 * is never taken for it. Who took it is in the state's book and in the county's trail before the first row is read, and the
 * sum of its manifest in the book before anybody can have it. Throws `EXPORT_FAILED` with the reason, such as a full disk.
 */
export async function takeOut(platform: Platform, county: County, { kind, to, name = '', about = [], ...taker }: Order, write: (directory: string) => Promise<Manifest>): Promise<TakenOut> {
  const takingId = await beginTaking(platform, county.slug, kind, taker);
  const directory = join(to, `${county.slug}-${name}${new Date().toISOString().replaceAll(/[:.]/g, '-')}`);
  const draft = `${directory}.part`;
  try {
    await writeIntoTrail(platform, county, { action: actions[kind], takingId, about });
    await mkdir(draft, { recursive: true, mode: 0o700 });
    const manifest = await write(draft);
    const { sha256 } = await WrittenFile.of(draft, 'manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
    await completeTaking(platform, takingId, { sha256, rows: manifest.rows });
    await rename(draft, directory);
    return { directory, sha256, rows: manifest.rows, files: manifest.files.length };
  } catch (cause) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined); // what is wrong with the place is said by the cause
    throw new DomainError('EXPORT_FAILED', `${county.name} was not exported: ${cause instanceof Error ? cause.message : String(cause)}. Nothing is left of the attempt but the word of it.`, { cause });
  }
}

/** As `sha256sum` prints it. */
export const sumOf = async (file: string): Promise<string> => createHash('sha256').update(await readFile(file)).digest('hex');
