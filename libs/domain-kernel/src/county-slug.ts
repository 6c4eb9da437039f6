import { DomainError } from './domain-error.ts';

declare const countySlug: unique symbol;

/** The short name of a jurisdiction in databases, subjects and realms: lower-case letters and digits, words joined by one underscore. */
export type CountySlug = string & { readonly [countySlug]: true };

const form = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/;

/**
 * What a county of that name would take over: the identity provider's own realm (`master`), the state's realm and roles, the template
 * of counties' databases with the roles that own it, and names that PostgreSQL keeps for itself.
 */
const reserved = /^(?:master|state|county_template|template_.*|pg|pg_.*)$/;

/** Throws `INVALID_COUNTY`, `SLUG_RESERVED`. At most 40 characters, so that database and role names fit PostgreSQL's 63. */
export function parseCountySlug(text: string): CountySlug {
  if (!form.test(text) || text.length > 40) throw new DomainError('INVALID_COUNTY', 'A county is named in lower-case letters, digits and single underscores.');
  if (reserved.test(text)) throw slugReserved(text);
  return text as CountySlug;
}

export const slugReserved = (text: string): DomainError => new DomainError('SLUG_RESERVED', `No county can be named ${text}: the platform itself, or what it runs on, has something of that name. Give it another slug.`);
