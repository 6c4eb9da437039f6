import { describe, expect, it } from '@jest/globals';
import { newId, Temporal } from '@fc/domain-kernel';
import fc from 'fast-check';
import { GuideInvitation } from './guide-invitation.entity.ts';
import { GuideTick } from './guide-tick.entity.ts';

const now = Temporal.Instant.from('2026-03-10T18:00:00Z');

describe('an invitation to the guide', () => {
  it('R27 S23 takes every answer of the invited family at any time, and the last one counts', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('YES' as const, 'NOT_NOW' as const), { maxLength: 6 }), (answers) => {
        const invitation = GuideInvitation.from({ connectionId: newId(), invitedBy: newId(), invitedSide: 'HOUSEHOLD', invitedAt: now });
        for (const [index, answer] of answers.entries()) invitation.take(answer, newId(), now.add({ hours: index }));
        expect([invitation.answer, invitation.answeredBy != null, invitation.invitedSide]).toEqual([answers.at(-1) ?? null, answers.length > 0, 'HOUSEHOLD']);
      }),
    );
  });
});

describe('a line of the guide', () => {
  it('S23 R30 is shared only while it is ticked, and belongs to nobody else once it is taken back, whatever is done in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('tick' as const, 'untick' as const, 'share' as const, 'keep' as const), { maxLength: 8 }), (all) => {
        const line = GuideTick.of({ connectionId: newId(), personId: newId(), promptId: 'P1-PAR-01' });
        for (const command of all) {
          const [ticked, shared] = [line.tickedAt != null, line.sharedAt != null];
          if (command === 'tick') line.tick(now);
          else if (command === 'untick') line.untick();
          else if (command === 'keep') line.keepToOneself();
          else if (ticked) line.share(now); // nobody shares what they have not ticked: the command looks for it first
          const expected = { tick: [true, shared], untick: [false, false], keep: [ticked, false], share: [ticked, ticked] };
          expect([line.tickedAt != null, line.sharedAt != null]).toEqual(expected[command]);
        }
      }),
    );
  });
});
