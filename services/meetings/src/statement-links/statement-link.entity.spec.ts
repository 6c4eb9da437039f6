import { describe, expect, it } from '@jest/globals';
import { newId, Temporal } from '@fc/domain-kernel';
import fc from 'fast-check';
import { codeOf } from '../../test/code-of.ts';
import { stateOf } from '../../test/state-of.ts';
import { StatementLink } from './statement-link.entity.ts';

const start = Temporal.Instant.from('2026-03-10T18:00:00Z');
const days = 60;
const open = (forWhom = 'Dr. Example'): StatementLink => StatementLink.open({ county: 'king', connectionId: newId(), statementId: newId(), forWhom, openedBy: newId() }, 'hash', start);

describe('the states of a link to a statement', () => {
  it('S49 are legal whatever is done in whatever order: it is read until it expires or is revoked, and after that by nobody', () => {
    const commands = fc.record({ do: fc.constantFrom('read' as const, 'revoke' as const), hoursLater: fc.integer({ min: 0, max: 24 * 40 }) });
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 8 }), (all) => {
        const link = open();
        let [now, revokedAt, firstReadAt] = [start, null as Temporal.Instant | null, null as Temporal.Instant | null];
        for (const command of all) {
          now = now.add({ hours: command.hoursLater });
          const before = stateOf(link);
          if (command.do === 'revoke') {
            link.revoke(now);
            revokedAt ??= now;
          } else {
            const readable = !revokedAt && Temporal.Instant.compare(now, start.add({ hours: 24 * days })) < 0;
            expect(link.read(now)).toBe(readable);
            if (readable) firstReadAt ??= now;
            else expect(stateOf(link)).toBe(before);
          }
          expect([link.revokedAt?.toString(), link.firstReadAt?.toString()]).toEqual([revokedAt?.toString(), firstReadAt?.toString()]);
        }
      }),
    );
  });

  it('begin with whom it is for', () => {
    expect(['School', ' ', 'x'.repeat(201)].map((forWhom) => codeOf(() => open(forWhom)))).toEqual([null, 'TEXT_REQUIRED', 'TEXT_TOO_LONG']);
  });
});
