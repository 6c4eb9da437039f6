import { Temporal } from '@fc/domain-kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { calendarEntry, type CalendarEntry, type PlannedMeeting } from './calendar-entry.ts';
import { calendarFeed, calendarFile } from './write-calendar.ts';

const zone = 'America/Los_Angeles';
const local = (text: string): Temporal.Instant => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant();
const now = local('2026-03-01T08:00');
const entry = ({ startsAt = local('2026-03-10T14:00'), ...about }: Partial<CalendarEntry> = {}): CalendarEntry => ({ uid: '019ce1a0-0000-7000-8000-000000000001', sequence: 0, startsAt, endsAt: startsAt.add({ hours: 1 }), place: 'Library', cancelled: false, ...about });
const meeting = (about: Partial<PlannedMeeting> = {}): PlannedMeeting => ({ id: '019ce1a0-0000-7000-8000-000000000001', version: 1, status: 'SCHEDULED', scheduledFor: local('2026-03-10T14:00'), minutes: 60, place: 'Library', setting: 'COMMUNITY', ...about });

/** The file as another program reads it. */
const read = (file: string): { calendar: ICAL.Component; events: ICAL.Event[] } => {
  const calendar = new ICAL.Component(ICAL.parse(file) as ConstructorParameters<typeof ICAL.Component>[0]);
  return { calendar, events: calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event)) };
};
const theOne = (file: string): ICAL.Event => {
  const { events } = read(file);
  expect(events).toHaveLength(1);
  return events[0]!;
};
const hours = ({ startDate, endDate }: ICAL.Event): string[] =>
  [startDate, endDate].map((time) => Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1_000).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }));

