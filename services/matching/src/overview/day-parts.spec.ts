import { describe, expect, it } from '@jest/globals';
import { partsFor } from './day-parts.ts';

describe('partsFor', () => {
  it.each([
    [[], 6],
    [[{ weekday: 3, from: '18:00', to: '20:00' }], ['WEEKDAY_EVENING']],
    [[{ weekday: 6, from: '11:00', to: '13:00' }], ['WEEKEND_MORNING', 'WEEKEND_AFTERNOON']],
    [[{ weekday: 7, from: '16:30', to: '17:30' }], []],
    [[{ weekday: 5, from: '23:00', to: '24:00' }], ['WEEKDAY_EVENING']],
  ])('finds when somebody could talk: %j', (hours, parts) => {
    const found = partsFor(hours);
    if (typeof parts === 'number') expect(found).toHaveLength(parts);
    else expect(found).toEqual(parts);
  });
});
