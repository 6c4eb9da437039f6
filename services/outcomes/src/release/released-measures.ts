import type { FactKind } from '../facts/outcome-fact.entity.ts';

export enum ReleasedMeasure {
  CONNECTIONS_OPENED = 'CONNECTIONS_OPENED',
  MATCHES_ACCEPTED = 'MATCHES_ACCEPTED',
  COMFORT_CALLS_HELD = 'COMFORT_CALLS_HELD',
  MEETINGS_HELD = 'MEETINGS_HELD',
  VISITS_HELD = 'VISITS_HELD',
  EXITS_FROM_CARE = 'EXITS_FROM_CARE',
}

interface Released {
  readonly measure: ReleasedMeasure;
  readonly kind: FactKind;
  /** Every fact is of exactly one, so that they add up to the measure. The last one takes whatever has no name of its own. */
  readonly categories: readonly [string, ...string[]];
}

/** The closed list of what leaves a county. What is not here, such as why a window was missed, stays. */
export const releasedMeasures: readonly Released[] = [
  { measure: ReleasedMeasure.CONNECTIONS_OPENED, kind: 'CONNECTION_OPENED', categories: ['ALL'] },
  { measure: ReleasedMeasure.MATCHES_ACCEPTED, kind: 'MATCH_ACCEPTED', categories: ['PARENT_ALLY', 'CAREGIVER_MENTOR'] },
  { measure: ReleasedMeasure.COMFORT_CALLS_HELD, kind: 'COMFORT_CALL_HELD', categories: ['WITHIN_WINDOW', 'LATE'] },
  { measure: ReleasedMeasure.MEETINGS_HELD, kind: 'MEETING_HELD', categories: ['CONNECTIONS_MEETING', 'ICEBREAKER'] },
  { measure: ReleasedMeasure.VISITS_HELD, kind: 'VISIT_HELD', categories: ['NATURAL', 'AGENCY', 'VIRTUAL'] },
  { measure: ReleasedMeasure.EXITS_FROM_CARE, kind: 'EPISODE_EXITED', categories: ['REUNIFICATION', 'OTHER_EXIT'] },
];

/** How a county's fact is called in the state's database. Throws for a kind that stays in the county. */
export function releasedAs(kind: string, category: string | null): { readonly measure: ReleasedMeasure; readonly category: string } {
  const released = releasedMeasures.find((known) => known.kind === kind);
  if (!released) throw new Error(`Facts of the kind ${kind} stay in the county.`);
  const { measure, categories } = released;
  return { measure, category: categories.find((known) => known === category) ?? categories.at(-1) ?? categories[0] };
}

/** Counts from 1 to one less than this are hidden. By the state's part of a FIPS code: California 11, Washington 10. */
const thresholds: Readonly<Record<string, number>> = { '06': 11, '53': 10 };
const defaultThreshold = 11;

/** The strictest threshold among those counties' states; the default where a state is unknown, as with a tribe's program alone. */
export const thresholdOf = (fipsCodes: readonly (string | null)[]): number => {
  const known = fipsCodes.filter((fips) => fips !== null).map((fips) => thresholds[fips.slice(0, 2)] ?? defaultThreshold);
  return known.length > 0 ? Math.max(...known) : defaultThreshold;
};