describe('a calendar file', () => {
  it('keeps the hours on the clocks of the county over midnight and in both weeks in which they change', () => {
    const at = (text: string): string[] => hours(theOne(calendarFile(entry({ startsAt: local(text) }), now)));
    expect(at('2026-03-10T23:30')).toEqual(['2026-03-10T23:30', '2026-03-11T00:30']);
    expect(at('2026-03-07T23:30')).toEqual(['2026-03-07T23:30', '2026-03-08T00:30']);
    expect(at('2026-03-08T01:30')).toEqual(['2026-03-08T01:30', '2026-03-08T03:30']); // the clocks go forward
    expect(at('2026-03-09T14:00')).toEqual(['2026-03-09T14:00', '2026-03-09T15:00']);
    expect(at('2026-10-31T14:00')).toEqual(['2026-10-31T14:00', '2026-10-31T15:00']);
    expect(at('2026-11-01T00:30')).toEqual(['2026-11-01T00:30', '2026-11-01T01:30']);
    expect(at('2026-11-01T23:30')).toEqual(['2026-11-01T23:30', '2026-11-02T00:30']); // the clocks went back
    const twice = [local('2026-11-01T01:30'), local('2026-11-01T01:30').add({ hours: 1 })]; // there are two half past one that night
    expect(twice.map((startsAt) => theOne(calendarFile(entry({ startsAt }), now)).startDate.toUnixTime() * 1_000)).toEqual(twice.map(({ epochMilliseconds }) => epochMilliseconds));
  });

  it('goes on as long as the meeting takes, over midnight and in the nights in which the clocks change', () => {
    const of = (scheduledFor: string, minutes: number): string[] => hours(theOne(calendarFile(calendarEntry(meeting({ scheduledFor: local(scheduledFor), minutes }))!, now)));
    expect(of('2026-03-10T14:00', 15)).toEqual(['2026-03-10T14:00', '2026-03-10T14:15']);
    expect(of('2026-03-10T23:00', 120)).toEqual(['2026-03-10T23:00', '2026-03-11T01:00']);
    expect(of('2026-03-08T01:00', 120)).toEqual(['2026-03-08T01:00', '2026-03-08T04:00']); // the clocks go forward
    expect(of('2026-11-01T00:30', 120)).toEqual(['2026-11-01T00:30', '2026-11-01T01:30']); // and back
    expect(read(calendarFeed([calendarEntry(meeting({ minutes: 480 }))!], now)).events.map(hours)).toEqual([['2026-03-10T14:00', '2026-03-10T22:00']]);
  });

  it('updates one event when the meeting is moved, and calls the same event off', () => {
    const plan = (about: Partial<PlannedMeeting>): { method: unknown; event: ICAL.Event } => {
      const file = calendarFile(calendarEntry(meeting(about))!, now);
      return { method: read(file).calendar.getFirstPropertyValue('method'), event: theOne(file) };
    };
    const [first, moved, again] = [plan({}), plan({ version: 2, scheduledFor: local('2026-03-11T10:00') }), plan({ version: 3, scheduledFor: local('2026-03-12T10:00') })];
    const off = (['CANCELLED', 'SUSPENDED', 'CLOSED'] as const).map((status) => calendarFile(calendarEntry(meeting({ version: 4, status }))!, now));
    expect(new Set(off).size).toBe(1); // for whatever reason
    const cancelled = read(off[0]!);
    expect([first, moved, again].map(({ method, event }) => [method, event.sequence, hours(event)[0]])).toEqual([
      ['REQUEST', 0, '2026-03-10T14:00'],
      ['REQUEST', 1, '2026-03-11T10:00'],
      ['REQUEST', 2, '2026-03-12T10:00'],
    ]);
    expect(new Set([first, moved, again].map(({ event }) => event.uid))).toEqual(new Set([meeting().id]));
    expect(cancelled.calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect([cancelled.events[0]!.uid, cancelled.events[0]!.sequence, cancelled.events[0]!.component.getFirstPropertyValue('status')]).toEqual([meeting().id, 3, 'CANCELLED']);
    expect(calendarEntry(meeting({ status: 'OPEN', scheduledFor: null }))).toBeNull();
  });

  it('has what took place before its appointment where it was, and everything else where it was planned', () => {
    const startOf = (about: Partial<PlannedMeeting>): string => hours(theOne(calendarFile(calendarEntry(meeting(about))!, now)))[0]!;
    for (const status of ['HELD', 'BROKEN_OFF'] as const)
      expect(['2026-03-08T09:00', '2026-03-10T14:20'].map((heldAt) => startOf({ status, heldAt: local(heldAt) }))).toEqual(['2026-03-08T09:00', '2026-03-10T14:00']);
    for (const status of ['SCHEDULED', 'CANCELLED', 'SUSPENDED'] as const) expect(startOf({ status })).toBe('2026-03-10T14:00');
  });

  it('keeps whatever stands in a place in one property, letter by letter: line breaks, long lines, every script', () => {
    const hostile = 'Library\r\nATTENDEE:mailto:someone@example.org\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Foster care';
    const places = [hostile, 'Room 2; ask, at the "desk" \\ left:\nsecond floor', 'Библиотека 図書館 مكتبة 👩‍👩‍👧 '.repeat(8).trim()];
    for (const place of places) {
      const file = calendarFile(entry({ place }), now);
      expect(theOne(file).location).toBe(place.replaceAll('\r\n', '\n'));
      expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line))).toBe(true);
      expect(file.match(/^(?:BEGIN:VEVENT|ATTENDEE.*:.*)$/gm)).toHaveLength(2);
    }
    const plain = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }).filter((text) => text.trim() === text && !/[^\P{Cc}\n\t]|\p{Cs}/u.test(text));
    fc.assert(fc.property(plain, (place) => expect(theOne(calendarFile(entry({ place }), now)).location).toBe(place)));
  });

  it('says nothing of foster care, of a family, or of a home', () => {
    const home = { setting: 'CAREGIVER_HOME', place: '12 Cedar Street' } as const;
    const told = [meeting(home), meeting({ setting: 'COURT', place: 'Room 5' }), meeting({ place: 'Family Treatment Court' }), meeting({ place: 'Casa de acogida' }), meeting({ status: 'SUSPENDED' })];
    for (const each of told) {
      const file = calendarFile(calendarEntry(each)!, now);
      expect(file).not.toMatch(/cedar|room 5|foster|family|child|court|acogida|library|LOCATION/i);
      expect(theOne(file).summary).toBe('Appointment / Cita');
    }
    expect(theOne(calendarFile(calendarEntry(meeting())!, now)).location).toBe('Library');
    expect(calendarFile(calendarEntry(meeting(home))!, now)).toContain('Please sign in to see where.');
  });
});

describe('a calendar feed', () => {
  it('holds all that takes place, and reads as a calendar when nothing does', () => {
    const file = calendarFeed([entry(), entry({ uid: 'another', sequence: 4, place: null }), entry({ uid: 'off', cancelled: true })], now);
    expect(read(file).events.map(({ uid, sequence }) => [uid, sequence])).toEqual([[entry().uid, 0], ['another', 4]]);
    expect(read(file).calendar.getFirstPropertyValue('method')).toBeNull();
    expect(read(calendarFeed([], now)).events).toEqual([]);
  });
});
