import { describe, expect, it } from '@jest/globals';
import { newId, Temporal } from '@fc/domain-kernel';
import fc from 'fast-check';
import { codeOf } from '../../test/code-of.ts';
import { stateOf } from '../../test/state-of.ts';
import { Strength } from './strength.entity.ts';

const start = Temporal.Instant.from('2026-03-10T18:00:00Z');
const named = (side: 'PARENT' | 'HOUSEHOLD' | null, childId: ReturnType<typeof newId<'Child'>> | null, text = 'She is patient.'): Strength =>
  Strength.named({ connectionId: newId(), kind: 'STRENGTH', side, childId, text, namedBy: newId(), namedSide: null }, start);

describe('the states of a strength', () => {
  it('begin with whose it is: a family’s or a child’s, and never both or nobody’s', () => {
    fc.assert(
      fc.property(fc.constantFrom('PARENT' as const, 'HOUSEHOLD' as const, null), fc.boolean(), fc.constantFrom('Patient', ' ', 'x'.repeat(501)), (side, ofChild, text) => {
        const refused = (side === null) !== ofChild ? 'MEETINGS.WHOSE_STRENGTH' : text === ' ' ? 'TEXT_REQUIRED' : text.length > 500 ? 'TEXT_TOO_LONG' : null;
        expect(codeOf(() => named(side, ofChild ? newId<'Child'>() : null, text))).toBe(refused);
      }),
    );
  });

  it('S76 are legal whatever is done in whatever order: a child’s is never shown by choice, and one that was taken back comes never back', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(fc.constantFrom('share' as const, 'keepToThemselves' as const, 'takeBack' as const), { maxLength: 8 }), (ofChild, all) => {
        const strength = ofChild ? named(null, newId<'Child'>()) : named('PARENT', null);
        all.forEach((command, hours) => {
          const [before, { sharedAt, takenBackAt }] = [stateOf(strength), strength];
          const refused = command === 'takeBack' ? null : takenBackAt ? 'NOT_FOUND' : command === 'share' && ofChild ? 'MEETINGS.OF_A_CHILD' : null;
          const now = start.add({ hours });
          expect(codeOf(() => (command === 'keepToThemselves' ? strength.keepToThemselves() : strength[command](now)))).toBe(refused);
          if (refused || (command === 'takeBack' && takenBackAt) || (command === 'share' && sharedAt)) return expect(stateOf(strength)).toBe(before);
          if (command === 'takeBack') expect(strength.takenBackAt).toBe(now);
          else expect(strength.sharedAt).toBe(command === 'share' ? now : null);
        });
        if (ofChild) expect(strength.sharedAt).toBeNull();
      }),
    );
  });
});
