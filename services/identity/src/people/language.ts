import { DomainError, languageTag } from '@fc/domain-kernel';

/** A BCP 47 tag in its usual spelling. Throws `IDENTITY.UNKNOWN_LANGUAGE`. */
export function requireLanguage(tag: string): string {
  const usual = languageTag(tag);
  if (!usual) throw new DomainError('IDENTITY.UNKNOWN_LANGUAGE', 'This is not the tag of a language. Write one like en, es or zh-Hant.');
  return usual;
}
