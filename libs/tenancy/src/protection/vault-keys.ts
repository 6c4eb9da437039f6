import { createSecretKey, type KeyObject } from 'node:crypto';
import { DomainError, type CountySlug } from '@fc/domain-kernel';
import { z } from 'zod';
import { KeyCustodian, KeyProvider, type WrappedKey } from './key-provider.ts';
import { askVault, type VaultOptions } from './vault-transit.ts';

const keyName = (county: CountySlug): string => `county-${county}`;

const base64Key = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32);
const plainAnswer = z.object({ data: z.object({ plaintext: base64Key }) });
const wrappedAnswer = z.object({ data: z.object({ ciphertext: z.string().startsWith('vault:v') }) });
const bothAnswer = z.object({ data: plainAnswer.shape.data.extend(wrappedAnswer.shape.data.shape) });
const keyAnswer = z.object({ data: z.object({ latest_version: z.int() }) });
const anyAnswer = z.object({}).loose();

const keyOf = (base64: string): KeyObject => createSecretKey(Buffer.from(base64, 'base64'));

/** Keys of counties in a HashiCorp Vault, by its transit engine: they never leave it. The token needs `datakey/plaintext`, `decrypt` and `rewrap` alone. */
export class VaultKeys extends KeyProvider {
  readonly #vault: VaultOptions;

  constructor(vault: VaultOptions) {
    super();
    this.#vault = vault;
  }

  override async newKey(county: CountySlug): Promise<WrappedKey> {
    const { data } = await askVault(this.#vault, 'POST', `datakey/plaintext/${keyName(county)}`, { bits: 256 }, bothAnswer);
    return { key: keyOf(data.plaintext), wrapped: data.ciphertext };
  }

  override async unwrap(county: CountySlug, wrapped: string): Promise<KeyObject> {
    const { data } = await askVault(this.#vault, 'POST', `decrypt/${keyName(county)}`, { ciphertext: wrapped }, plainAnswer);
    return keyOf(data.plaintext);
  }

  override async rewrap(county: CountySlug, wrapped: string): Promise<string> {
    const { data } = await askVault(this.#vault, 'POST', `rewrap/${keyName(county)}`, { ciphertext: wrapped }, wrappedAnswer);
    return data.ciphertext;
  }
}

/** Keeps the keys that `VaultKeys` uses, with a token of the operator's own. */
export class VaultKeyCustodian extends KeyCustodian {
  readonly #vault: VaultOptions;

  constructor(vault: VaultOptions) {
    super();
    this.#vault = vault;
  }

  override async has(county: CountySlug): Promise<boolean> {
    try {
      await askVault(this.#vault, 'GET', `keys/${keyName(county)}`, undefined, keyAnswer);
      return true;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'PROTECTED_UNREADABLE') return false;
      throw error;
    }
  }

  /** Vault leaves a key that is there as it is. */
  override async create(county: CountySlug): Promise<void> {
    await this.#tell('POST', `keys/${keyName(county)}`, { type: 'aes256-gcm96', exportable: false, allow_plaintext_backup: false });
  }

  override async rotate(county: CountySlug): Promise<void> {
    await this.#tell('POST', `keys/${keyName(county)}/rotate`);
  }

  override async newest(county: CountySlug): Promise<string> {
    return `vault:v${await this.#newestVersion(county)}:`;
  }

  override async retire(county: CountySlug): Promise<void> {
    const newest = await this.#newestVersion(county);
    await this.#tell('POST', `keys/${keyName(county)}/config`, { min_decryption_version: newest, min_encryption_version: newest });
    await this.#tell('POST', `keys/${keyName(county)}/trim`, { min_available_version: newest });
  }

  override async destroy(county: CountySlug): Promise<void> {
    await this.#tell('POST', `keys/${keyName(county)}/config`, { deletion_allowed: true });
    await this.#tell('DELETE', `keys/${keyName(county)}`);
  }

  async #newestVersion(county: CountySlug): Promise<number> {
    return (await askVault(this.#vault, 'GET', `keys/${keyName(county)}`, undefined, keyAnswer)).data.latest_version;
  }

  async #tell(method: string, path: string, body?: object): Promise<void> {
    await askVault(this.#vault, method, path, body, anyAnswer);
  }
}
