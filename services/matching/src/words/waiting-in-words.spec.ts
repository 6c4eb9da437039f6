import { describe, expect, it } from '@jest/globals';
import { dayParts } from '../overview/day-parts.ts';
import { candidateInWords, type Candidate } from './candidate-in-words.ts';
import { expectedWaitInWords } from './expected-wait-in-words.ts';
import { shortageInWords } from './shortage-in-words.ts';

describe('what whoever waits may expect', () => {
  const wait = { days: 30, possibleMentors: 2, comesFirst: false };

  it.each([
    [{}, 'en', 'Half of the people who had waited as long as you had a mentor within about 4 weeks more. It may be shorter or longer for you.'],
    [{ days: 0 }, 'es', 'La mitad de las personas que habían esperado tanto como usted tuvo una persona mentora en un día más.'],
    [{ days: null }, 'en', 'We cannot say yet how long it will take.'],
    [{ days: 3, possibleMentors: 0 }, 'en', 'At present nobody here can be your mentor. We go on looking for somebody. Your coordinator can tell you more.'],
    [{ days: null, comesFirst: true }, 'es', 'Todavía no podemos decir cuánto tiempo tomará. Usted ha esperado mucho. Cada vez que buscamos personas mentoras, usted va primero.'],
  ] as const)('is said plainly, and without a promise: %j in %s', (about, language, words) => expect(expectedWaitInWords({ ...wait, ...about }, language)).toBe(words));
});

describe('whom to look for', () => {
  it('is said of each kind, and of each part of the week', () => {
    const said = (kind: Parameters<typeof shortageInWords>[0]['kind'], of: string, language: 'en' | 'es' = 'en') => shortageInWords({ kind, of, waiting: 2, freePlaces: 1 }, language, { DEAF_PARENTS: { en: 'being a deaf parent', es: 'ser una madre sorda' } });
    expect(said('LANGUAGE', 'so')).toBe('2 families wait for somebody who speaks Somali; such mentors have 1 free place.');
    expect(said('AREA', '98101')).toContain('comes to 98101');
    expect(said('EXPERIENCE', 'DEAF_PARENTS')).toContain('has experience with being a deaf parent');
    expect(said('EXPERIENCE', 'DEAF_PARENTS', 'es')).toContain('tenga experiencia con ser una madre sorda');
    for (const language of ['en', 'es'] as const) {
      const all = Object.keys(dayParts).map((part) => said('HOURS', part, language));
      expect(new Set(all).size).toBe(6);
      for (const text of all) expect(text).not.toMatch(/undefined|WEEK/);
    }
  });
});

describe('a candidate', () => {
  const candidate: Candidate = { points: 1, reasons: [{ key: 'WAITING_DAYS', value: 2, points: 1 }], sharedLanguages: [], missedWishes: [], wouldLike: ['INFANTS', 'TEENS'], met: ['ROLE'], against: ['HOURS', 'QUOTA'], proposable: true, reasonNeeded: true };

  it('is told with what makes the points, what they would like, and what is met and not', () => {
    expect(candidateInWords(candidate, 'en', {})).toBe(
      '1 point. The languages of the family are not known yet. The family has waited 2 days. (1) The mentor would like to work with infants and teenagers. Met: the role. Not met: an hour of the week in common and how many matches a group may have. You can propose them, with a reason that is kept.',
    );
    expect(candidateInWords({ ...candidate, against: ['LANGUAGE'], proposable: false }, 'es', {})).toBe(
      '1 punto. La familia ha esperado 2 días. (1) A la persona mentora le gustaría trabajar con bebés y adolescentes. Se cumple: la función. No se cumple: un idioma en común. Por ahora nadie puede proponerla.',
    );
  });
});
