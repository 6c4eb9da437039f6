import { access } from 'node:fs/promises';
import { DomainError } from '@fc/domain-kernel';
import { unknownCounty } from './active-county.ts';
import type { County, RegistrySnapshot } from './county.ts';
import { publishSnapshot } from './publish-snapshot.ts';
import { fileStamp, readSnapshot, whyNotAfter, type SignedSnapshot } from './published-snapshot.ts';

export interface RegistryOptions {
  /** Where `countyctl` publishes the signed snapshot. */
  readonly file: string;
  /** Where this process keeps the last snapshot it accepted; its directory exists and is the process's own. */
  readonly lastGoodFile: string;
  /** The registry's public key: Ed25519, SPKI in PEM. */
  readonly publicKey: string;
  /** How often the file is looked at, in milliseconds. */
  readonly pollMs?: number;
  /** Told, in a plain sentence, why a snapshot was not taken up. By default a process warning. */
  readonly onRefused?: (reason: string) => void;
}

export type RegistryListener = (now: RegistrySnapshot, before: RegistrySnapshot) => void;

/**
 * The tenants, as `countyctl` last published them. It follows the published file while the process runs, and never
 * goes back: a snapshot that is older, damaged or signed by another key is reported and the last good one stays.
 */
export class Registry {
  readonly #options: Required<RegistryOptions>;
  readonly #listeners = new Set<RegistryListener>();
  #current: SignedSnapshot;
  #bySlug = new Map<string, County>();
  #byIssuer = new Map<string, County>();
  #stamp: string;
  #timer: NodeJS.Timeout | undefined;
  #poll: Promise<void> = Promise.resolve();
  #closed = false;

  /** Throws `NO_REGISTRY` when neither the published snapshot nor the last good one can be used. */
  static async open(options: RegistryOptions): Promise<Registry> {
    const complete = { ...options, pollMs: options.pollMs ?? 500, onRefused: options.onRefused ?? warn };
    const kept = await lastGood(complete);
    const stamp = await fileStamp(complete.file);
    const first = (await published(complete, kept)) ?? kept;
    if (!first) throw new DomainError('NO_REGISTRY', 'There is no usable registry of counties, so nobody can be served.');
    if (first !== kept) await keep(complete, first);
    return new Registry(complete, first, stamp);
  }

  private constructor(options: Required<RegistryOptions>, first: SignedSnapshot, stamp: string) {
    this.#options = options;
    this.#stamp = stamp;
    this.#current = first;
    this.#index();
    this.#schedule();
  }

  get version(): number {
    return this.#current.snapshot.version;
  }

  get state(): RegistrySnapshot['state'] {
    return this.#current.snapshot.state;
  }

  /** All of them, whatever their status. */
  counties(): readonly County[] {
    return this.#current.snapshot.counties;
  }

  /** Whatever its status: see `activeCounty`. Throws `UNKNOWN_COUNTY`. */
  county(slug: string): County {
    const county = this.#bySlug.get(slug);
    if (!county) throw unknownCounty();
    return county;
  }

  /** Compared letter by letter: an issuer that is spelled differently is another issuer. */
  countyOfIssuer(issuer: string): County | undefined {
    return this.#byIssuer.get(issuer);
  }

  /** Calls the listener after each accepted snapshot, until the returned function is called. */
  onChange(listener: RegistryListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Stops following the file. The snapshot in use stays readable. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#poll;
  }

  #schedule(): void {
    if (this.#closed) return;
    this.#timer = setTimeout(() => {
      this.#poll = this.#follow().finally(() => this.#schedule());
    }, this.#options.pollMs).unref();
  }

  async #follow(): Promise<void> {
    // Taken before the file is read: a file replaced in between has another stamp at the next look.
    const stamp = await fileStamp(this.#options.file);
    if (stamp === this.#stamp) return;
    this.#stamp = stamp;
    const next = await published(this.#options, this.#current);
    if (!next || next.jws === this.#current.jws || this.#closed) return;
    await keep(this.#options, next);
    const before = this.#current.snapshot;
    this.#current = next;
    this.#index();
    for (const listener of this.#listeners) this.#notify(listener, before);
  }

  #notify(listener: RegistryListener, before: RegistrySnapshot): void {
    try {
      listener(this.#current.snapshot, before);
    } catch (error) {
      this.#options.onRefused(`Somebody who follows the registry did not take up version ${this.version}: ${reasonOf(error)}`);
    }
  }

  #index(): void {
    const { counties } = this.#current.snapshot;
    this.#bySlug = new Map(counties.map((county) => [county.slug, county]));
    this.#byIssuer = new Map(counties.map((county) => [county.issuer, county]));
  }
}

async function lastGood({ lastGoodFile, publicKey, onRefused }: Required<RegistryOptions>): Promise<SignedSnapshot | undefined> {
  try {
    await access(lastGoodFile);
  } catch {
    return undefined;
  }
  return readSnapshot(lastGoodFile, publicKey).catch((error: unknown) => void onRefused(`The last good registry cannot be used: ${reasonOf(error)}`));
}

async function published({ file, publicKey, onRefused }: Required<RegistryOptions>, before: SignedSnapshot | undefined): Promise<SignedSnapshot | undefined> {
  try {
    const next = await readSnapshot(file, publicKey, before);
    const refusal = whyNotAfter(before, next);
    if (refusal === undefined) return next;
    onRefused(refusal);
  } catch (error) {
    onRefused(`The published registry cannot be used: ${reasonOf(error)}`);
  }
  return undefined;
}

/** A full disk must not keep a suspension from taking effect, so the snapshot is used even when it cannot be kept. */
async function keep({ lastGoodFile, onRefused }: Required<RegistryOptions>, { jws, snapshot }: SignedSnapshot): Promise<void> {
  try {
    await publishSnapshot(lastGoodFile, jws);
  } catch (error) {
    onRefused(`Version ${snapshot.version} of the registry is in use but could not be kept on disk: ${reasonOf(error)}`);
  }
}

const warn = (reason: string): void => process.emitWarning(reason, 'RegistryWarning');

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
};
