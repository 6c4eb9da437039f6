import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { likelySame, worthALook, type PersonTraits } from './likely-same.ts';

const person = (givenName: string, familyName: string, birthDate: string | null = null, externalIds: string[] = []): PersonTraits => ({ givenName, familyName, birthDate, externalIds });
const names = fc.constantFrom('Noor', 'Nour', 'José', 'Jose', 'Ana-María', 'Anamaria', 'Zoë', 'Li', 'O’Brien', 'OBrien', 'Example');
const traits: fc.Arbitrary<PersonTraits> = fc.record({
  givenName: names,
  familyName: names,
  birthDate: fc.option(fc.constantFrom('2020-02-03', '2020-03-02', '2019-12-31')),
  externalIds: fc.array(fc.constantFrom('1', '2', '3'), { maxLength: 2 }),
});

describe('how likely two records are of one person', () => {
  it('depends on neither their order nor on case, marks and blanks, and stays between 0 and 100', () => {
    fc.assert(
      fc.property(traits, traits, (one, other) => {
        const said = likelySame(one, other);
        expect(likelySame(other, one)).toEqual(said);
        expect(likelySame({ ...one, givenName: ` ${one.givenName.toUpperCase().normalize('NFD')} ` }, other)).toEqual(said);
        expect(said.score).toBeGreaterThanOrEqual(0);
        expect(said.score).toBeLessThanOrEqual(100);
        expect(likelySame(one, one).score).toBeGreaterThanOrEqual(said.score);
      }),
    );
  });

  it('says why: the same name and birthday, swapped names, a swapped day and month, a shared number', () => {
    expect(likelySame(person('José', 'Núñez', '2020-02-03'), person('jose', 'Nunez', '2020-02-03'))).toEqual({ score: 100, reasons: ['SAME_NAME', 'SAME_BIRTH_DATE'] });
    expect(likelySame(person('Núñez', 'José', '2020-02-03'), person('José', 'Núñez', '2020-03-02'))).toEqual({ score: 70, reasons: ['NAMES_SWAPPED', 'BIRTH_DATE_SWAPPED'] });
    expect(likelySame(person('Noor', 'Example', null, ['7']), person('Nour', 'Example', null, ['7']))).toEqual({ score: 70, reasons: ['SIMILAR_NAME', 'SAME_EXTERNAL_ID'] });
  });

  it('is not worth a look for two birthdays, for a number alone, or for short names that only begin alike', () => {
    for (const [one, other] of [
      [person('Noor', 'Example', '2020-02-03'), person('Noor', 'Example', '2018-07-09')],
      [person('Noor', 'Example', null, ['7']), person('Casey', 'Sample', null, ['7'])],
      [person('Li', 'Wu'), person('Liang', 'Wu')],
    ] as const)
      expect(likelySame(one, other).score).toBeLessThan(worthALook);
  });
});
