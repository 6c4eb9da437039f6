import { describe, expect, it } from '@jest/globals';
import { newId, Temporal } from '@fc/domain-kernel';
import type { PersonKey, Sealed } from '@fc/tenancy';
import fc from 'fast-check';
import { codeOf } from '../../test/code-of.ts';
import { openWords, ProgressReader, ProgressShare } from './progress-share.entity.ts';

const now = Temporal.Instant.from('2026-03-10T18:00:00Z');
// Sealing has tests of its own: here it is enough that what is sealed is not what was written.
const key = { seal: (_: object, text: string) => text.split('').reverse().join('') as Sealed, open: (_: object, sealed: Sealed) => sealed.split('').reverse().join('') } as PersonKey;
const all = Object.values(ProgressReader);

describe('what a parent shares of their case plan', () => {
  it('S48 is read by whom the parent chose last, and by nobody once it is withdrawn, whatever is done in whatever order', () => {
    const readers = fc.subarray(all);
    fc.assert(
      fc.property(readers, fc.array(fc.oneof(fc.record({ to: readers }), fc.constant('withdraw' as const)), { maxLength: 6 }), (first, commands) => {
        const share = ProgressShare.of({ words: 'I have a place to live.', since: Temporal.PlainDate.from('2026-03-01'), readers: first }, newId(), { connectionId: newId(), key, zone: 'America/Los_Angeles', now });
        expect([share.words === 'I have a place to live.', openWords(share.id, share.words!, key)]).toEqual([false, 'I have a place to live.']);
        for (const command of commands) {
          const withdrawn = share.withdrawnAt != null;
          if (command === 'withdraw') share.withdraw(now);
          else expect(codeOf(() => share.showTo(command.to))).toBe(withdrawn ? 'MEETINGS.PROGRESS_WITHDRAWN' : null);
          if (withdrawn || command === 'withdraw') expect([share.words, share.readers, share.withdrawnAt]).toEqual([null, [], now]);
          else expect(share.readers).toEqual(all.filter((reader) => command.to.includes(reader)));
        }
      }),
    );
  });
});
