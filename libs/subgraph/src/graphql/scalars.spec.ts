import { describe, expect, it } from '@jest/globals';
import { Kind } from 'graphql';
import { Instant, LocalDate } from './scalars.ts';

/** What a scalar makes of a text, as a variable and as it stands in a document: one and the same. */
function codeOf(scalar: typeof Instant | typeof LocalDate, text: string): unknown {
  const attempt = (read: () => unknown): unknown => {
    try {
      return String(read());
    } catch (error) {
      return (error as { extensions: { code: string } }).extensions.code;
    }
  };
  const [asVariable, inDocument] = [attempt(() => scalar.parseValue(text)), attempt(() => scalar.parseLiteral({ kind: Kind.STRING, value: text }))];
  expect(inDocument).toEqual(asVariable);
  return asVariable;
}

describe('points in time and days', () => {
  it.each(['0001-01-01T00:00:00Z', '2026-03-01T17:30:00Z', '9999-12-31T23:59:59Z'])('are taken of the years 1 to 9999: %s', (text) => {
    expect(codeOf(Instant, text)).toBe(text);
    expect(codeOf(LocalDate, text.slice(0, 10))).toBe(text.slice(0, 10));
  });

  it.each(['+010000-01-01T00:00:00Z', '+275760-09-13T00:00:00Z', '-000100-01-01T00:00:00Z', '-271821-04-20T00:00:00Z', '0000-12-31T23:59:59Z', '9999-12-31T23:59:59-01:00', '0001-01-01T00:00:00+01:00', '2026-02-30T00:00:00Z', 'tomorrow', ''])(
    'are refused of other years, which the database does not keep, as whatever else is none: %s',
    (text) => {
      expect(codeOf(Instant, text)).toBe('INVALID_INSTANT');
    },
  );

  it.each(['+010000-01-01', '-000100-01-01', '0000-12-31', '2026-02-30', '2026-13-01'])('are refused as days: %s', (text) => {
    expect(codeOf(LocalDate, text)).toBe('INVALID_DATE');
  });
});
