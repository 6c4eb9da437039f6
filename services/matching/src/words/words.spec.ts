import { describe, expect, it } from '@jest/globals';
import { bindingConstraints, reasonKeys, runnerUpReasons, type Reason } from '../engine/matching-problem.ts';
import { protectedTraits } from '../engine/protected-wishes.ts';
import { livedExperiences } from '../people/experiences.ts';
import { constraintsInWords } from './constraints-in-words.ts';
import { readInFirstOf, type ReadIn } from './languages.ts';
import { mustsInWords } from './musts-in-words.ts';
import { proposalInShort, proposalInWords, type Because } from './proposal-in-words.ts';
import { protectedWishesInWords } from './protected-wishes-in-words.ts';
import { traitsInWords } from './traits-in-words.ts';
import { unmatchedInWords, whatWouldHelp } from './unmatched-in-words.ts';
import { waitInWords } from './wait-in-words.ts';

const both: readonly ReadIn[] = ['en', 'es'];
const nothing: Because = { reasons: [], sharedLanguages: [], missedWishes: [], met: [], against: [], runnerUp: null, overrideReason: null, chosen: false };
const reason = (key: Reason['key'], value: number, points: number): Reason => ({ key, value, points });

/** Every key has words of its own in both languages, and no text gives anybody the blame. */
function everyKey<Key extends string>(keys: readonly Key[], inWords: (key: Key, language: ReadIn) => string): void {
  const texts = both.map((language) => keys.map((key) => inWords(key, language)));
  for (const one of texts) {
    expect(new Set(one).size).toBe(keys.length);
    for (const text of one) {
      expect(text.length).toBeGreaterThan(2);
      expect(text).not.toMatch(/blame|fault|refus|reject|fail|undefined|culpa|rechaz|fracas/i);
      for (const key of keys) expect(text).not.toContain(key);
    }
  }
  for (const [at, text] of texts[0]!.entries()) expect(text).not.toBe(texts[1]![at]);
}

describe('words', () => {
  it('has a sentence for each thing that can stand in the way, and for what would help', () => {
    everyKey(bindingConstraints, unmatchedInWords);
    everyKey(bindingConstraints, (because, language) => whatWouldHelp(because, language));
    everyKey(bindingConstraints, (name, language) => constraintsInWords([name], language));
  });

  it('has a sentence for each reason, and for why it is not somebody else', () => {
    everyKey(reasonKeys.filter((key) => key !== 'SHARED_LANGUAGES'), (key, language) => proposalInWords({ ...nothing, reasons: [reason(key, 2, 9)] }, language));
    everyKey(runnerUpReasons, (because, language) => proposalInWords({ ...nothing, runnerUp: { because } }, language));
    expect(proposalInWords(nothing, 'en')).toContain('Nobody else was possible.');
    expect(proposalInWords(nothing, 'es')).toContain('No había otra persona posible.');
  });

  it('has words for each lived experience and each protected trait', () => {
    everyKey(livedExperiences, (value, language) => traitsInWords([{ kind: 'LIVED_EXPERIENCE', value }], language));
    everyKey(protectedTraits, (trait, language) => protectedWishesInWords([{ trait, askedBy: 2, must: 1, met: 1 }], language));
    expect(protectedWishesInWords([], 'en')).toBe('No family asked for anything of this kind, so nothing of it counted.');
    expect(protectedWishesInWords([{ trait: 'GENDER', askedBy: 1, must: 0, met: 1 }], 'en')).toBe('1 family asked for it themselves: gender of the mentor; 1 proposal meets it. For families who did not ask, none of it counted.');
    expect(protectedWishesInWords([], 'es')).toContain('Ninguna familia');
  });
});

