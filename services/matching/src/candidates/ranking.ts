import { cursorOf, invalidCursor, textOfCursor } from '@fc/subgraph';

/** By what candidates are ranked. */
export interface Ranked {
  readonly profileId: string;
  readonly points: number;
  readonly proposable: boolean;
  /** What a coordinator would go against. */
  readonly against: readonly string[];
  readonly wouldLike: readonly string[];
}

/** Where a candidate stands: the smaller place comes first, part by part. */
type Place = readonly [group: number, points: number, wouldLike: number, profileId: string];

const placeOf = ({ proposable, against, points, wouldLike, profileId }: Ranked): Place => [proposable ? Math.min(1, against.length) : 2, -points, -wouldLike.length, profileId];

function compare(one: Place, other: Place): number {
  for (const [at, part] of one.entries()) if (part !== other[at]) return part < other[at]! ? -1 : 1; // two places have the same parts
  return 0;
}

/** Who can be proposed comes first, then who can be against something, then who cannot at present; in each the most points first, and of those that come to the same who would like it most. */
export const ranked = <Candidate extends Ranked>(candidates: readonly Candidate[]): Candidate[] => [...candidates].sort((one, other) => compare(placeOf(one), placeOf(other)));

/** Where the next page begins. It is a place and no candidate, so that whoever has changed meanwhile takes nothing from it. */
export const cursorAt = (candidate: Ranked): string => cursorOf(JSON.stringify(placeOf(candidate)));

/** Of candidates in their order, those behind that cursor. Throws `INVALID_CURSOR`. */
export function behind<Candidate extends Ranked>(candidates: readonly Candidate[], cursor: string | null): readonly Candidate[] {
  if (cursor === null) return candidates;
  const place = readPlace(cursor);
  return candidates.filter((candidate) => compare(place, placeOf(candidate)) < 0);
}

function readPlace(cursor: string): Place {
  try {
    const parts: unknown = JSON.parse(textOfCursor(cursor));
    if (Array.isArray(parts) && parts.length === 4 && parts.slice(0, 3).every(Number.isFinite) && typeof parts[3] === 'string') return parts as unknown as Place;
  } catch {
    // Whatever is no JSON is no cursor of ours.
  }
  throw invalidCursor();
}
