import { describe, expect, it } from '@jest/globals';
import { newId, Temporal, type Id } from '@fc/domain-kernel';
import { countySettingsSchema } from '@fc/tenancy/registry';
import fc from 'fast-check';
import { codeOf } from '../../test/code-of.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { FamilyMeeting, type FamilyMeetingPlan } from './family-meeting.entity.ts';

const county = { settings: countySettingsSchema.parse({ meetingMinutes: { familyMeeting: 90 } }) };
const now = Temporal.Instant.from('2026-03-10T18:00:00Z');
const [parentId, caregiver, relative, worker] = [newId<'Person'>(), newId<'Person'>(), newId<'Person'>(), newId<'Person'>()];
const connection = FamilyConnection.opened({ id: newId(), parentId, householdId: newId(), caregiverIds: [caregiver], openedAt: now });
const plan = (more: Partial<FamilyMeetingPlan> = {}, otherParents: Id<'Person'>[] = []): FamilyMeeting =>
  FamilyMeeting.plan(
    { purpose: 'REUNIFICATION', scheduledFor: now.add({ hours: 24 }), place: 'Library', setting: 'COMMUNITY', withParent: true, otherParentIds: [], withCaregivers: true, relativeIds: [relative], professionalIds: [], ...more },
    { connection, otherParents, number: 1, county, by: worker, now },
  );
describe('a family meeting', () => {
  it('asks the ledger about the parent and the relatives with each caregiver, and of a held one about those who came', () => {
    expect(plan().contact()).toMatchObject({ channel: 'IN_PERSON', at: now.add({ hours: 24 }), until: now.add({ hours: 25, minutes: 30 }), between: [parentId, relative], and: [caregiver], alsoPresent: [worker] });
    expect(plan({ withParent: false, withoutParentBecause: 'DECLINED' }).contact()).toMatchObject({ between: [relative], and: [caregiver] });
    expect(plan({ setting: 'VIRTUAL', place: 'https://video.example.org/room' }).contactOfThoseWhoCame(now, [parentId, worker])).toEqual({ channel: 'VIDEO', at: now, between: [parentId], and: [], alsoPresent: [worker] });
  });

  it('R59 is held once, cancelled or suspended once, and decides without a parent who was to come for a reason of their own alone, whatever is done in whatever order', () => {
    const commands = fc.oneof(
      fc.record({ do: fc.constantFrom('cancel' as const, 'suspend' as const, 'move' as const) }),
      fc.record({ do: fc.constant('hold' as const), decides: fc.boolean(), came: fc.boolean(), because: fc.constantFrom(null, 'NOT_REACHED' as const) }),
    );
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 6 }), fc.boolean(), (all, withoutAnother) => {
        const meeting = withoutAnother ? plan({ withoutParentBecause: 'DECLINED' }, [newId<'Person'>()]) : plan();
        const ofAnother = meeting.withoutParent;
        for (const command of all) {
          const before = meeting.status;
          const isPlanned = before === 'SCHEDULED';
          const over = { HELD: 'MEETINGS.ALREADY_HELD', CANCELLED: 'MEETINGS.CANCELLED', SUSPENDED: 'CONTACT_NOT_POSSIBLE', SCHEDULED: null }[before];
          if (command.do === 'move') {
            expect(codeOf(() => meeting.move({ scheduledFor: now.add({ hours: 48 }), minutes: 30 }, 'OTHER', now))).toBe(over);
            expect([meeting.status, isPlanned ? meeting.minutes : null]).toEqual([before, isPlanned ? 30 : null]);
            continue;
          }
          if (command.do !== 'hold') {
            expect(command.do === 'cancel' ? meeting.cancel() : meeting.suspend()).toBe(isPlanned);
            continue;
          }
          const unexplained = command.decides && !command.came && !command.because ? 'MEETINGS.PARENT_BELONGS' : null;
          const came = command.came ? [parentId, worker] : [worker];
          expect(codeOf(() => meeting.hold({ heldAt: now, cameIds: came, withoutParentBecause: command.because }, { decides: command.decides, from: now, now }))).toBe(over ?? unexplained);
          if (over ?? unexplained) expect(meeting.status).toBe(before);
          else expect([meeting.status, meeting.withoutParent]).toEqual(['HELD', command.came ? ofAnother : (command.because ?? ofAnother)]);
        }
      }),
    );
  });

  it('S50 takes place between the placement and now', () => {
    const held = (hours: number): string | null => codeOf(() => plan().hold({ heldAt: now.add({ hours }), cameIds: [worker] }, { decides: false, from: now.subtract({ hours: 24 }), now }));
    expect([-25, -24, 0, 1].map(held)).toEqual(['DATE_TOO_EARLY', null, null, 'DATE_IN_FUTURE']);
  });
});
