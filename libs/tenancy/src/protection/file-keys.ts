import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DomainError, type CountySlug } from '@fc/domain-kernel';
import type { SecretProvider } from '@fc/runtime';
import { KeyCustodian, KeyProvider, type WrappedKey } from './key-provider.ts';
import { unavailable, unreadable } from './protection.errors.ts';
import { decrypt, encrypt } from './sealing.ts';

/** Where the secret provider keeps a county's key: a line for each version, the newest last, as `<version> <key>`. */
export const countyKeySecret = (county: CountySlug): string => `counties/${county}/protection.key`;

/** Stands in the file of a county whose key was destroyed, so that no new one is made in its place. */
const destroyed = 'destroyed';
const keyBytes = 32;

interface Version {
  readonly version: number;
  readonly key: KeyObject;
}

const markOf = (version: number): string => `file:v${version}:`;
const newLine = (version: number): string => `${version} ${randomBytes(keyBytes).toString('base64url')}`;

/** The versions in a key file, oldest first. Throws `PROTECTED_UNREADABLE` when it is not one. */
function readVersions(text: string): [Version, ...Version[]] {
  const versions = text
    .trim()
    .split('\n')
    .map((line): Version => {
      const [, version, encoded] = /^(\d+) ([\w-]+)$/.exec(line) ?? [];
      const bytes = Buffer.from(encoded ?? '', 'base64url');
      if (bytes.length !== keyBytes) throw unreadable(new Error(text.startsWith(destroyed) ? 'The county’s key was destroyed.' : 'The file of the county’s key holds no key.'));
      return { version: Number(version), key: createSecretKey(bytes) };
    });
  return versions as [Version, ...Version[]]; // a text has at least one line
}

const whose = (county: CountySlug): string => `the key of a person of ${county}`;

/** Keys of counties in files: for development, and for whoever mounts them as secrets. */
export class FileKeys extends KeyProvider {
  readonly #secrets: SecretProvider;

  constructor(secrets: SecretProvider) {
    super();
    this.#secrets = secrets;
  }

  override async newKey(county: CountySlug): Promise<WrappedKey> {
    const bytes = randomBytes(keyBytes);
    const wrapped = this.#wrap(county, bytes);
    return { key: keyOf(bytes), wrapped };
  }

  override async unwrap(county: CountySlug, wrapped: string): Promise<KeyObject> {
    return keyOf(this.#unwrap(county, wrapped));
  }

  override async rewrap(county: CountySlug, wrapped: string): Promise<string> {
    const bytes = this.#unwrap(county, wrapped);
    try {
      return this.#wrap(county, bytes);
    } finally {
      bytes.fill(0);
    }
  }

  #wrap(county: CountySlug, bytes: Buffer): string {
    const { version, key } = this.#versions(county).at(-1)!; // there is at least one
    return `${markOf(version)}${encrypt(key, bytes, whose(county)).toString('base64url')}`;
  }

  #unwrap(county: CountySlug, wrapped: string): Buffer {
    const [, wanted, sealed] = /^file:v(\d+):([\w-]+)$/.exec(wrapped) ?? [];
    const known = this.#versions(county).find(({ version }) => version === Number(wanted));
    if (!known || !sealed) throw unreadable(new Error('It was locked with a version of the county’s key that is not there.'));
    try {
      return decrypt(known.key, Buffer.from(sealed, 'base64url'), whose(county));
    } catch (cause) {
      throw unreadable(cause);
    }
  }

  /** Read at each use, so that a rotated key is taken up. */
  #versions(county: CountySlug): [Version, ...Version[]] {
    let text: string;
    try {
      text = this.#secrets.read(countyKeySecret(county));
    } catch (cause) {
      throw unavailable(cause);
    }
    return readVersions(text);
  }
}

/** The bytes as a key that cannot be printed; they themselves are wiped. */
function keyOf(bytes: Buffer): KeyObject {
  const key = createSecretKey(bytes);
  bytes.fill(0);
  return key;
}

/** Keeps the files that `FileKeys` reads. */
export class FileKeyCustodian extends KeyCustodian {
  readonly #directory: string;

  /** The directory of all secrets. */
  constructor(directory: string) {
    super();
    this.#directory = directory;
  }

  override async has(county: CountySlug): Promise<boolean> {
    const known = await this.#read(county);
    return known !== undefined && !known.startsWith(destroyed);
  }

  override async create(county: CountySlug): Promise<void> {
    const known = await this.#read(county);
    if (known === undefined) return this.#write(county, [newLine(1)]);
    if (known.startsWith(destroyed)) throw new DomainError('COUNTY_KEY_DESTROYED', `The key of ${county} was destroyed. What it protected is lost, and no other key takes its place.`);
  }

  override async rotate(county: CountySlug): Promise<void> {
    const lines = await this.#lines(county);
    const { version } = readVersions(lines.join('\n')).at(-1)!; // there is at least one
    await this.#write(county, [...lines, newLine(version + 1)]);
  }

  override async newest(county: CountySlug): Promise<string> {
    return markOf(readVersions((await this.#lines(county)).join('\n')).at(-1)!.version); // there is at least one
  }

  override async retire(county: CountySlug): Promise<void> {
    await this.#write(county, (await this.#lines(county)).slice(-1));
  }

  override destroy(county: CountySlug): Promise<void> {
    return this.#write(county, [destroyed]);
  }

  async #lines(county: CountySlug): Promise<string[]> {
    return (await readFile(this.#file(county), 'utf8')).trim().split('\n');
  }

  /** Only a file that is not there counts as none: one that cannot be read is no reason to make another. */
  async #read(county: CountySlug): Promise<string | undefined> {
    try {
      return await readFile(this.#file(county), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  #file(county: CountySlug): string {
    return join(this.#directory, countyKeySecret(county));
  }

  /** The old file or the new one, never half of one: half a key file is a county lost. */
  async #write(county: CountySlug, lines: readonly string[]): Promise<void> {
    const file = this.#file(county);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const draft = await open(`${file}.draft`, 'w', 0o600);
    try {
      await draft.writeFile(`${lines.join('\n')}\n`);
      await draft.sync();
    } finally {
      await draft.close();
    }
    await rename(`${file}.draft`, file);
  }
}
