import { describe, expect, it } from '@jest/globals';
import { newId, Temporal } from '@fc/domain-kernel';
import type { County } from '@fc/tenancy';
import { countySettingsSchema } from '@fc/tenancy/registry';
import { codeOf } from '../../test/code-of.ts';
import { firstPlacement } from '../../test/first-placement.ts';
import { MeetingSetting } from '../introductory-meetings/meeting-setting.ts';
import { Icebreaker } from './icebreaker.entity.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const county = (settings: object = {}): County => ({ timeZone: 'America/Los_Angeles', settings: countySettingsSchema.parse(settings) }) as County; // the rest of a county says nothing about icebreakers
const placement = firstPlacement();
const due = (settings = {}): Icebreaker => Icebreaker.due(newId(), placement, county(settings));
const atReturnHome = (): Icebreaker => Icebreaker.atReturnHome({ connectionId: newId(), placementId: placement.id, childId: placement.childId }, at('2026-03-06T18:00:00Z'), county());
const plan = { scheduledFor: at('2026-03-08T20:00:00Z'), minutes: 60, place: 'Office', setting: MeetingSetting.AGENCY, facilitatorId: newId<'Person'>() };
const around = { agenda: [], placement, zone: 'America/Los_Angeles', now: at('2026-03-20T00:00:00Z') };
const record = { heldAt: at('2026-03-07T00:00:00Z'), purposes: [], topics: [] };

describe('an icebreaker', () => {
  it('is due on local days 3 to 5, calendar or business days as the county counts, through a change of the clocks', () => {
    expect([due().opensAt.toString(), due().closesAt.toString()]).toEqual(['2026-03-08T08:00:00Z', '2026-03-11T07:00:00Z']);
    const business = due({ icebreakerDays: 'BUSINESS', holidays: ['2026-03-09'] });
    expect([business.opensAt.toString(), business.closesAt.toString(), business.rule]).toEqual(['2026-03-11T07:00:00Z', '2026-03-14T07:00:00Z', 'ICEBREAKER_3_TO_5_BUSINESS_DAYS_FROM_PLACEMENT']);
  });

  it('R03 of a return home is counted from it, is not held before it, and is not counted anew with the placement', () => {
    const icebreaker = atReturnHome();
    expect([icebreaker.opensAt.toString(), icebreaker.startedBy]).toEqual(['2026-03-09T07:00:00Z', 'RETURN_HOME']);
    icebreaker.recount(placement, county());
    expect(icebreaker.opensAt.toString()).toBe('2026-03-09T07:00:00Z');
    const facilitatorId = newId<'Person'>();
    expect(codeOf(() => icebreaker.hold({ ...record, facilitatorId, heldAt: at('2026-03-06T17:59:00Z') }, around))).toBe('DATE_TOO_EARLY');
    expect(icebreaker.hold({ ...record, facilitatorId, heldAt: at('2026-03-06T18:00:00Z') }, around)).toBe(false);
  });

  it('goes from a task to an appointment to held, and from there nowhere', () => {
    const icebreaker = due();
    icebreaker.schedule(plan, at('2026-03-07T00:00:00Z'));
    expect(icebreaker.status).toBe('SCHEDULED');
    expect(icebreaker.hold(record, around)).toBe(false);
    expect(() => icebreaker.schedule(plan, at('2026-03-07T00:00:00Z'))).toThrow('held already');
    icebreaker.close(around.now);
    expect([icebreaker.suspend(around.now), icebreaker.status]).toEqual([false, 'HELD']);
  });

  it('needs somebody who facilitates it, planned or named when it is held', () => {
    expect(() => due().hold(record, around)).toThrow('Say who facilitated it');
    expect(due().hold({ ...record, facilitatorId: newId() }, around)).toBe(false);
  });

  it('tells whether an appointment was suspended, and comes back by a new plan alone', () => {
    const open = due();
    expect([open.suspend(at('2026-03-07T00:00:00Z')), open.status]).toEqual([false, 'SUSPENDED']);
    expect(() => open.hold({ ...record, facilitatorId: newId() }, around)).toThrow('This is not possible at present.');
    open.schedule(plan, at('2026-03-07T00:00:00Z'));
    expect([open.suspend(around.now), open.status]).toEqual([true, 'SUSPENDED']);
  });

  it('is written down after it was suspended or closed, as far as it took place before that', () => {
    const off = record.heldAt;
    const before = { ...record, heldAt: off.subtract({ seconds: 1 }), facilitatorId: plan.facilitatorId };
    for (const [end, refused] of [['suspend', 'CONTACT_NOT_POSSIBLE'], ['close', 'MEETINGS.NO_LONGER_DUE']] as const) {
      const icebreaker = due();
      icebreaker.schedule(plan, off.subtract({ hours: 5 }));
      icebreaker[end](off);
      expect(codeOf(() => icebreaker.requireFacilitatedBy(plan.facilitatorId, off))).toBe(refused);
      expect(codeOf(() => icebreaker.requireFacilitatedBy(plan.facilitatorId, before.heldAt))).toBeNull();
      expect(codeOf(() => icebreaker.hold({ ...before, heldAt: off }, around))).toBe(refused);
      expect(codeOf(() => icebreaker.hold(before, around))).toBeNull();
      expect(icebreaker.status).toBe('HELD');
    }
  });
});
