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

describe('R83 windows in the weeks that are not like the others', () => {
  const minutes = 14 * 24 * 60;
  /** Any minute of the two weeks around that day, in the county's own time. */
  const around = (day: string): fc.Arbitrary<Temporal.Instant> =>
    fc.integer({ min: -minutes / 2, max: minutes / 2 }).map((minute) => Temporal.PlainDateTime.from(day).toZonedDateTime(zone).add({ minutes: minute }).toInstant());
  const oddWeeks = fc.oneof(around('2026-03-08T02:00'), around('2026-11-01T01:00'), around('2028-02-29T12:00'), around('2026-12-31T23:59'));
  const localDay = (instant: Temporal.Instant, where = zone): Temporal.PlainDate => instant.toZonedDateTimeISO(where).toPlainDate();
  const counts = fc.record({ fromDay: fc.nat(14), more: fc.nat(14) });

  it('end as many local days after the start as they say, at local midnight, over both changes of the clock, the leap day and the turn of the year', () => {
    fc.assert(
      fc.property(oddWeeks, counts, (start, { fromDay, more }) => {
        const { opens, closes } = dayWindow({ at: start, precision: 'MINUTE' }, fromDay, fromDay + more, { zone, days: 'CALENDAR' });
        expect(`${localDay(opens)}`).toBe(`${localDay(start).add({ days: fromDay })}`);
        expect(`${localDay(closes)}`).toBe(`${localDay(start).add({ days: fromDay + more + 1 })}`);
        expect([opens, closes].map((instant) => instant.toZonedDateTimeISO(zone).hour)).toEqual([0, 0]);
      }),
    );
  });

  it('never count a weekend or a holiday as a business day, and count every other day once', () => {
    const holidays = ['2026-03-09', '2026-11-02', '2028-02-29', '2027-01-01'].map((day) => Temporal.PlainDate.from(day));
    const isBusinessDay = (day: Temporal.PlainDate): boolean => day.dayOfWeek <= 5 && !holidays.some((holiday) => holiday.equals(day));
    fc.assert(
      fc.property(oddWeeks, fc.integer({ min: 1, max: 15 }), (start, count) => {
        const last = localDay(dayWindow({ at: start, precision: 'MINUTE' }, 0, count, { zone, days: 'BUSINESS', holidays }).closes).subtract({ days: 1 });
        const length = localDay(start).until(last).days;
        const counted = Array.from({ length }, (_, index) => localDay(start).add({ days: index + 1 })).filter(isBusinessDay);
        expect(isBusinessDay(last)).toBe(true);
        expect(counted).toHaveLength(count);
      }),
    );
  });

  it('stay as they were counted when a county changes its zone, and are counted anew by the new one from the same start', () => {
    const zones = fc.constantFrom('America/Los_Angeles', 'America/Denver', 'America/Phoenix', 'Pacific/Honolulu', 'America/New_York');
    fc.assert(
      fc.property(oddWeeks, counts, zones, zones, (start, { fromDay, more }, before, after) => {
        const count = (where: string) => dayWindow({ at: start, precision: 'MINUTE' }, fromDay, fromDay + more, { zone: where, days: 'CALENDAR' });
        const [kept, anew] = [count(before), count(after)];
        expect(`${count(before).closes}`).toBe(`${kept.closes}`);
        expect(`${localDay(anew.closes, after)}`).toBe(`${localDay(start, after).add({ days: fromDay + more + 1 })}`);
        expect(`${hoursAfter({ at: start, precision: 'MINUTE' }, 24, before)}`).toBe(`${hoursAfter({ at: start, precision: 'MINUTE' }, 24, after)}`);
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
