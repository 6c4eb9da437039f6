import { DomainError } from './domain-error.ts';

export interface TextRule {
  /** The field's name as the person reads it, at the start of a sentence: 'The reason'. */
  readonly field: string;
  /** The most characters (Unicode code points, as PostgreSQL counts them) that remain after trimming. */
  readonly max: number;
}

/** Control characters other than tab and newline, and halves of surrogate pairs: PostgreSQL and PDF refuse or lose them. */
const notPlain = /[^\P{Cc}\n\t]|\p{Cs}/u;

/**
 * Plain text that a person wrote: trimmed, line ends as `\n`.
 * Throws `TEXT_REQUIRED` when nothing is left, `TEXT_TOO_LONG` above `max`, `TEXT_NOT_PLAIN` for control characters.
 */
export function requireText(value: string, { field, max }: TextRule): string {
  const text = value.replace(/\r\n?/g, '\n').trim();
  if (text === '') throw new DomainError('TEXT_REQUIRED', `${field} cannot be empty.`);
  if ([...text].length > max) throw new DomainError('TEXT_TOO_LONG', `${field} can have at most ${max} characters.`);
  if (notPlain.test(text)) throw new DomainError('TEXT_NOT_PLAIN', `${field} contains characters that cannot be shown. Type it in again.`);
  return text;
}
