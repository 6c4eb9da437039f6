import { createHash } from 'node:crypto';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file of an export while it is written: it counts its bytes and sums them up. */
export class WrittenFile {
  readonly path: string;
  readonly #handle: FileHandle;
  readonly #hash = createHash('sha256');
  #bytes = 0;

  private constructor(path: string, handle: FileHandle) {
    this.path = path;
    this.#handle = handle;
  }

  /** Begins a file that must not be there yet, readable by its owner alone. */
  static async begin(directory: string, path: string): Promise<WrittenFile> {
    const file = join(directory, path);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    return new WrittenFile(path, await open(file, 'wx', 0o600));
  }

  static async of(directory: string, path: string, text: string): Promise<{ path: string; bytes: number; sha256: string }> {
    const file = await WrittenFile.begin(directory, path);
    try {
      await file.write(text);
      return await file.end();
    } finally {
      await file.close();
    }
  }

  async write(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    await this.#handle.writeFile(bytes);
  }

  /** Answers what the manifest says of it, once it is on the disk. */
  async end(): Promise<{ path: string; bytes: number; sha256: string }> {
    await this.#handle.sync();
    return { path: this.path, bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }
}
