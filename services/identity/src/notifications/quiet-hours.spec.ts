import { Temporal } from '@fc/domain-kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { afterQuietHours } from './quiet-hours.ts';

const zone = 'America/Los_Angeles';
const time = (text: string): Temporal.PlainTime => Temporal.PlainTime.from(text);
const at = (local: string): Temporal.Instant => Temporal.ZonedDateTime.from(`${local}[${zone}]`).toInstant();
const night = { from: time('21:00'), to: time('08:00') };

describe('afterQuietHours', () => {
  it.each([
    ['2026-11-21T20:59', '2026-11-21T20:59'],
    ['2026-11-21T21:00', '2026-11-22T08:00'],
    ['2026-11-22T03:00', '2026-11-22T08:00'],
    ['2026-11-22T08:00', '2026-11-22T08:00'],
  ])('a message of %s goes at %s', (asked, goes) => {
    expect(afterQuietHours(at(asked), night, zone).toString()).toBe(at(goes).toString());
  });

  it('knows hours within one day, and none at all', () => {
    const noon = { from: time('12:00'), to: time('14:00') };
    expect(afterQuietHours(at('2026-11-21T13:00'), noon, zone).toString()).toBe(at('2026-11-21T14:00').toString());
    const none = { from: time('12:00'), to: time('12:00') };
    expect(afterQuietHours(at('2026-11-21T12:00'), none, zone).toString()).toBe(at('2026-11-21T12:00').toString());
  });

  it('ends by the wall clock in the nights in which the clocks change', () => {
    expect(afterQuietHours(at('2026-10-31T23:00'), night, zone).toString()).toBe(at('2026-11-01T08:00').toString());
    expect(afterQuietHours(at('2027-03-13T23:00'), night, zone).toString()).toBe(at('2027-03-14T08:00').toString());
  });

  it('never answers an earlier instant, one that is quiet itself, or one more than a day away', () => {
    const minutes = fc.integer({ min: 0, max: 1_439 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 * 1_440 }), minutes, minutes, (offset, from, to) => {
        const hours = { from: time('00:00').add({ minutes: from }), to: time('00:00').add({ minutes: to }) };
        const asked = at('2026-01-01T00:00').add({ minutes: offset });
        const goes = afterQuietHours(asked, hours, zone);
        expect(goes.since(asked).total('hours')).toBeGreaterThanOrEqual(0);
        expect(goes.since(asked).total('hours')).toBeLessThanOrEqual(25);
        expect(afterQuietHours(goes, hours, zone).equals(goes)).toBe(true);
      }),
    );
  });
});
