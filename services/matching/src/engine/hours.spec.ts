import { describe, expect, it } from '@jest/globals';
import { freeTogether, hoursMissing } from './hours.ts';

const on = (weekday: number, from: string, to: string) => ({ weekday, from, to });

describe('freeTogether', () => {
  it('asks for one stretch of so many minutes, over midnight too, and of none for none', () => {
    const [morning, noon] = [[on(1, '09:00', '12:00')], [on(1, '11:30', '15:00'), on(2, '11:00', '12:00')]];
    expect([30, 31].map((minutes) => freeTogether(minutes, morning, noon))).toEqual([true, false]);
    expect(freeTogether(60, [on(1, '23:30', '24:00'), on(2, '00:00', '00:30')], [on(1, '22:00', '24:00'), on(2, '00:00', '02:00')])).toBe(true);
    expect(freeTogether(0, morning, [on(5, '09:00', '10:00')])).toBe(true);
    expect(freeTogether(60, morning, [])).toBe(true);
  });
});

describe('hoursMissing', () => {
  it.each([
    [[on(1, '09:00', '12:00')], [on(1, '11:30', '15:00')], on(1, '11:30', '12:30')],
    [[on(1, '09:00', '12:00')], [on(1, '13:00', '15:00')], on(1, '12:00', '13:00')],
    [[on(1, '09:00', '12:00'), on(3, '18:00', '20:00')], [on(2, '08:00', '09:00'), on(3, '20:15', '21:00')], on(3, '20:00', '21:00')],
    [[on(7, '23:00', '24:00')], [on(7, '08:00', '23:10')], on(7, '23:00', '24:00')],
  ])('names the stretch that asks for the fewest hours more: %j and %j', (one, other, missing) => {
    expect(hoursMissing(60, one, other)).toEqual(missing);
    expect(hoursMissing(60, other, one)).toEqual(missing);
  });

  it('misses nothing where either is free at all hours', () => {
    expect(hoursMissing(60, [], [on(1, '09:00', '10:00')])).toBeNull();
  });
});
