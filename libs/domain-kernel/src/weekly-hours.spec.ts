import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from './temporal.ts';
import { coverWhole, partsHeld, requireWeeklyHours, type HoldingTime, type WeeklyHours } from './weekly-hours.ts';

const zone = 'America/Los_Angeles';
const local = (text: string): Temporal.Instant => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant();
const span = (from: string, to: string) => ({ opens: local(from), closes: local(to) });
const always = { from: local('2026-01-01T00:00'), to: null };
const saturdays: HoldingTime = { ...always, hours: [{ weekday: 6, from: '10:00', to: '16:00' }] };

describe('the time in which something holds', () => {
  it('is cut to its own beginning and end', () => {
    const asked = span('2026-05-01T00:00', '2026-05-10T00:00');
    expect(partsHeld({ from: local('2026-05-03T00:00'), to: local('2026-05-04T00:00'), hours: [] }, asked, zone)).toEqual([span('2026-05-03T00:00', '2026-05-04T00:00')]);
    expect(partsHeld({ from: local('2026-05-10T00:00'), to: null, hours: [] }, asked, zone)).toEqual([]);
  });

  it('is cut to its hours of the week on the county’s clocks, over a change to daylight-saving time too', () => {
    const [before, after] = partsHeld(saturdays, span('2026-03-07T00:00', '2026-03-15T00:00'), zone);
    expect([before, after]).toEqual([span('2026-03-07T10:00', '2026-03-07T16:00'), span('2026-03-14T10:00', '2026-03-14T16:00')]);
    expect(after!.opens.since(before!.opens).total('hours')).toBe(7 * 24 - 1);
  });

  it('covers a visit that lies within its hours, and none that goes on after them', () => {
    const covers = (asked: ReturnType<typeof span>): boolean => coverWhole(partsHeld(saturdays, asked, zone), asked);
    expect(covers(span('2026-05-02T10:00', '2026-05-02T16:00'))).toBe(true);
    expect(covers(span('2026-05-02T15:00', '2026-05-02T16:01'))).toBe(false);
    expect(covers(span('2026-05-03T11:00', '2026-05-03T12:00'))).toBe(false);
  });

  it('covers what several times cover together', () => {
    const asked = span('2026-05-02T10:00', '2026-05-02T12:00');
    const parts = [span('2026-05-02T11:00', '2026-05-02T13:00'), span('2026-05-02T09:00', '2026-05-02T11:00')];
    expect(coverWhole(parts, asked)).toBe(true);
    expect(coverWhole(parts.slice(1), asked)).toBe(false);
    expect(coverWhole([], asked)).toBe(false);
  });

  it('holds at an instant exactly when the instant is within its limits and its hours', () => {
    const hour = fc.integer({ min: 0, max: 23 });
    const hours = fc.record({ weekday: fc.integer({ min: 1, max: 7 }), first: hour, last: hour }).map(({ weekday, first, last }): WeeklyHours => {
      const text = (value: number): string => `${String(value).padStart(2, '0')}:00`;
      return { weekday, from: text(Math.min(first, last)), to: text(Math.max(first, last) + 1) };
    });
    const start = local('2026-03-01T00:00').epochMilliseconds;
    fc.assert(
      fc.property(fc.array(hours, { maxLength: 4 }), fc.integer({ min: 0, max: 40 * 24 * 60 }), fc.integer({ min: 0, max: 40 * 24 }), (weekly, minute, until) => {
        const at = Temporal.Instant.fromEpochMilliseconds(start + minute * 60_000);
        const to = Temporal.Instant.fromEpochMilliseconds(start + until * 3_600_000);
        const there = at.toZonedDateTimeISO(zone);
        const inHours = weekly.length === 0 || weekly.some(({ weekday, from, to: end }) => weekday === there.dayOfWeek && from <= there.toPlainTime().toString().slice(0, 5) && there.toPlainTime().toString().slice(0, 5) < end);
        const moment = { opens: at, closes: at.add({ nanoseconds: 1 }) };
        const held = partsHeld({ from: Temporal.Instant.fromEpochMilliseconds(start), to, hours: weekly }, moment, zone);
        expect(coverWhole(held, moment)).toBe(inHours && Temporal.Instant.compare(at, to) < 0);
      }),
    );
  });

  it('refuses hours that are none', () => {
    expect(requireWeeklyHours([{ weekday: 7, from: '00:00', to: '24:00' }])).toHaveLength(1);
    for (const wrong of [{ weekday: 0, from: '10:00', to: '11:00' }, { weekday: 1, from: '11:00', to: '10:00' }, { weekday: 1, from: '24:00', to: '24:00' }, { weekday: 1, from: '9:00', to: '10:00' }])
      expect(() => requireWeeklyHours([wrong])).toThrow('Hours are of one day');
  });
});
