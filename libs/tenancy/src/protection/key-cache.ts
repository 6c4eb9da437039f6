import type { KeyObject } from 'node:crypto';

/**
 * Opened keys, kept for a moment so that a page of people does not ask the keeper of the keys a hundred times. It saves that
 * question alone: whether a person still has a key is asked of the database each time, so a destroyed one is gone at once.
 * node wipes a key's memory when nothing holds it any longer.
 */
export class KeyCache {
  readonly #keys = new Map<string, Promise<KeyObject>>();
  readonly #most: number;
  readonly #forMs: number;

  constructor({ most = 1_000, forMs = 60_000 } = {}) {
    this.#most = most;
    this.#forMs = forMs;
  }

  /** Two who want the same key at the same time open it once; a failure is not kept. */
  async get(name: string, open: () => Promise<KeyObject>): Promise<KeyObject> {
    const known = this.#keys.get(name);
    if (known) return known;
    const opening = open();
    this.#keys.set(name, opening);
    const forget = (): void => void (this.#keys.get(name) === opening && this.#keys.delete(name));
    setTimeout(forget, this.#forMs).unref();
    const [oldest] = this.#keys.keys();
    if (this.#keys.size > this.#most && oldest !== undefined) this.#keys.delete(oldest);
    opening.catch(forget);
    return opening;
  }

  has(name: string): boolean {
    return this.#keys.has(name);
  }

  drop(name: string): void {
    this.#keys.delete(name);
  }

  get size(): number {
    return this.#keys.size;
  }
}
