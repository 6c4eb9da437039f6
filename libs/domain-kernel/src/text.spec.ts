import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { requireText } from './index.ts';

const reason = { field: 'The reason', max: 10 };
const refusal = (code: string) => expect.objectContaining({ code, message: expect.stringMatching(/^The reason /) });

describe('plain text', () => {
  it('trims, and keeps lines and tabs', () => {
    expect(requireText('  a\tb\r\nc\rd  ', reason)).toBe('a\tb\nc\nd');
  });

  it('takes every language and counts what a person sees as one character once', () => {
    expect(requireText('ñandú 字 🎈', reason)).toBe('ñandú 字 🎈');
    expect(requireText('🎈'.repeat(10), reason)).toHaveLength(20);
  });

  it.each(['', '   ', '\r\n\t'])('refuses empty text %j', (value) => {
    expect(() => requireText(value, reason)).toThrow(refusal('TEXT_REQUIRED'));
  });

  it('refuses more characters than allowed, counted after trimming', () => {
    expect(requireText(' 1234567890 ', reason)).toBe('1234567890');
    expect(() => requireText('12345678901', reason)).toThrow(refusal('TEXT_TOO_LONG'));
  });

  it.each(['a\u0000b', 'a\u001bb', 'a\u007fb', 'a\u0085b', 'a\ud800b'])('refuses control characters in %j', (value) => {
    expect(() => requireText(value, reason)).toThrow(refusal('TEXT_NOT_PLAIN'));
  });

  it('leaves accepted text as it is when it comes again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (value) => {
        fc.pre(value.trim() !== '');
        const once = requireText(value, { field: 'The note', max: 1000 });
        expect(requireText(once, { field: 'The note', max: 1000 })).toBe(once);
      }),
    );
  });
});
