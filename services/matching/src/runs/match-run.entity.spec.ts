import { newId, Temporal } from '@fc/domain-kernel';
import { describe, expect, it } from '@jest/globals';
import { MatchRun } from './match-run.entity.ts';

const start = Temporal.Instant.from('2026-03-02T18:00:00Z');
const after = (seconds: number): Temporal.Instant => start.add({ seconds });
const search = { needIds: [newId<'MentorNeed'>()], seed: 7 };

describe('a run that searches', () => {
  it('is in one hand at a time, and in the next when that one has not come back', () => {
    const run = MatchRun.begin(start, search);
    expect(run.takeInHand(start, 40)).toEqual(search);
    expect(run.takeInHand(after(39), 40)).toEqual(after(40));
    expect(run.takeInHand(after(40), 40)).toEqual(search);
  });

  it('is given up when nobody comes to an end with it, and looks for nobody from then on', () => {
    const run = MatchRun.begin(start, search);
    for (const seconds of [0, 40, 80]) expect(run.takeInHand(after(seconds), 40)).toEqual(search);
    expect(run.takeInHand(after(120), 40)).toBeNull();
    expect(run).toMatchObject({ givenUp: true, finishedAt: after(120), search: null, inHandUntil: null, unmatched: [], quality: null });
    expect(run.takeInHand(after(160), 40)).toBeNull();
  });

  it('is tried as long as those who had it let go of it in good order', () => {
    const run = MatchRun.begin(start, search);
    for (let times = 0; times < 9; times += 1) {
      expect(run.takeInHand(start, 40)).toEqual(search);
      run.letGo();
    }
    expect(run.givenUp).toBe(false);
  });
});
