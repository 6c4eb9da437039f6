import { describe, expect, it } from '@jest/globals';
import { ContentLanguage } from '../content/wording.ts';
import { glossaryPack } from './glossary-pack.ts';
import { lookUp } from './look-up.ts';

const { en, es } = ContentLanguage;
const keys = (word: string | null, labels = {}): string[] => lookUp(word, en, labels).map(({ key }) => key);

describe('the glossary', () => {
  it('has every term once, in both languages, with words of its own', () => {
    const { terms } = glossaryPack;
    expect(new Set(terms.map(({ key }) => key)).size).toBe(terms.length);
    for (const { key, term, meaning } of terms) for (const text of [term, meaning]) expect({ key, differs: text.en !== text.es, said: text.en.trim() !== '' && text.es.trim() !== '' }).toEqual({ key, differs: true, said: true });
    expect(lookUp(null, en, {})).toHaveLength(terms.length);
    expect(lookUp('', es, {})).toHaveLength(terms.length);
  });

  it('is searched by a word or a part of it, by its synonyms, in every language, without accents and capitals', () => {
    expect(keys('icebreaker')).toEqual(['ICEBREAKER']);
    expect(keys('Co-Parenting')).toEqual(['FAMILY_CONNECTION']);
    expect(keys('nrefm')).toEqual(['NREFM']);
    expect(keys('NINERA')).toEqual(['RESPITE']);
    expect(keys('  biologica ')).toEqual(['PARENT']);
    expect(keys('no such word')).toEqual([]);
  });

  it('says what the county calls a role, where it has a word of its own, and finds it by both', () => {
    const labels = { PARENT_ALLY: 'Parent Partner' };
    expect(lookUp('parent ally', en, labels)).toContainEqual(expect.objectContaining({ key: 'PARENT_ALLY', term: 'Parent Partner', usualTerm: 'Parent Ally' }));
    expect(lookUp('parent partner', en, {})).toContainEqual(expect.objectContaining({ key: 'PARENT_ALLY', term: 'Parent Ally', usualTerm: null }));
    expect(keys('Helper of families', { PARENT_ALLY: 'Helper of Families' })).toEqual(['PARENT_ALLY']);
    for (const language of [en, es]) {
      const [meeting] = lookUp('connections meeting', language, labels);
      expect(meeting?.meaning).toContain('Parent Partner');
      expect(lookUp(null, language, {}).filter(({ meaning }) => meaning.includes('{'))).toEqual([]);
    }
  });
});
