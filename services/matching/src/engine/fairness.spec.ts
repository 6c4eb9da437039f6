import { describe, expect, it } from '@jest/globals';
import { longestWaitFirst } from './fairness.ts';
import type { Choices } from './flow/instance.ts';
import { solve } from './flow/solve.ts';

const choice = (points: number): Choices => ({ mentors: Int32Array.of(0), points: Int32Array.of(points) });
const alone = { couples: [], together: () => true };

describe('longestWaitFirst', () => {
  it('gives the place of equals to the longest wait, for the same points, and takes nothing from whoever is worth more', () => {
    const instance = { places: [[0, 0]], choices: [choice(20), choice(20), choice(60)] };
    const { mentorOf } = solve(instance);
    expect(mentorOf.filter((mentor) => mentor !== null)).toHaveLength(2);
    expect(longestWaitFirst({ instance, ...alone }, mentorOf)).toEqual([0, null, 0]);
    expect(longestWaitFirst({ instance, ...alone }, [null, 0, 0])).toEqual([0, null, 0]);
    expect(longestWaitFirst({ instance: { ...instance, choices: [choice(20), choice(21), choice(60)] }, ...alone }, [null, 0, 0])).toEqual([null, 0, 0]);
  });

  it('parts nobody from the mentor with whom they would lead', () => {
    const instance = { places: [[0], [0]], choices: [choice(20), choice(20), { mentors: Int32Array.of(1), points: Int32Array.of(20) }] };
    const couples = [{ parent: 0, household: 2 }];
    expect(longestWaitFirst({ instance, couples, together: () => false }, [null, 0, 1])).toEqual([null, 0, 1]);
    expect(longestWaitFirst({ instance, couples, together: () => true }, [null, 0, 1])).toEqual([0, null, 1]);
  });
});
