import type { Size } from '@fc/matching/engine';

/** How long a rival may go on, in seconds: it begins no round in the second half, and is stopped at the end. Or why it is not measured at all. */
export type Rivalry = { readonly limitSeconds: number } | { readonly notRun: string };

/** One instance, and which rivals it has. */
export interface Measuring {
  readonly what: string;
  readonly size: Size;
  readonly rivals: { readonly munkres: Rivalry; readonly HiGHS: Rivalry };
}

/** A mentor has one to three places. */
const instance = (needs: number, mentors: number, candidates: number, seed: number): Size => ({ needs, mentors, candidates, most: 3, seed });

const quickHere: Measuring['rivals'] = { munkres: { limitSeconds: 30 }, HiGHS: { limitSeconds: 40 } };
const withPlaces: Measuring['rivals'] = { munkres: { limitSeconds: 30 }, HiGHS: { limitSeconds: 40 } };
const withoutPlaces: Measuring['rivals'] = { munkres: { notRun: 'takes half a minute a round where places are too few' }, HiGHS: { limitSeconds: 40 } };
const neither: Measuring['rivals'] = { munkres: withoutPlaces.munkres, HiGHS: { notRun: 'the two other instances of this size have it' } };
const tooLarge: Measuring['rivals'] = { munkres: { notRun: 'its dense matrix would take more than 15 GB' }, HiGHS: { notRun: 'would take more than ten minutes' } };

/** From the smallest to the largest: with a fifth more places than families, with hardly enough, and with one in eight too few. */
export const measurings: readonly Measuring[] = [
  { what: '100 families, 60 mentors', size: instance(100, 60, 20, 1), rivals: quickHere },
  { what: '1,000 families, 600 mentors', size: instance(1_000, 600, 50, 1), rivals: quickHere },
  { what: '1,000 families, 440 mentors, too few places', size: instance(1_000, 440, 50, 2), rivals: quickHere },
  { what: '5,000 families, 3,000 mentors', size: instance(5_000, 3_000, 50, 1), rivals: withPlaces },
  { what: '5,000 families, 2,500 mentors, hardly enough places', size: instance(5_000, 2_500, 50, 1), rivals: neither },
  { what: '5,000 families, 2,200 mentors, too few places', size: instance(5_000, 2_200, 50, 2), rivals: withoutPlaces },
  { what: '50,000 families, 30,000 mentors', size: instance(50_000, 30_000, 50, 1), rivals: tooLarge },
  { what: '50,000 families, 22,000 mentors, too few places', size: instance(50_000, 22_000, 50, 2), rivals: tooLarge },
];

/** Whether there are more places than families: those instances differ in nothing but their size. */
export const isPlenty = ({ size }: Measuring): boolean => 5 * size.mentors === 3 * size.needs;
