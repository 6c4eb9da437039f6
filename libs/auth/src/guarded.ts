import { inspect } from 'node:util';
import type { Principal } from './principal.ts';

/**
 * A value that nobody can read without saying for whom. It is private to the language: JSON, logs, inspection,
 * spreading and cloning never show it.
 */
export class Guarded<T> {
  readonly #value: T;
  readonly #canRead: (principal: Principal) => boolean;

  private constructor(value: T, canRead: (principal: Principal) => boolean) {
    this.#value = value;
    this.#canRead = canRead;
  }

  /** `canRead` is asked at each reading. */
  static of<T>(value: T, canRead: (principal: Principal) => boolean): Guarded<T> {
    return new Guarded(value, canRead);
  }

  /** Null when this principal may not read it, so that "withheld" and "empty" look alike. */
  reveal(principal: Principal): T | null {
    return this.#canRead(principal) ? this.#value : null;
  }

  toString(): string {
    return '[Guarded]';
  }

  toJSON(): null {
    return null;
  }

  [inspect.custom](): string {
    return '[Guarded]';
  }
}
