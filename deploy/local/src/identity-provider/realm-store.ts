import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DomainError } from '@fc/domain-kernel';
import { z } from 'zod';
import { realmSchema, type Realm } from './realm.ts';

const fileSchema = z.array(realmSchema);

/** Every realm with its key, clients and users: in memory, and in one file when there is one. */
export class RealmStore {
  readonly #file: string | undefined;
  readonly #realms: Map<string, Realm>;

  /** Reads the file if it exists. Throws `IDENTITY_STORE_DAMAGED`. */
  constructor(file?: string) {
    this.#file = file;
    this.#realms = new Map((file && existsSync(file) ? read(file) : []).map((realm) => [realm.realm, realm]));
  }

  find(name: string): Realm | undefined {
    return this.#realms.get(name);
  }

  /** Adds the realm, or puts it in the place of the one with its name. */
  put(realm: Realm): void {
    this.#realms.set(realm.realm, realm);
    this.save();
  }

  remove(name: string): void {
    this.#realms.delete(name);
    this.save();
  }

  /** To be called after a change to a realm. The file is whole at any moment and readable by its owner alone: it holds private keys. */
  save(): void {
    if (!this.#file) return;
    mkdirSync(dirname(this.#file), { recursive: true });
    const next = `${this.#file}.next`;
    writeFileSync(next, JSON.stringify([...this.#realms.values()]), { mode: 0o600 });
    renameSync(next, this.#file);
  }
}

function read(file: string): Realm[] {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new DomainError('IDENTITY_STORE_DAMAGED', `${file} does not hold the development accounts any more. Put it back from a backup, or remove it to begin without accounts.`, { cause });
  }
}
