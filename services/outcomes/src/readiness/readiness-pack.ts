import { policies } from './content/policies.ts';
import { questions } from './content/questions.ts';

/** Where a county's agency and its partners can be ready for the two families to work together. */
export enum ReadinessArea {
  LEADERSHIP = 'LEADERSHIP',
  POLICY = 'POLICY',
  TRAINING = 'TRAINING',
  RECRUITMENT = 'RECRUITMENT',
  LIVED_EXPERIENCE = 'LIVED_EXPERIENCE',
  FAMILY_TIME = 'FAMILY_TIME',
  COURT = 'COURT',
  DATA = 'DATA',
}
export const readinessAreas: readonly ReadinessArea[] = Object.values(ReadinessArea);

/** How far a practice has come. */
export enum ReadinessLevel {
  NOT_YET = 'NOT_YET',
  BEGUN = 'BEGUN',
  OFTEN = 'OFTEN',
  ALWAYS = 'ALWAYS',
}
export const readinessLevels: readonly ReadinessLevel[] = Object.values(ReadinessLevel);

export interface ReadinessQuestion {
  /** Stable over all versions: `RQ-POL-01`. */
  readonly id: string;
  readonly area: `${ReadinessArea}`;
  readonly text: string;
}

/** Something that ought to be written down in the county. */
export interface ReadinessPolicy {
  /** Stable over all versions: `RP-01`. */
  readonly id: string;
  readonly text: string;
}

/**
 * What a county asks itself. A new version keeps the ids of what it keeps, and what it no longer asks stays here under
 * its id, so that earlier answers keep their place.
 */
export const readinessPack = { version: 1, questions, policies } as const satisfies { version: number; questions: readonly ReadinessQuestion[]; policies: readonly ReadinessPolicy[] };
