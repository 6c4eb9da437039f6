import { Temporal, windowState } from '@fc/domain-kernel';
import { countySettingsSchema } from '@fc/tenancy/registry';
import { describe, expect, it } from '@jest/globals';
import { firstVisitWindow } from './first-visit-window.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const county = (firstFamilyTimeHours?: number) => ({ timeZone: 'America/Los_Angeles', settings: countySettingsSchema.parse(firstFamilyTimeHours ? { firstFamilyTimeHours } : {}) });

describe('firstVisitWindow', () => {
  it('closes 72 hours after the removal where the county says nothing else, also over a change of the clocks', () => {
    const window = firstVisitWindow({ at: at('2026-03-07T20:00:00Z'), precision: 'MINUTE' }, county());
    expect(String(window.closes)).toBe('2026-03-10T20:00:00Z');
    expect(window.rule).toBe('FIRST_FAMILY_TIME_72_HOURS_FROM_REMOVAL');
  });

  it("runs from the end of the local day where only the day is known, for the county's own number of hours", () => {
    const window = firstVisitWindow({ at: at('2026-01-05T20:00:00Z'), precision: 'DATE' }, county(24));
    expect(String(window.opens)).toBe('2026-01-06T08:00:00Z');
    expect(String(window.closes)).toBe('2026-01-07T08:00:00Z');
  });

  it('is met by a visit inside it, met late by one after it, and missed without one', () => {
    const window = firstVisitWindow({ at: at('2026-01-05T20:00:00Z'), precision: 'MINUTE' }, county());
    const late = at('2026-01-09T00:00:00Z');
    expect([windowState(window, late, at('2026-01-06T00:00:00Z')), windowState(window, late, late), windowState(window, late)]).toEqual(['MET', 'MET_LATE', 'MISSED']);
  });
});
