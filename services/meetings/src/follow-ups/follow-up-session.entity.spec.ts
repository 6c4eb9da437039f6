import { describe, expect, it } from '@jest/globals';
import { newId, Temporal } from '@fc/domain-kernel';
import type { County } from '@fc/tenancy';
import { countySettingsSchema } from '@fc/tenancy/registry';
import fc from 'fast-check';
import { codeOf } from '../../test/code-of.ts';
import { ActiveMatch } from '../projections/active-match.entity.ts';
import { FollowUpSession } from './follow-up-session.entity.ts';

const now = Temporal.Instant.from('2026-03-10T18:00:00Z');
const after = now.subtract({ hours: 24 });
const county = { timeZone: 'America/Los_Angeles', settings: countySettingsSchema.parse({}) } as County; // the rest of a county says nothing about talks
const match = ActiveMatch.accepted({ matchId: newId(), mentorRole: 'CAREGIVER_MENTOR', mentorId: newId(), participantId: newId(), acceptedAt: after.toString() });

describe('a follow-up talk', () => {
  it('S06 R09 is held once, after what it follows, or closed, and refuses the rest with its code, whatever is done in whatever order', () => {
    const commands = fc.oneof(fc.record({ do: fc.constant('close' as const) }), fc.record({ do: fc.constant('hold' as const), hours: fc.integer({ min: -30, max: 6 }) }));
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 6 }), (all) => {
        const talk = FollowUpSession.after(newId(), match, after, county);
        for (const command of all) {
          const [held, closed] = [talk.heldAt != null, talk.closedAt != null];
          if (command.do === 'close') {
            talk.close(now);
            expect([talk.heldAt != null, talk.closedAt != null]).toEqual([held, !held]);
            continue;
          }
          const wrong = command.hours > 0 ? 'DATE_IN_FUTURE' : command.hours < -24 ? 'DATE_TOO_EARLY' : null;
          const refused = held ? 'MEETINGS.ALREADY_HELD' : closed ? 'MEETINGS.NO_LONGER_DUE' : wrong;
          expect(codeOf(() => talk.hold({ heldAt: now.add({ hours: command.hours }) }, now))).toBe(refused);
          expect([talk.heldAt != null, talk.closedAt != null]).toEqual([held || !refused, closed]);
        }
      }),
    );
  });
});
