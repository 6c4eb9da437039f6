import type { Role } from '@fc/auth';
import type { ContentLanguage, Wording } from '../content/wording.ts';

/** A word that families hear from all sides, said plainly. */
export interface GlossaryTerm {
  /** Stable over all versions: `FAMILY_CONNECTION`. */
  readonly key: string;
  /** Whom it names, where counties have words of their own for them. */
  readonly role?: Role;
  readonly term: Wording;
  /** Other words for the same, by which it is found too. */
  readonly synonyms: Readonly<Record<ContentLanguage, readonly string[]>>;
  /** `{PARENT_ALLY}` stands for what the county calls that role. */
  readonly meaning: Wording;
}
