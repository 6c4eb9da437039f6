import type { Role } from '@fc/auth';
import { ContentLanguage } from '../content/wording.ts';
import { glossaryPack } from './glossary-pack.ts';
import type { GlossaryTerm } from './glossary-term.ts';

/** What a county calls its roles, by role name; empty where nobody's county is known. */
export type RoleLabels = Readonly<Record<string, string>>;

/** One term as somebody of a county reads it. */
export interface ReadTerm {
  readonly key: string;
  readonly term: string;
  /** The usual word, where the county has its own for it. */
  readonly usualTerm: string | null;
  readonly synonyms: readonly string[];
  readonly meaning: string;
}

const ownWord = (role: Role | undefined, labels: RoleLabels): string | undefined => (role !== undefined && Object.hasOwn(labels, role) ? labels[role] : undefined);

/** Small letters without accents: whoever types on a phone leaves them out. */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();

/**
 * The terms in which the word occurs, in the order of their language. It is looked for in the county's own word, the usual one and
 * the synonyms, in every language: who hears a word seldom knows how it is written in the language they read.
 */
export function lookUp(word: string | null | undefined, language: ContentLanguage, labels: RoleLabels): ReadTerm[] {
  const wanted = plain(word ?? '');
  const found = glossaryPack.terms.filter((term) => namesOf(term, labels).some((name) => plain(name).includes(wanted)));
  const order = new Intl.Collator(language);
  return found.map((term) => inWords(term, language, labels)).sort((one, other) => order.compare(one.term, other.term));
}

const namesOf = ({ role, term, synonyms }: GlossaryTerm, labels: RoleLabels): string[] => [ownWord(role, labels) ?? [], Object.values(ContentLanguage).map((language) => [term[language], synonyms[language]])].flat(3);

function inWords({ key, role, term, synonyms, meaning }: GlossaryTerm, language: ContentLanguage, labels: RoleLabels): ReadTerm {
  const own = ownWord(role, labels);
  return { key, term: own ?? term[language], usualTerm: own === undefined ? null : term[language], synonyms: synonyms[language], meaning: withRoles(meaning[language], language, labels) };
}

/** `{PARENT_ALLY}` in the county's word for it. */
const withRoles = (text: string, language: ContentLanguage, labels: RoleLabels): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const named = glossaryPack.terms.find(({ role }) => role === name);
    if (!named) throw new RangeError(`The glossary has no term for the role ${name}.`);
    return ownWord(named.role, labels) ?? named.term[language];
  });
