import { Temporal } from '@fc/domain-kernel';
import { describe, expect, it } from '@jest/globals';
import { cannotBeHad, freeTimes, hoursOnClocksOf, isTakenUp, requireHoursExceptions, requireTimeZone, type Availability } from './free-times.ts';

const zone = 'America/Los_Angeles';
const day = (text: string) => Temporal.PlainDate.from(text);
const always: Availability = { hours: [], hoursExceptions: [], daysAway: [] };
const at = (availability: Availability, from: string, until = from, in_ = zone) => freeTimes(availability, day(from), day(until), in_).map(({ opens, closes }) => `${opens.toString()} ${closes.toString()}`);
const sundays: Availability = { ...always, hours: [{ weekday: 7, from: '01:00', to: '04:00' }] };

describe('freeTimes', () => {
  it('is as long as the clocks make it on the days on which they change', () => {
    expect(at(sundays, '2026-10-25')).toEqual(['2026-10-25T08:00:00Z 2026-10-25T11:00:00Z']);
    expect(at(sundays, '2026-11-01')).toEqual(['2026-11-01T08:00:00Z 2026-11-01T12:00:00Z']);
    expect(at(sundays, '2027-03-14')).toEqual(['2027-03-14T09:00:00Z 2027-03-14T11:00:00Z']);
    expect(at(sundays, '2027-03-14', '2027-03-14', 'America/Phoenix')).toEqual(['2027-03-14T08:00:00Z 2027-03-14T11:00:00Z']);
  });

  it('takes exceptions from the week and adds others to it, and leaves nothing of a leave', () => {
    const hours = [{ weekday: 1, from: '09:00', to: '12:00' }];
    const exceptions = requireHoursExceptions([
      { on: day('2026-06-01'), from: '10:00', to: '11:00', free: false },
      { on: day('2026-06-01'), from: '12:00', to: '13:00', free: true },
      { on: day('2026-06-02'), from: '18:00', to: '24:00', free: true },
    ]);
    const availability = { ...always, hours, hoursExceptions: exceptions };
    expect(at(availability, '2026-06-01', '2026-06-08')).toEqual([
      '2026-06-01T16:00:00Z 2026-06-01T17:00:00Z',
      '2026-06-01T18:00:00Z 2026-06-01T20:00:00Z',
      '2026-06-03T01:00:00Z 2026-06-03T07:00:00Z',
      '2026-06-08T16:00:00Z 2026-06-08T19:00:00Z',
    ]);
    expect(at({ ...availability, awayFrom: day('2026-06-01'), daysAway: [] }, '2026-06-01', '2026-06-08')).toEqual([]);
    expect(at({ ...availability, daysAway: [{ from: '2026-06-01', until: '2026-06-02' }] }, '2026-06-01', '2026-06-02')).toEqual([]);
  });
});

describe('isTakenUp', () => {
  const taken = { ...sundays, hoursExceptions: [{ on: '2026-10-25', from: '00:00', to: '03:30', free: false }] };

  it('is whoever has nothing left for a talk of what the week gives', () => {
    expect(isTakenUp(taken, day('2026-10-24'), 2, zone)).toBe(true);
    expect(isTakenUp(taken, day('2026-10-24'), 9, zone)).toBe(false);
    expect(isTakenUp(taken, day('2026-10-26'), 2, zone)).toBe(false);
    expect(isTakenUp({ ...taken, hoursExceptions: [...taken.hoursExceptions, { on: '2026-10-24', from: '08:00', to: '09:00', free: true }] }, day('2026-10-24'), 2, zone)).toBe(false);
  });
});

describe('cannotBeHad', () => {
  it('is whoever is on leave that day, and whom single days and a leave together take for as long as an answer may take', () => {
    const leave = { ...always, awayFrom: day('2026-06-02') };
    expect(cannotBeHad(leave, day('2026-06-02'), 7, zone)).toBe(true);
    expect(cannotBeHad(leave, day('2026-06-01'), 7, zone)).toBe(false);
    expect(cannotBeHad({ ...leave, daysAway: [{ from: '2026-06-01', until: '2026-06-01' }] }, day('2026-06-01'), 7, zone)).toBe(true);
    expect(cannotBeHad({ ...leave, awayUntil: day('2026-06-05'), daysAway: [{ from: '2026-06-01', until: '2026-06-01' }] }, day('2026-06-01'), 7, zone)).toBe(false);
  });
});

describe('hoursOnClocksOf', () => {
  const mondays = [{ weekday: 1, from: '20:00', to: '23:00' }];

  it('reads a week on other clocks, over midnight too, as the offset is in that week', () => {
    expect(hoursOnClocksOf(zone, mondays, zone, day('2026-06-01'))).toEqual(mondays);
    expect(hoursOnClocksOf('America/New_York', mondays, zone, day('2026-06-01'))).toEqual([{ weekday: 1, from: '23:00', to: '24:00' }, { weekday: 2, from: '00:00', to: '02:00' }]);
    expect(hoursOnClocksOf(zone, mondays, 'America/Phoenix', day('2026-06-01'))).toEqual(mondays);
    expect(hoursOnClocksOf(zone, mondays, 'America/Phoenix', day('2026-12-01'))).toEqual([{ weekday: 1, from: '19:00', to: '22:00' }]);
  });
});

describe('what is refused', () => {
  const on = day('2026-06-01');
  it.each([['12:00', '12:00'], ['13:00', '12:00'], ['9:00', '12:00']])('are hours from %s to %s', (from, to) => {
    expect(() => requireHoursExceptions([{ on, from, to, free: true }])).toThrow(expect.objectContaining({ code: 'INVALID_HOURS' }));
  });

  it('are hours that are said to be both, with the day, and what is no zone', () => {
    const both = [{ on, from: '09:00', to: '12:00', free: true }, { on, from: '11:00', to: '13:00', free: false }];
    expect(() => requireHoursExceptions(both)).toThrow(expect.objectContaining({ code: 'MATCHING.HOURS_CONTRADICT', message: expect.stringContaining('2026-06-01') }));
    expect(requireHoursExceptions([both[0]!, { ...both[1]!, from: '12:00' }])).toHaveLength(2);
    for (const name of ['Mars/Olympus', '+05:00', '']) expect(() => requireTimeZone(name)).toThrow(expect.objectContaining({ code: 'MATCHING.UNKNOWN_TIME_ZONE' }));
    expect(requireTimeZone('America/Phoenix')).toBe('America/Phoenix');
  });
});
