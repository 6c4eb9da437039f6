import { describe, expect, it } from '@jest/globals';
import { newId, Temporal } from '@fc/domain-kernel';
import { countySettingsSchema } from '@fc/tenancy/registry';
import fc from 'fast-check';
import { codeOf } from '../../test/code-of.ts';
import { AfterCaseInvitation } from './after-case-invitation.entity.ts';

const county = { settings: countySettingsSchema.parse({}) };
const now = Temporal.Instant.from('2026-03-10T18:00:00Z');

describe('an invitation after the case', () => {
  it('R39 R43 is answered as often as one likes until it is withdrawn or suspended, and then no more, whatever is done in whatever order', () => {
    const commands = fc.oneof(fc.record({ do: fc.constantFrom('withdraw' as const, 'suspend' as const) }), fc.record({ do: fc.constant('answer' as const), comes: fc.boolean() }));
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 8 }), (all) => {
        const invitation = AfterCaseInvitation.to({ connectionId: newId(), occasion: 'A birthday', place: 'Park', takesPlaceAt: now.add({ hours: 24 }) }, { invitedBy: newId(), county, now });
        for (const command of all) {
          const { status } = invitation;
          if (command.do === 'suspend') {
            const mayBe = status === 'OPEN' || status === 'ACCEPTED';
            expect(invitation.suspend()).toBe(mayBe);
            expect(invitation.status).toBe(mayBe ? 'SUSPENDED' : status);
            continue;
          }
          const refused = status === 'SUSPENDED' ? 'CONTACT_NOT_POSSIBLE' : status === 'WITHDRAWN' ? 'MEETINGS.INVITATION_OVER' : null;
          expect(codeOf(() => (command.do === 'answer' ? invitation.answer(command.comes, newId()) : invitation.withdraw()))).toBe(refused);
          const next = command.do !== 'answer' ? 'WITHDRAWN' : command.comes ? 'ACCEPTED' : 'DECLINED';
          expect(invitation.status).toBe(refused ? status : next);
        }
      }),
    );
  });
});
