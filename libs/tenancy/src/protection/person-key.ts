import { createHash, type KeyObject } from 'node:crypto';
import { inspect } from 'node:util';
import type { CountySlug, Id } from '@fc/domain-kernel';
import { unreadable } from './protection.errors.ts';
import { decrypt, encrypt } from './sealing.ts';

/** Ciphertext as a column holds it; a plain string is not one. */
export type Sealed = string & { readonly sealed: true };

/** Where a sealed value stands. It opens nowhere else: not in another row, another column, of another person, in another county. */
export interface Place {
  /** The entity's name. */
  readonly record: string;
  /** The row's id. */
  readonly id: string;
  readonly field: string;
}

const prefix = 's1.';

/** One person's key, opened. It never shows itself: not in a log, not in JSON. */
export class PersonKey {
  readonly #key: KeyObject;
  readonly #owner: readonly [CountySlug, Id<'Person'>];

  constructor(key: KeyObject, county: CountySlug, personId: Id<'Person'>) {
    this.#key = key;
    this.#owner = [county, personId];
  }

  seal(place: Place, text: string): Sealed {
    return `${prefix}${encrypt(this.#key, Buffer.from(text), this.#about(place)).toString('base64url')}` as Sealed;
  }

  /** Throws `PROTECTED_UNREADABLE`. */
  open(place: Place, sealed: Sealed): string {
    if (!sealed.startsWith(prefix)) throw unreadable();
    try {
      return decrypt(this.#key, Buffer.from(sealed.slice(prefix.length), 'base64url'), this.#about(place)).toString();
    } catch (cause) {
      throw unreadable(cause);
    }
  }

  toJSON(): null {
    return null;
  }

  [inspect.custom](): string {
    return '[PersonKey]';
  }

  /** Hashed, so that no part of it can run over into the next. */
  #about({ record, id, field }: Place): string {
    return createHash('sha256').update(JSON.stringify([...this.#owner, record, id, field])).digest('base64url');
  }
}
