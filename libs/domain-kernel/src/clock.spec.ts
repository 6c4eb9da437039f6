import { describe, expect, it } from '@jest/globals';
import { SystemClock, Temporal } from './index.ts';

describe('system clock', () => {
  it('tells the time of this machine', () => {
    const before = Temporal.Now.instant();
    const now = new SystemClock().now();
    expect(Temporal.Instant.compare(before, now)).toBeLessThanOrEqual(0);
    expect(Temporal.Instant.compare(now, Temporal.Now.instant())).toBeLessThanOrEqual(0);
  });
});
