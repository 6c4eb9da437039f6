/** In what people read why: English, or Spanish. Another language is answered in English until somebody has reviewed it. */
export type ReadIn = 'en' | 'es';

export const readIn = (tag: string | null | undefined): ReadIn => (tag?.toLowerCase().split('-')[0] === 'es' ? 'es' : 'en');

/** Of somebody's languages, the most comfortable first, the first one in which it can be read. */
export const readInFirstOf = (tags: readonly string[]): ReadIn => readIn(tags.find((tag) => ['en', 'es'].includes(tag.toLowerCase().split('-')[0] ?? '')));

const names = { en: new Intl.DisplayNames(['en'], { type: 'language' }), es: new Intl.DisplayNames(['es'], { type: 'language' }) };
const choices = { en: new Intl.ListFormat('en', { type: 'disjunction' }), es: new Intl.ListFormat('es', { type: 'disjunction' }) };
const lists = { en: new Intl.ListFormat('en', { type: 'conjunction' }), es: new Intl.ListFormat('es', { type: 'conjunction' }) };

/** A BCP 47 tag as people say it: `es-MX` is Mexican Spanish. A tag that nobody knows stays as it is. */
function languageInWords(tag: string, language: ReadIn): string {
  try {
    return names[language].of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** 'Somali and English' */
export const languagesTogether = (tags: readonly string[], language: ReadIn): string => lists[language].format(tags.map((tag) => languageInWords(tag, language)));

/** 'Somali or English' */
export const anyOfLanguages = (tags: readonly string[], language: ReadIn): string => choices[language].format(tags.map((tag) => languageInWords(tag, language)));

export const together = (items: readonly string[], language: ReadIn): string => lists[language].format(items);

export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
