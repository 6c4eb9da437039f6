import { describe, expect, it } from '@jest/globals';
import { suggestWording } from './suggest-wording.ts';
import { wordLists } from './word-list.ts';

const said = (text: string, language: 'en' | 'es' = 'en'): [string, string][] => suggestWording(text, language).map(({ start, end, wording }) => [text.slice(start, end), wording.concern]);

describe('suggestions for kinder words', () => {
  it('say where the words stand, in the order of the text', () => {
    expect(said('😀 The bio mom was non-compliant, and visitation was cut.')).toEqual([['bio mom', 'LABEL'], ['non-compliant', 'BLAME'], ['visitation', 'LABEL']]);
  });

  it('R70 ask for the need by itself where being poor is counted as neglect', () => {
    expect(said('Neglect: the family has no heat. Neglected due to eviction.')).toEqual([['Neglect: the family has no heat', 'POVERTY'], ['Neglected due to eviction', 'POVERTY']]);
    expect(said('Negligencia por falta de vivienda.', 'es')).toEqual([['Negligencia por falta de vivienda', 'POVERTY']]);
    expect(said('The family looks for housing and asks for help with the rent.')).toEqual([]);
  });

  it('leave other words alone, also where a listed word stands within them', () => {
    expect(said('The waterresistant jacket; resistants.')).toEqual([]);
    expect(said('Sami loves the library.')).toEqual([]);
  });

  it('offer nothing that they would find themselves', () => {
    for (const [language, words] of Object.entries(wordLists))
      for (const { instead, concern } of words) if (concern !== 'POVERTY') expect([instead, suggestWording(instead, language as 'en' | 'es')]).toEqual([instead, []]);
  });
});
