import { describe, expect, it } from '@jest/globals';
import { coverWhole, partsHeld, Temporal, type Span, type WeeklyHours } from '@fc/domain-kernel';
import fc from 'fast-check';
import { commonSlots } from './slots.ts';

const zone = 'America/Los_Angeles';
const local = (text: string): Temporal.Instant => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant();
const wall = ({ opens, closes }: Span): string[] => [opens, closes].map((at) => at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }));
const week = { opens: local('2026-06-01T09:07'), closes: local('2026-06-08T09:07') };
const monday = (from: string, to: string): WeeklyHours[] => [{ weekday: 1, from, to }];

describe('the slots in which everybody is free', () => {
  const slots = (everybody: WeeklyHours[][], busy: Span[] = [], within = week, travelMinutes = 0): string[][] => [...commonSlots({ everybody: everybody.map((hours) => ({ hours, travelMinutes, busy })), minutes: 60, within, zone })].map(wall);

  it('lie in the hours of all, begin at quarters of an hour, and are long enough', () => {
    expect(slots([monday('09:00', '12:00'), monday('10:05', '11:30')])).toEqual([['2026-06-01T10:15', '2026-06-01T11:15'], ['2026-06-01T10:30', '2026-06-01T11:30']]);
    expect(slots([monday('09:00', '10:00'), monday('10:00', '12:00')])).toEqual([]);
  });

  it('do not begin before now, and leave out what somebody has already', () => {
    expect(slots([monday('09:00', '10:30')])).toEqual([['2026-06-01T09:15', '2026-06-01T10:15'], ['2026-06-01T09:30', '2026-06-01T10:30']]);
    expect(slots([monday('09:00', '10:30')], [{ opens: local('2026-06-01T08:00'), closes: local('2026-06-01T09:30') }])).toEqual([['2026-06-01T09:30', '2026-06-01T10:30']]);
  });

  it('leave everybody their way there and back, from when they are free and from whatever else they have', () => {
    const free = monday('09:00', '13:00');
    expect(slots([free], [], { opens: local('2026-06-01T00:00'), closes: local('2026-06-02T00:00') }, 75)).toEqual([['2026-06-01T10:15', '2026-06-01T11:15'], ['2026-06-01T10:30', '2026-06-01T11:30'], ['2026-06-01T10:45', '2026-06-01T11:45']]);
    const elsewhere = [{ opens: local('2026-06-01T12:30'), closes: local('2026-06-01T13:30') }];
    expect(slots([free], elsewhere, { opens: local('2026-06-01T00:00'), closes: local('2026-06-02T00:00') }, 75)).toEqual([['2026-06-01T10:15', '2026-06-01T11:15']]);
    expect(slots([monday('09:00', '11:00')], [], week, 31)).toEqual([]);
  });

  it('go over midnight where the hours do, and keep to the clocks where they change', () => {
    const night: WeeklyHours[] = [{ weekday: 6, from: '23:00', to: '24:00' }, { weekday: 7, from: '00:00', to: '00:30' }];
    expect(slots([night], [], { opens: local('2026-06-06T20:00'), closes: local('2026-06-07T20:00') })).toEqual([
      ['2026-06-06T23:00', '2026-06-07T00:00'],
      ['2026-06-06T23:15', '2026-06-07T00:15'],
      ['2026-06-06T23:30', '2026-06-07T00:30'],
    ]);
    const spring = slots([[{ weekday: 7, from: '01:30', to: '03:30' }]], [], { opens: local('2026-03-08T00:00'), closes: local('2026-03-09T00:00') });
    expect(spring).toEqual([['2026-03-08T01:30', '2026-03-08T03:30']]); // an hour there, because the clocks went forward
  });

  it('are never outside anybody’s hours, over anything that somebody has, or of another length', () => {
    const time = fc.integer({ min: 0, max: 23 * 4 }).map((quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`);
    const hours = fc.array(fc.record({ weekday: fc.integer({ min: 1, max: 7 }), from: time, to: fc.constant('24:00') }), { minLength: 1, maxLength: 4 });
    const busy = fc.array(fc.nat(7 * 24 * 60).map((minute) => ({ opens: week.opens.add({ minutes: minute }), closes: week.opens.add({ minutes: minute + 90 }) })), { maxLength: 4 });
    const starts = fc.constantFrom(week.opens, local('2026-03-05T10:00'), local('2026-10-29T10:00'));
    fc.assert(
      fc.property(fc.array(fc.record({ hours, busy, travelMinutes: fc.constantFrom(0, 20, 75) }), { minLength: 1, maxLength: 4 }), fc.constantFrom(30, 60, 90), starts, (everybody, minutes, opens) => {
        const within = { opens, closes: opens.add({ hours: 7 * 24 }) };
        let looked = 0;
        for (const slot of commonSlots({ everybody, minutes, within, zone })) {
          expect(slot.opens.until(slot.closes).total('minutes')).toBe(minutes);
          for (const { hours: theirs, busy: taken, travelMinutes } of everybody) {
            const away = { opens: slot.opens.subtract({ minutes: travelMinutes }), closes: slot.closes.add({ minutes: travelMinutes }) };
            expect(coverWhole(partsHeld({ from: within.opens, to: within.closes, hours: theirs }, away, zone), away)).toBe(true);
            expect(taken.some((other) => Temporal.Instant.compare(other.opens, away.closes) < 0 && Temporal.Instant.compare(away.opens, other.closes) < 0)).toBe(false);
          }
          if (++looked === 5) break;
        }
      }),
    );
  });
});