describe('proposalInWords', () => {
  const because: Because = {
    ...nothing,
    reasons: [reason('FREE_PLACES', 3, 30), reason('WAITING_DAYS', 12, 8), reason('FIRST_LANGUAGE', 1, 50), reason('WISHES_MET', 1, 20), reason('HOURS_TOGETHER', 0, 0)],
    sharedLanguages: ['so'],
    missedWishes: [{ kind: 'LIVED_EXPERIENCE', value: 'TEENS' }, { kind: 'GENDER', value: 'woman' }],
    met: ['ROLE', 'WISH', 'CAPACITY'],
    runnerUp: { because: 'BETTER_FOR_ANOTHER' },
  };

  it('tells a coordinator each thing that is met, the three strongest reasons and no fourth, what was traded off, and why not somebody else', () => {
    expect(proposalInWords(because, 'en')).toBe(
      'Both speak Somali. Met: the role, all that must be for the family, and a free place. The mentor speaks a language in which the family is most comfortable. The mentor had 3 free places. The mentor meets 1 wish of the family. Not met: experience with teenagers and woman. Somebody else was possible too; they do more for another family.',
    );
    expect(proposalInWords(because, 'es')).toBe(
      'Ambas partes hablan somalí. Se cumple: la función, todo lo indispensable para la familia y un lugar libre. La persona mentora habla el idioma en el que la familia se siente más cómoda. La persona mentora tenía 3 lugares libres. La persona mentora cumple 1 deseo de la familia. No se cumple: experiencia con adolescentes y woman. También había otra persona posible; ayuda más a otra familia.',
    );
  });

  it('says that the language is not the first one, and what a coordinator goes against', () => {
    const chosen: Because = { ...because, reasons: [reason('FIRST_LANGUAGE', 0, 0)], missedWishes: [], against: ['HOURS', 'TRIED_BEFORE'], runnerUp: null, overrideReason: 'They asked for it.' };
    expect(proposalInWords(chosen, 'en')).toContain('The language in which the family is most comfortable is not among theirs. Not met, and gone against: an hour of the week in common and nobody asked or matched with them before. A coordinator chose this mentor: They asked for it.');
    expect(proposalInWords(chosen, 'es')).toContain('No se cumple, y aun así se propone: una hora de la semana en común');
  });

  it('tells families less: nothing of other families, and of wishes only their own', () => {
    expect(proposalInShort(because, 'PARTICIPANT', 'en')).toBe('Both speak Somali. The mentor meets 1 wish of the family. Not met: experience with teenagers and woman. Their training and experience were looked at, and that they are not close to your family.');
    expect(proposalInShort(because, 'MENTOR', 'es')).toBe('Ambas partes hablan somalí. Se revisó su capacitación, que tiene lugar y que no es cercana a la familia.');
  });

  it('tells families what was traded off for them, and what speaks for it beside a language', () => {
    const other: Because = { ...nothing, sharedLanguages: ['en'], reasons: [reason('FIRST_LANGUAGE', 0, 0), reason('HOURS_TOGETHER', 3, 5)] };
    expect(proposalInShort(other, 'PARTICIPANT', 'en')).toContain('They have 3 hours of the week in common. The language in which you are most comfortable is not among them.');
    expect(proposalInShort(other, 'PARTICIPANT', 'es')).toContain('El idioma en el que usted se siente más a gusto no está entre ellos.');
    for (const side of ['MENTOR', 'PARTICIPANT'] as const) for (const language of both) expect(proposalInShort(nothing, side, language)).not.toBe('');
  });

  it('says of a mentor whom a coordinator chose that they did, and nothing of who else was possible', () => {
    expect(proposalInWords({ ...nothing, chosen: true }, 'en')).toMatch(/A coordinator chose this mentor\.$/);
    expect(proposalInWords({ ...nothing, chosen: true }, 'es')).toMatch(/Una persona coordinadora eligió a esta persona mentora\.$/);
  });
});

describe('what a family reads while they wait', () => {
  it.each([
    [0, 'within a day', 'en'],
    [1, 'about 1 day ', 'en'],
    [13, 'about 13 days', 'en'],
    [14, 'about 2 weeks', 'en'],
    [90, 'about 13 weeks', 'en'],
    [0, 'en un día', 'es'],
    [21, 'cerca de 3 semanas', 'es'],
  ] as const)('says of %d days: %s', (days, words, language) => expect(waitInWords(days, language)).toContain(words));

  it('is in the first of their languages in which it can be said', () => {
    expect(['es-MX', 'ES'].map((tag) => readInFirstOf([tag]))).toEqual(['es', 'es']);
    expect([readInFirstOf(['so', 'es', 'en']), readInFirstOf(['so', 'en', 'es']), readInFirstOf([])]).toEqual(['es', 'en', 'en']);
  });

  it('names what must be and nobody has, and that it may be a wish', () => {
    expect(mustsInWords([], [], 'en')).toBeNull();
    expect(mustsInWords([{ kind: 'FAITH', value: 'Muslim' }], [], 'en')).toBe('At present no mentor here has what must be: Muslim. We go on looking for one. You may also let it be a wish that need not be met.');
    expect(mustsInWords([{ kind: 'FAITH', value: 'Muslim' }], [], 'es')).toContain('lo indispensable: Muslim');
    expect(mustsInWords([{ kind: 'FAITH', value: 'Muslim' }], ['so', 'sm'], 'en')).toContain('what must be: Somali or Samoan as a language and Muslim.');
    expect(mustsInWords([], ['sm'], 'es')).toContain('lo indispensable: samoano como idioma.');
  });
});
