import { describe, expect, it } from '@jest/globals';
import { stepOf } from './program-step.ts';

const nothing = { matched: false, prepared: false, met: false, supported: false };

describe('the program’s step of a family connection', () => {
  it.each([
    ['OPENED', nothing],
    ['OPENED', { ...nothing, prepared: true }],
    ['MATCHED', { ...nothing, matched: true }],
    ['PREPARED', { ...nothing, matched: true, prepared: true }],
    ['MET', { ...nothing, matched: true, prepared: true, met: true }],
    ['SUPPORTED', { matched: true, prepared: true, met: true, supported: true }],
  ])('is %s', (step, progress) => expect(stepOf(progress)).toBe(step));

  it('does not go back when a mentor leaves after the families have met', () => {
    expect(stepOf({ ...nothing, met: true })).toBe('MET');
  });
});
