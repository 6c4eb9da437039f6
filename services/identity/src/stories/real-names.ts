/** A person's names as the county writes them. */
export interface RealName {
  readonly givenName: string;
  readonly familyName: string;
}

/** Parts of names that are ordinary words: written small they name nobody. */
const ordinary = new Set(
  ('al amber angel april art august baby bell best bill black bright brook brown buck bush chance chase chip christian church cook dale dawn day dean del des dos drew earl faith field fisher ' +
    'forest fox frank french gene glen good grace grant gray green guy hall hart hill home hope house hunter iris ivy jack jay jean joy june justice king lane las lee little long los love major mark mason may ' +
    'miles mills new noble north olive page park pat pearl penny piper pope price ray read rich river rob robin rose ruby rusty sage scout short skip sky star stone storm sue summer sunny terry ' +
    'trinity van victor violet von wade walker wall ward west white will winter wise wolf wood young').split(' '),
);

/** Scripts that put no spaces between words: there a name is looked for anywhere. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u;

/** Without accents and without what cannot be seen, which is the same name to whoever reads it. */
const plain = (text: string): string => text.normalize('NFKD').replaceAll(/[\p{M}\p{Cf}]/gu, '');
const wordsOf = (text: string): string[] => plain(text).match(/\p{L}+/gu) ?? [];

/** The parts of a name that tell of somebody by themselves: all of a single one, and the longer ones of several (not the `de` of `de Cruz`). */
const partsOf = (name: string): string[] => {
  const words = wordsOf(name).map((word) => word.toLowerCase());
  return words.length > 1 ? words.filter((word) => word.length > 2) : words;
};

/** The first and last names of these people, in parts and in small letters. */
export const partsOfNames = (people: readonly RealName[]): Set<string> => new Set(people.flatMap(({ givenName, familyName }) => [...partsOf(givenName), ...partsOf(familyName)]));

/** Whether the text holds one of these parts, whatever its case and accents; an ordinary word counts only where it is written as a name. */
export function holdsName(text: string, parts: ReadonlySet<string>): boolean {
  const named = wordsOf(text).some((word) => {
    const small = word.toLowerCase();
    return parts.has(small) && !(word === small && ordinary.has(small));
  });
  if (named) return true;
  const whole = plain(text);
  return [...parts].some((part) => unspaced.test(part) && whole.includes(part));
}
