import type { KeyObject } from 'node:crypto';
import type { CountySlug } from '@fc/domain-kernel';

/** A person's key, and the same key locked with the county's: only that form is ever stored. */
export interface WrappedKey {
  readonly key: KeyObject;
  /** Says which version of the county's key locked it. */
  readonly wrapped: string;
}

/**
 * Where services get the keys of persons locked and unlocked. The county's key itself never leaves its keeper. Every method
 * throws `PROTECTED_UNAVAILABLE` while the keeper does not answer, and `PROTECTED_UNREADABLE` where it refuses for good.
 */
export abstract class KeyProvider {
  /** A new key of 256 bits. */
  abstract newKey(county: CountySlug): Promise<WrappedKey>;

  abstract unwrap(county: CountySlug, wrapped: string): Promise<KeyObject>;

  /** The same key, locked with the newest version of the county's: nothing that it sealed changes. */
  abstract rewrap(county: CountySlug, wrapped: string): Promise<string>;
}

/** What only an operator does with a county's key; no service may. Each method may be run again. */
export abstract class KeyCustodian {
  /** Whether the county has a key; a destroyed one is none. */
  abstract has(county: CountySlug): Promise<boolean>;

  /** Makes the county's key unless it is there. Throws `COUNTY_KEY_DESTROYED` for a county that has lost it for good. */
  abstract create(county: CountySlug): Promise<void>;

  /** From now on new keys are locked with a new version; the older ones still open what they locked. */
  abstract rotate(county: CountySlug): Promise<void>;

  /** How everything begins that the newest version locked: whatever begins otherwise is lost when older versions are retired. */
  abstract newest(county: CountySlug): Promise<string>;

  /** Destroys every version but the newest, once everything is rewrapped: keys in older backups are lost with them. */
  abstract retire(county: CountySlug): Promise<void>;

  /** Destroys all versions: nothing that is protected in that county, or in any backup of it, can be read again. */
  abstract destroy(county: CountySlug): Promise<void>;
}
