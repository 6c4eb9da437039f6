import { describe, expect, it } from '@jest/globals';
import { requireFuture, requireNotBefore, requirePast, Temporal } from './index.ts';

const now = Temporal.Instant.from('2026-06-01T12:00:00Z');
const earlier = now.subtract({ seconds: 1 });
const later = now.add({ seconds: 1 });

describe('instants', () => {
  it('takes what has happened and refuses what has not', () => {
    expect(requirePast(earlier, now, 'The call')).toBe(earlier);
    expect(requirePast(now, now, 'The call')).toBe(now);
    expect(() => requirePast(later, now, 'The call')).toThrow(expect.objectContaining({ code: 'DATE_IN_FUTURE', message: 'The call cannot be in the future.' }));
  });

  it('plans ahead and refuses to plan the past', () => {
    expect(requireFuture(later, now, 'The meeting')).toBe(later);
    expect(() => requireFuture(now, now, 'The meeting')).toThrow(expect.objectContaining({ code: 'DATE_IN_PAST', message: 'The meeting cannot be in the past.' }));
  });

  it('refuses what is before the event it follows', () => {
    expect(requireNotBefore(now, now, 'The call', 'the placement')).toBe(now);
    expect(() => requireNotBefore(earlier, now, 'The call', 'the placement')).toThrow(
      expect.objectContaining({ code: 'DATE_TOO_EARLY', message: 'The call cannot be before the placement.' }),
    );
  });
});
