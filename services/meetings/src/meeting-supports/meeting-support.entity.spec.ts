import { describe, expect, it } from '@jest/globals';
import { newId, Temporal, type Id } from '@fc/domain-kernel';
import fc from 'fast-check';
import { codeOf } from '../../test/code-of.ts';
import { stateOf } from '../../test/state-of.ts';
import { MeetingSupport, MeetingSupportKind, SupportConfirmation } from './meeting-support.entity.ts';

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

  it('is arranged as often as somebody else gives it, withdrawn once, and after that refused with its code and nothing changed, whatever is done in whatever order', () => {
    const commands = fc.oneof(fc.record({ do: fc.constant('arrange' as const), by: fc.constantFrom(newId<'Person'>(), newId<'Person'>(), null) }), fc.record({ do: fc.constant('withdraw' as const) }));
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 8 }), (all) => {
        const support = MeetingSupport.needed({ connectionId: newId(), kind: 'CHILD_CARE', forPersonId: newId() }, newId());
        let [providedById, withdrawnAt] = [null as Id<'Person'> | null, undefined as string | undefined];
        all.forEach((command, hours) => {
          const [before, now] = [stateOf(support), at.add({ hours })];
          const refused = command.do === 'arrange' && withdrawnAt ? 'MEETINGS.SUPPORT_NOT_NEEDED' : null;
          expect(codeOf(() => (command.do === 'arrange' ? support.arrange(command.by) : support.withdraw(now)))).toBe(refused);
          if (withdrawnAt) expect(stateOf(support)).toBe(before);
          else if (command.do === 'arrange') providedById = command.by;
          else withdrawnAt = now.toString();
          expect([support.providedById, support.withdrawnAt?.toString()]).toEqual([providedById, withdrawnAt]);
        });
      }),
    );
  });

  it('is confirmed for one appointment at a time: whatever was confirmed last holds whole', () => {
    const [supportId, meetingId, confirmedBy] = [newId<'MeetingSupport'>(), newId<'IntroductoryMeeting'>(), newId<'Person'>()];
    const confirmations = fc.array(fc.record({ hours: fc.nat({ max: 100 }), minutes: fc.constantFrom(30, 60, 120), providedById: fc.constantFrom(newId<'Person'>(), null) }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(confirmations, (all) => {
        const said = all.map(({ hours, minutes, providedById }) => ({ at: at.add({ hours }), minutes, providedById, confirmedBy, confirmedAt: at }));
        const confirmation = SupportConfirmation.of(supportId, meetingId, said[0]!);
        for (const one of said) {
          confirmation.confirm(one);
          expect(JSON.parse(stateOf(confirmation))).toEqual({ ...JSON.parse(JSON.stringify(one)), id: confirmation.id, supportId, meetingId });
        }
      }),
    );
  });
});
