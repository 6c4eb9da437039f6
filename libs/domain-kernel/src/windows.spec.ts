import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayWindow, hoursAfter, Temporal, windowState, type ClockStart, type DayCount, type Precision } from './index.ts';

const zone = 'America/Los_Angeles';
const local = (text: string): Temporal.Instant => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant();
const at = (text: string, precision: Precision = 'MINUTE'): ClockStart => ({ at: local(text), precision });
const wall = (instant: Temporal.Instant): string => instant.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
const span = (start: ClockStart, fromDay: number, toDay: number, days: DayCount = 'CALENDAR', holidays: string[] = []): [string, string] => {
  const { opens, closes } = dayWindow(start, fromDay, toDay, { zone, days, holidays: holidays.map((day) => Temporal.PlainDate.from(day)) });
  return [wall(opens), wall(closes)];
};

describe('hours after a start', () => {
  it('are elapsed hours when the clocks go forward', () => {
    expect(wall(hoursAfter(at('2026-03-07T10:00'), 24, zone))).toBe('2026-03-08T11:00');
  });

  it('are elapsed hours when the clocks go back', () => {
    expect(wall(hoursAfter(at('2026-10-31T10:00'), 24, zone))).toBe('2026-11-01T09:00');
  });

  it('run from the end of the local day when only the date is known', () => {
    expect(wall(hoursAfter(at('2026-06-01T00:00', 'DATE'), 24, zone))).toBe('2026-06-03T00:00');
    expect(wall(hoursAfter(at('2026-06-01T23:59', 'DATE'), 24, zone))).toBe('2026-06-03T00:00');
    expect(wall(hoursAfter(at('2026-03-07T12:00', 'DATE'), 24, zone))).toBe('2026-03-09T01:00');
  });
});

describe('a window of days', () => {
  it('opens at the start of its first day and closes at the end of its last', () => {
    expect(span(at('2026-06-01T15:30'), 3, 5)).toEqual(['2026-06-04T00:00', '2026-06-07T00:00']);
    expect(span(at('2026-06-01T00:00', 'DATE'), 3, 5)).toEqual(['2026-06-04T00:00', '2026-06-07T00:00']);
  });

  it('counts the local day of a start that is already the next day in UTC', () => {
    expect(span({ at: Temporal.Instant.from('2026-06-02T06:59:00Z'), precision: 'MINUTE' }, 0, 0)).toEqual(['2026-06-01T00:00', '2026-06-02T00:00']);
  });

  it('keeps to local midnight over both changes of the clock', () => {
    expect(span(at('2026-03-05T22:00'), 3, 5)).toEqual(['2026-03-08T00:00', '2026-03-11T00:00']);
    expect(span(at('2026-10-29T22:00'), 3, 5)).toEqual(['2026-11-01T00:00', '2026-11-04T00:00']);
  });

  it('counts the leap day where there is one', () => {
    expect(span(at('2028-02-26T09:00'), 3, 5)).toEqual(['2028-02-29T00:00', '2028-03-03T00:00']);
    expect(span(at('2026-02-26T09:00'), 3, 5)).toEqual(['2026-03-01T00:00', '2026-03-04T00:00']);
  });

  it('begins with the first hour of a day that has no midnight', () => {
    const { opens } = dayWindow({ at: Temporal.Instant.from('2024-09-06T12:00:00Z'), precision: 'MINUTE' }, 2, 2, { zone: 'America/Santiago', days: 'CALENDAR' });
    expect(opens.toZonedDateTimeISO('America/Santiago').toPlainDateTime().toString()).toBe('2024-09-08T01:00:00');
  });

  it('leaves out weekends and holidays when it counts business days', () => {
    expect(span(at('2026-06-04T09:00'), 3, 5, 'BUSINESS')).toEqual(['2026-06-09T00:00', '2026-06-12T00:00']);
    expect(span(at('2026-06-17T09:00'), 3, 5, 'BUSINESS', ['2026-06-19'])).toEqual(['2026-06-23T00:00', '2026-06-26T00:00']);
    expect(span(at('2026-06-06T09:00'), 1, 1, 'BUSINESS')).toEqual(['2026-06-08T00:00', '2026-06-09T00:00']);
  });

  it.each([
    [5, 3],
    [-1, 3],
    [0.5, 3],
  ])('refuses days %d to %d', (fromDay, toDay) => {
    expect(() => span(at('2026-06-01T09:00'), fromDay, toDay)).toThrow(RangeError);
  });

  const starts = fc
    .record({ at: fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }), precision: fc.constantFrom<Precision>('MINUTE', 'DATE') })
    .map((start): ClockStart => ({ at: Temporal.Instant.fromEpochMilliseconds(start.at.getTime()), precision: start.precision }));
  const zones = fc.constantFrom(zone, 'America/Anchorage', 'Pacific/Honolulu', 'UTC', 'Australia/Lord_Howe');

  it('is as many whole local days as it names, and never closes before it opens', () => {
    fc.assert(
      fc.property(starts, zones, fc.nat(40), fc.nat(40), fc.constantFrom<DayCount>('CALENDAR', 'BUSINESS'), (start, zone, fromDay, more, days) => {
        const { opens, closes } = dayWindow(start, fromDay, fromDay + more, { zone, days });
        const first = opens.toZonedDateTimeISO(zone);
        const end = closes.toZonedDateTimeISO(zone);
        expect(Temporal.Instant.compare(opens, closes)).toBe(-1);
        expect([first, end].map((moment) => moment.startOfDay().equals(moment))).toEqual([true, true]);
        const length = first.toPlainDate().until(end.toPlainDate()).days;
        if (days === 'CALENDAR') expect(length).toBe(more + 1);
        else expect(length).toBeGreaterThanOrEqual(more + 1);
      }),
    );
  });

  it('never lets a clock that is known to the date run out before one known to the minute', () => {
    fc.assert(
      fc.property(starts, zones, fc.integer({ min: 1, max: 240 }), (start, zone, hours) => {
        const byMinute = hoursAfter({ ...start, precision: 'MINUTE' }, hours, zone);
        const byDate = hoursAfter({ ...start, precision: 'DATE' }, hours, zone);
        expect(byMinute.since(start.at).total('hours')).toBe(hours);
        expect(Temporal.Instant.compare(byMinute, byDate)).toBe(-1);
        expect(byMinute.until(byDate).total('hours')).toBeLessThanOrEqual(25);
      }),
    );
  });
});

describe('the state of a window', () => {
  const window = { opens: local('2026-06-04T00:00'), closes: local('2026-06-07T00:00') };
  const state = (now: string, doneAt?: string) => windowState(window, local(now), doneAt === undefined ? undefined : local(doneAt));

  it('is approaching, due and missed as time goes by', () => {
    expect(state('2026-06-03T23:59')).toBe('APPROACHING');
    expect(state('2026-06-04T00:00')).toBe('DUE');
    expect(state('2026-06-06T23:59')).toBe('DUE');
    expect(state('2026-06-07T00:00')).toBe('MISSED');
  });

  it('is met when it was done inside it or early, and met late after it', () => {
    expect(state('2026-06-20T00:00', '2026-06-05T10:00')).toBe('MET');
    expect(state('2026-06-02T00:00', '2026-06-01T10:00')).toBe('MET');
    expect(state('2026-06-20T00:00', '2026-06-07T00:00')).toBe('MET_LATE');
  });
});
