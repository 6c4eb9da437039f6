import { DomainError, languageTag } from '@fc/domain-kernel';

/** Each once, in its usual spelling. Throws `MATCHING.UNKNOWN_LANGUAGE` for what is no BCP 47 tag. */
export const requireLanguages = (tags: readonly string[]): string[] => [...new Set(tags.map(requireLanguage))];

function requireLanguage(tag: string): string {
  const usual = languageTag(tag);
  if (!usual) throw new DomainError('MATCHING.UNKNOWN_LANGUAGE', 'This is not the tag of a language. Write one like en, es or zh-Hant.');
  return usual;
}
