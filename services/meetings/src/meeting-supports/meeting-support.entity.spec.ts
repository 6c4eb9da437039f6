import { describe, expect, it } from '@jest/globals';
import { newId, Temporal } from '@fc/domain-kernel';
import fc from 'fast-check';
import { codeOf } from '../../test/code-of.ts';
import { MeetingSupport, MeetingSupportKind } from './meeting-support.entity.ts';

const at = Temporal.Instant.from('2026-03-10T18:00:00Z');
const kinds = Object.values(MeetingSupportKind);

describe('what somebody needs to take part in a meeting', () => {
  it('names a language exactly where it is an interpreter, as a tag that is one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.option(fc.constantFrom('es', 'so', 'zh-hant-TW', 'no such', '')), (kind, language) => {
        const refused = (kind === 'INTERPRETER') !== Boolean(language) ? 'MEETINGS.LANGUAGE_FOR_INTERPRETER' : language === 'no such' ? 'MEETINGS.NO_SUCH_LANGUAGE' : null;
        expect(codeOf(() => MeetingSupport.needed({ connectionId: newId(), kind, language, forPersonId: newId() }, newId()))).toBe(refused);
      }),
    );
    expect(MeetingSupport.needed({ connectionId: newId(), kind: 'INTERPRETER', language: 'zh-hant-tw', forPersonId: newId() }, newId()).language).toBe('zh-Hant-TW');
  });

  it('is withdrawn once, and given by whoever was named last', () => {
    const support = MeetingSupport.needed({ connectionId: newId(), kind: 'CHILD_CARE', forPersonId: newId() }, newId());
    const provider = newId<'Person'>();
    support.arrange(provider);
    expect(support.providedById).toBe(provider);
    support.arrange(null);
    support.withdraw(at);
    support.withdraw(at.add({ hours: 1 }));
    expect([support.providedById, support.withdrawnAt?.toString()]).toEqual([null, at.toString()]);
  });
});
