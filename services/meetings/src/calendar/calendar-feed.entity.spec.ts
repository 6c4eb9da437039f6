import { describe, expect, it } from '@jest/globals';
import { newId, Temporal } from '@fc/domain-kernel';
import fc from 'fast-check';
import { stateOf } from '../../test/state-of.ts';
import { CalendarFeed } from './calendar-feed.entity.ts';

const start = Temporal.Instant.from('2026-03-10T18:00:00Z');

describe('the states of a calendar feed', () => {
  it('are legal whatever is done in whatever order: one link at a time, the newest, until it is revoked; revoked twice it stays as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('openAgain' as const, 'revoke' as const), { maxLength: 8 }), (all) => {
        const feed = CalendarFeed.open(newId(), 'king', 'hash-of-the-first', start);
        let [hash, isRevoked] = ['hash-of-the-first', false];
        all.forEach((command, index) => {
          const [before, now] = [stateOf(feed), start.add({ hours: index + 1 })];
          if (command === 'openAgain') feed.openAgain((hash = `hash-${index}`), now);
          else feed.revoke(now);
          if (command === 'revoke' && isRevoked) expect(stateOf(feed)).toBe(before);
          isRevoked = command === 'revoke';
          expect([feed.tokenHash, feed.revokedAt != null]).toEqual([hash, isRevoked]);
          if (feed.revokedAt) expect(Temporal.Instant.compare(feed.revokedAt, feed.openedAt)).toBe(1);
        });
        expect(feed.county).toBe('king');
      }),
    );
  });
});
