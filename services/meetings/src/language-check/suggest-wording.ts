import { wordLists, type ListedLanguage, type Wording } from './word-list.ts';

/** Where in a text other words would say it better. Offsets count UTF-16 units, as JavaScript does: `text.slice(start, end)` is what was found. */
export interface WordingFound {
  readonly start: number;
  readonly end: number;
  readonly wording: Wording;
}

const letter = '[\\p{L}\\p{N}]';
const compiled = (list: readonly Wording[]): readonly (readonly [RegExp, Wording])[] => list.map((wording) => [new RegExp(`(?<!${letter})(?:${wording.find})(?!${letter})`, 'giu'), wording]);
const patterns: Readonly<Record<ListedLanguage, ReturnType<typeof compiled>>> = { en: compiled(wordLists.en), es: compiled(wordLists.es) };

/** In the order of the text; of several at the same place the longest. It suggests, and forbids nothing. */
export function suggestWording(text: string, language: ListedLanguage): WordingFound[] {
  const found = patterns[language].flatMap(([pattern, wording]) => Array.from(text.matchAll(pattern), ({ index, 0: { length } }): WordingFound => ({ start: index, end: index + length, wording })));
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  let end = 0;
  return found.filter((each) => {
    if (each.start < end) return false;
    end = each.end;
    return true;
  });
}
