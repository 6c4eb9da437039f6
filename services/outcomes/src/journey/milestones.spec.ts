import { describe, expect, it } from '@jest/globals';
import { Temporal } from '@fc/domain-kernel';
import { daysBetween, MilestoneKey, milestones, ProgramGoal, reachedAt } from './milestones.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const milestone = (key: MilestoneKey) => milestones.find((known) => known.key === key)!;

describe('milestones', () => {
  it('R77 measure each of the five goals by at least one', () => {
    expect(new Set(milestones.map(({ goal }) => goal))).toEqual(new Set(Object.values(ProgramGoal)));
    expect(milestones.map(({ key }) => key)).toEqual(Object.values(MilestoneKey));
  });

  it('are reached at the first fact of their kind, and of their category where they name one', () => {
    const firsts = [
      { kind: 'VISIT_HELD', category: 'NATURAL', at: at('2026-03-09T20:00:00Z') },
      { kind: 'VISIT_HELD', category: 'AGENCY', at: at('2026-03-02T20:00:00Z') },
    ];
    expect(String(reachedAt(milestone(MilestoneKey.VISIT), firsts))).toBe('2026-03-02T20:00:00Z');
    expect(String(reachedAt(milestone(MilestoneKey.NATURAL_VISIT), firsts))).toBe('2026-03-09T20:00:00Z');
    expect(reachedAt(milestone(MilestoneKey.FAMILIES_MET), firsts)).toBeNull();
  });

  it("count days on the county's calendar, over a change of the clocks too", () => {
    expect(daysBetween(at('2026-03-07T07:30:00Z'), at('2026-03-07T08:30:00Z'), 'America/Los_Angeles')).toBe(1); // 23:30 to 00:30
    expect(daysBetween(at('2026-03-07T08:30:00Z'), at('2026-03-10T06:30:00Z'), 'America/Los_Angeles')).toBe(2);
    expect(daysBetween(at('2026-03-07T08:30:00Z'), at('2026-01-01T00:00:00Z'), 'America/Los_Angeles')).toBe(0);
  });
});
