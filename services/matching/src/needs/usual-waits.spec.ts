import { describe, expect, it } from '@jest/globals';
import { waitToTell } from './usual-waits.ts';

describe('waitToTell', () => {
  it('tells how long people waited, and nothing of so few that it would tell of one of them', () => {
    expect(waitToTell({ days: 12, people: 11 })).toBe(12);
    expect(waitToTell({ days: 12, people: 10 })).toBeNull();
    expect(waitToTell(undefined)).toBeNull();
  });
});
