import { describe, expect, it } from '@jest/globals';
import { newId, Temporal } from '@fc/domain-kernel';
import fc from 'fast-check';
import { codeOf } from '../../test/code-of.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { FamilyMeeting, type FamilyMeetingPlan } from './family-meeting.entity.ts';

const now = Temporal.Instant.from('2026-03-10T18:00:00Z');
const [parentId, caregiver, relative, worker] = [newId<'Person'>(), newId<'Person'>(), newId<'Person'>(), newId<'Person'>()];
const connection = FamilyConnection.opened({ id: newId(), parentId, householdId: newId(), caregiverIds: [caregiver], openedAt: now });
const plan = (more: Partial<FamilyMeetingPlan> = {}): FamilyMeeting =>
  FamilyMeeting.plan(
    { purpose: 'REUNIFICATION', scheduledFor: now.add({ hours: 24 }), place: 'Library', setting: 'COMMUNITY', withParent: true, otherParentIds: [], withCaregivers: true, relativeIds: [relative], professionalIds: [], ...more },
    { connection, otherParents: [], number: 1, by: worker, now },
  );
describe('a family meeting', () => {
  it('asks the ledger about the parent and the relatives with each caregiver, and of a held one about those who came', () => {
    expect(plan().contact()).toMatchObject({ channel: 'IN_PERSON', between: [parentId, relative], and: [caregiver], alsoPresent: [worker] });
    expect(plan({ withParent: false, withoutParentBecause: 'DECLINED' }).contact()).toMatchObject({ between: [relative], and: [caregiver] });
    expect(plan({ setting: 'VIRTUAL', place: 'https://video.example.org/room' }).contact(now, [parentId, worker])).toMatchObject({ channel: 'VIDEO', at: now, between: [parentId], and: [], alsoPresent: [worker] });
  });

  it('R59 is held once, cancelled or suspended once, and decides without the parent for a reason alone, whatever is done in whatever order', () => {
    const commands = fc.oneof(
      fc.record({ do: fc.constantFrom('cancel' as const, 'suspend' as const) }),
      fc.record({ do: fc.constant('hold' as const), decides: fc.boolean(), came: fc.boolean(), because: fc.constantFrom(null, 'NOT_REACHED' as const) }),
    );
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 6 }), (all) => {
        const meeting = plan();
        for (const command of all) {
          const before = meeting.status;
          const isPlanned = before === 'SCHEDULED';
          if (command.do !== 'hold') {
            expect(command.do === 'cancel' ? meeting.cancel() : meeting.suspend()).toBe(isPlanned);
            continue;
          }
          const over = { HELD: 'MEETINGS.ALREADY_HELD', CANCELLED: 'MEETINGS.CANCELLED', SUSPENDED: 'CONTACT_NOT_POSSIBLE', SCHEDULED: null }[before];
          const unexplained = command.decides && !command.came && !command.because ? 'MEETINGS.PARENT_BELONGS' : null;
          const came = command.came ? [parentId, worker] : [worker];
          expect(codeOf(() => meeting.hold({ heldAt: now, cameIds: came, withoutParentBecause: command.because }, { decides: command.decides, now }))).toBe(over ?? unexplained);
          if (over ?? unexplained) expect(meeting.status).toBe(before);
          else expect([meeting.status, meeting.withoutParent]).toEqual(['HELD', command.came ? null : command.because]);
        }
      }),
    );
  });
});
