import { DomainError } from '@fc/domain-kernel';

/** A BCP 47 tag in its usual spelling: `es-mx` is `es-MX`. Throws `IDENTITY.UNKNOWN_LANGUAGE`. */
export function requireLanguage(tag: string): string {
  try {
    const [usual] = Intl.getCanonicalLocales(tag);
    if (usual) return usual;
  } catch {
    // It is no tag at all, which is said below.
  }
  throw new DomainError('IDENTITY.UNKNOWN_LANGUAGE', 'This is not the tag of a language. Write one like en, es or zh-Hant.');
}
