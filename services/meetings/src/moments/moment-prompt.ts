import type { ContactChannel } from '@fc/subgraph';
import type { GuidePhase, GuideReader } from '../guide/guide-prompt.ts';

/** Where two families happen to be for a few minutes, or think of each other. */
export enum MomentPlace {
  COURT_WAITING_ROOM = 'COURT_WAITING_ROOM',
  BEFORE_VISIT = 'BEFORE_VISIT',
  AFTER_VISIT = 'AFTER_VISIT',
  HOSPITAL = 'HOSPITAL',
  SCHOOL = 'SCHOOL',
  SICK_DAY = 'SICK_DAY',
}
export const momentPlaces: readonly `${MomentPlace}`[] = Object.values(MomentPlace);

/** What the contact ledger is asked before one family is sent up to the other there. */
export const channelAt = (place: `${MomentPlace}`): ContactChannel => (place === 'SICK_DAY' ? 'MESSAGE' : 'IN_PERSON');

/** Something small that builds trust in passing: it takes no preparation, and nobody expects it. */
export interface MomentPrompt {
  /** Stable over all versions: `M-COURT-PAR-01`. */
  readonly id: string;
  readonly place: `${MomentPlace}`;
  readonly role: `${GuideReader}`;
  /** Left out where it fits any. */
  readonly phases?: readonly `${GuidePhase}`[];
  readonly en: string;
  readonly es: string;
}
