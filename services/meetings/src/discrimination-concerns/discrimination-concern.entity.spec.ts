import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { newId, parseCountySlug, Temporal, type Id } from '@fc/domain-kernel';
import { PersonKey } from '@fc/tenancy';
import fc from 'fast-check';
import { codeOf } from '../../test/code-of.ts';
import { stateOf } from '../../test/state-of.ts';
import { DiscriminationConcern, DiscriminationGround } from './discrimination-concern.entity.ts';

const start = Temporal.Instant.from('2026-03-10T18:00:00Z');
const [raisedBy, supervisor, another] = [newId<'Person'>(), newId<'Person'>(), newId<'Person'>()];
const key = new PersonKey(createSecretKey(randomBytes(32)), parseCountySlug('king'), raisedBy);
const raise = (grounds: DiscriminationGround[], words = 'They laughed at her name.'): DiscriminationConcern => DiscriminationConcern.raise({ connectionId: newId(), raisedBy }, { grounds, words }, key, start);

describe('the states of a concern about discrimination', () => {
  it('begin with at least one ground and with words', () => {
    fc.assert(
      fc.property(fc.subarray(Object.values(DiscriminationGround)), fc.constantFrom('It happened.', ' ', 'x'.repeat(4_001)), (grounds, words) => {
        const refused = grounds.length === 0 ? 'MEETINGS.GROUND_NEEDED' : words === ' ' ? 'TEXT_REQUIRED' : words.length > 4_000 ? 'TEXT_TOO_LONG' : null;
        expect(codeOf(() => raise(grounds, words))).toBe(refused);
      }),
    );
  });

  it('R41 S46 are legal whatever is done in whatever order: answered once, by somebody else than whoever raised it, and the rest refused with its code and nothing changed', () => {
    const answers = fc.record({ by: fc.constantFrom(raisedBy, supervisor, another), text: fc.constantFrom('We talked with them.', ' ', 'x'.repeat(4_001)) });
    fc.assert(
      fc.property(fc.array(answers, { maxLength: 6 }), (all) => {
        const concern = raise([DiscriminationGround.FAITH]);
        let answered: { by: Id<'Person'>; text: string } | null = null;
        all.forEach((one, hours) => {
          const before = stateOf(concern);
          const unfit = one.text === ' ' ? 'TEXT_REQUIRED' : one.text.length > 4_000 ? 'TEXT_TOO_LONG' : null;
          const refused = one.by === raisedBy ? 'FORBIDDEN' : answered ? 'MEETINGS.CONCERN_ANSWERED' : unfit;
          expect(codeOf(() => concern.answerWith(one.text, one.by, key, start.add({ hours })))).toBe(refused);
          if (refused) expect(stateOf(concern)).toBe(before);
          else answered = one;
          expect([concern.answeredBy, concern.answeredAt != null, concern.answer != null]).toEqual([answered?.by ?? null, answered !== null, answered !== null]);
          expect(DiscriminationConcern.open(concern, key)).toEqual({ words: 'They laughed at her name.', answer: answered?.text ?? null });
        });
      }),
    );
  });
});
