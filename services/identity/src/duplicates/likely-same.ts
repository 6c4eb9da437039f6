/** What two records of one person can be known by. */
export interface PersonTraits {
  readonly givenName: string;
  readonly familyName: string;
  /** YYYY-MM-DD, of a child. */
  readonly birthDate: string | null;
  /** What other systems call the person, without the system: two systems often share a number. */
  readonly externalIds: readonly string[];
}

export type DuplicateReason = 'SAME_NAME' | 'NAMES_SWAPPED' | 'SIMILAR_NAME' | 'SAME_BIRTH_DATE' | 'BIRTH_DATE_SWAPPED' | 'SAME_EXTERNAL_ID';

export interface Likeness {
  /** 0 to 100; 100 is as sure as records alone can make it. */
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
}

const weights: Readonly<Record<DuplicateReason, number>> = { SAME_NAME: 50, NAMES_SWAPPED: 45, SIMILAR_NAME: 30, SAME_BIRTH_DATE: 50, BIRTH_DATE_SWAPPED: 25, SAME_EXTERNAL_ID: 40 };

/** What two different dates of birth take away. */
const otherBirthDate = 45;

/** Below it two records are not worth somebody's time. */
export const worthALook = 50;

/** Letters alone, without case and marks: `Núñez-Ortiz` is `nunezortiz`. */
export const plainName = (name: string): string => name.normalize('NFKD').toLowerCase().replaceAll(/[^\p{L}]/gu, '');

/** How likely it is that two records are of one person, and why. It depends on neither their order nor how names are written. */
export function likelySame(one: PersonTraits, other: PersonTraits): Likeness {
  const name = sameName(one, other);
  const birth = sameBirthDate(one, other);
  const number = one.externalIds.some((id) => other.externalIds.includes(id)) ? (['SAME_EXTERNAL_ID'] as const) : [];
  const reasons: DuplicateReason[] = [...(name ? [name] : []), ...(birth && birth !== 'OTHER' ? [birth] : []), ...number];
  const sum = reasons.reduce((total, reason) => total + weights[reason], 0) - (birth === 'OTHER' ? otherBirthDate : 0);
  return { score: name ? Math.max(0, Math.min(100, sum)) : 0, reasons };
}

function sameName(one: PersonTraits, other: PersonTraits): 'SAME_NAME' | 'NAMES_SWAPPED' | 'SIMILAR_NAME' | null {
  const [given, family] = [plainName(one.givenName), plainName(one.familyName)];
  const [otherGiven, otherFamily] = [plainName(other.givenName), plainName(other.familyName)];
  if (given === otherGiven && family === otherFamily) return 'SAME_NAME';
  if (given === otherFamily && family === otherGiven) return 'NAMES_SWAPPED';
  return isNear(given, otherGiven) && isNear(family, otherFamily) ? 'SIMILAR_NAME' : null;
}

function sameBirthDate({ birthDate: one }: PersonTraits, { birthDate: other }: PersonTraits): 'SAME_BIRTH_DATE' | 'BIRTH_DATE_SWAPPED' | 'OTHER' | null {
  if (!one || !other) return null;
  if (one === other) return 'SAME_BIRTH_DATE';
  const [year, month, day] = one.split('-');
  return `${year}-${day}-${month}` === other ? 'BIRTH_DATE_SWAPPED' : 'OTHER';
}

/** Equal, one the beginning of the other, or one letter apart: added, left out, or another. */
function isNear(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length >= 3 && long.startsWith(short)) return true;
  if (long.length - short.length > 1 || short.length < 3) return short === long;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1);
}
