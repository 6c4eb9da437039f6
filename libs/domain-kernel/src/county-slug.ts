import { DomainError } from './domain-error.ts';

declare const countySlug: unique symbol;

/** The short name of a jurisdiction in databases, subjects and realms: lower-case letters and digits, words joined by one underscore. */
export type CountySlug = string & { readonly [countySlug]: true };

const form = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/;

/** Throws `INVALID_COUNTY`. At most 40 characters, so that database and role names fit PostgreSQL's 63. */
export function parseCountySlug(text: string): CountySlug {
  if (!form.test(text) || text.length > 40) throw new DomainError('INVALID_COUNTY', 'A county is named in lower-case letters, digits and single underscores.');
  return text as CountySlug;
}
