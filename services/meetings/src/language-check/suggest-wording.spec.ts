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

  it('R60 are kind to the parent in what a child hears', () => {
    expect(said('Your mom doesn’t want you; she is a bad mother who abandoned her kids and chose drugs over you.')).toEqual([
      ['doesn’t want you', 'BLAME'],
      ['bad mother', 'BLAME'],
      ['abandoned her kids', 'BLAME'],
      ['chose drugs over', 'BLAME'],
    ]);
    expect(said('Tu mamá no te quiere: es mala madre y te abandonó; prefirió las drogas.', 'es')).toEqual([
      ['no te quiere', 'BLAME'],
      ['mala madre', 'BLAME'],
      ['te abandonó', 'BLAME'],
      ['prefirió las drogas', 'BLAME'],
    ]);
    expect(said('Your mom asked about you; she does not want the soup. She had a bad cold, and gave up smoking.')).toEqual([]);
    expect(said('Tu mamá preguntó por ti y no te dejó sin abrigo; hoy no quiere sopa.', 'es')).toEqual([]);
  });

  it('R76 put nobody in a parent’s place: caregivers are a resource for the family, and no replacement', () => {
    expect(said('Meet your new mom in your forever home, a better family and a replacement for her mother; we rescued the children from it. Forget about your dad.')).toEqual([
      ['new mom', 'REPLACEMENT'],
      ['forever home', 'REPLACEMENT'],
      ['better family', 'REPLACEMENT'],
      ['replacement for her mother', 'REPLACEMENT'],
      ['rescued the children from', 'REPLACEMENT'],
      ['Forget about your dad', 'REPLACEMENT'],
    ]);
    expect(said('Su nueva mamá, una familia para siempre, sustituyó a su madre; olvidaron a su papá. Buscan un hogar mejor.', 'es')).toEqual([
      ['nueva mamá', 'REPLACEMENT'],
      ['familia para siempre', 'REPLACEMENT'],
      ['sustituyó a su madre', 'REPLACEMENT'],
      ['olvidaron a su papá', 'REPLACEMENT'],
      ['hogar mejor', 'REPLACEMENT'],
    ]);
    expect(said('A new shoe, a replacement key, a class for new parents; his sleep is better. He will never forget the fair.')).toEqual([]);
    expect(said('Un zapato nuevo; duerme mejor en casa de su tía.', 'es')).toEqual([]);
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
