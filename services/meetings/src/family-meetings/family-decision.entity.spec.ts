import { describe, expect, it } from '@jest/globals';
import { newId, Temporal } from '@fc/domain-kernel';
import fc from 'fast-check';
import { codeOf } from '../../test/code-of.ts';
import { stateOf } from '../../test/state-of.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { FamilyDecision } from './family-decision.entity.ts';
import { countySettingsSchema } from '@fc/tenancy/registry';
import { FamilyMeeting } from './family-meeting.entity.ts';

const heldAt = Temporal.Instant.from('2026-03-11T05:30:00Z'); // late on the 10th in Seattle
const [parentId, worker] = [newId<'Person'>(), newId<'Person'>()];
const connection = FamilyConnection.opened({ id: newId(), parentId, householdId: newId(), caregiverIds: [newId()], openedAt: heldAt });
const meeting = FamilyMeeting.plan(
  { purpose: 'REUNIFICATION', scheduledFor: heldAt.add({ hours: 1 }), place: 'Library', setting: 'COMMUNITY', withParent: true, otherParentIds: [], withCaregivers: true, relativeIds: [], professionalIds: [] },
  { connection, otherParents: [], number: 1, county: { settings: countySettingsSchema.parse({}) }, by: worker, now: heldAt },
);
const decision = (ownerId = parentId, day = '2026-03-20', text = 'Noor calls the school.'): FamilyDecision => FamilyDecision.of(meeting, heldAt, { text, ownerId, dueOn: Temporal.PlainDate.from(day) }, 'America/Los_Angeles');

describe('the states of a decision', () => {
  it('begin with somebody of the meeting who does it, on its day in the county or later', () => {
    fc.assert(
      fc.property(fc.constantFrom(parentId, worker, newId<'Person'>()), fc.constantFrom('2026-03-09', '2026-03-10', '2026-03-11'), fc.constantFrom('Call', ' ', 'x'.repeat(1_001)), (owner, day, text) => {
        const refused =
          owner !== parentId && owner !== worker ? 'MEETINGS.OWNER_NOT_THERE' : day === '2026-03-09' ? 'MEETINGS.DUE_BEFORE_MEETING' : text === ' ' ? 'TEXT_REQUIRED' : text.length > 1_000 ? 'TEXT_TOO_LONG' : null;
        expect(codeOf(() => decision(owner, day, text))).toBe(refused);
      }),
    );
  });

  it('S50 are two: to be done, and done once; a second time is refused and changes nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), (times) => {
        const one = decision();
        expect(one.doneAt).toBeNull();
        for (let time = 1; time <= times; time += 1) {
          const before = stateOf(one);
          expect(codeOf(() => one.done(heldAt.add({ hours: time })))).toBe(time === 1 ? null : 'MEETINGS.DECISION_DONE');
          if (time > 1) expect(stateOf(one)).toBe(before);
        }
        expect(one.doneAt?.toString()).toBe(heldAt.add({ hours: 1 }).toString());
      }),
    );
  });
});
