import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where passwords and keys come from: files in development, mounted secrets in production. */
export abstract class SecretProvider {
  /** The secret of that name, such as `counties/king/matching.password`. Throws when there is none. */
  abstract read(name: string): string;
}

/** Secrets as files below one directory, read at each use so that a rotated secret is taken up. */
export class FileSecrets extends SecretProvider {
  readonly #directory: string;

  constructor(directory: string) {
    super();
    this.#directory = directory;
  }

  override read(name: string): string {
    try {
      return readFileSync(join(this.#directory, name), 'utf8').trim();
    } catch (cause) {
      throw new Error(`The secret ${name} is missing.`, { cause });
    }
  }
}
