import { describe, expect, it } from '@jest/globals';
import { languagesToTalkIn, requireLanguageWish } from './language-wish.ts';

describe('requireLanguageWish', () => {
  it('takes each language once, by its proper tag', () => {
    expect(requireLanguageWish({ tags: ['ES-mx', 'es-MX', 'so'], must: true })).toEqual({ tags: ['es-MX', 'so'], must: true });
  });

  it.each([[[]], [['English!']], [[`en-x-${'long-'.repeat(9)}tag`]], [['en', '']], [['a', 'b', 'c', 'd', 'e', 'f'].map((last) => `e${last}`)]])('refuses %j', (tags) => {
    expect(() => requireLanguageWish({ tags, must: false })).toThrow(expect.objectContaining({ code: 'MATCHING.UNKNOWN_LANGUAGE' }));
  });
});

describe('languagesToTalkIn', () => {
  const spoken = { languages: ['so', 'en'], firstLanguages: ['so'] };

  it('goes by what a family speaks while they have asked for nothing', () => {
    expect(languagesToTalkIn(spoken, null)).toEqual(spoken);
  });

  it('lets a wish weigh as a first language, and rules nobody out by it', () => {
    expect(languagesToTalkIn(spoken, { tags: ['en'], must: false })).toEqual({ languages: ['en', 'so'], firstLanguages: ['en'] });
    expect(languagesToTalkIn({ languages: [], firstLanguages: [] }, { tags: ['en'], must: false })).toEqual({ languages: [], firstLanguages: ['en'] });
  });

  it('leaves nothing but what must be', () => {
    expect(languagesToTalkIn(spoken, { tags: ['ti'], must: true })).toEqual({ languages: ['ti'], firstLanguages: ['ti'] });
  });
});
