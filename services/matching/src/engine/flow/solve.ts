import { Assignment } from './assignment.ts';
import { certify, type Certificate } from './certificate.ts';
import type { Instance } from './instance.ts';

export interface Solution {
  /** For each need its mentor, or null. */
  readonly mentorOf: readonly (number | null)[];
  /** Of each mentor, in points: what a place with them is worth to others. */
  readonly prices: ArrayLike<number>;
  /** Checked anew for this answer, never taken from the solver. */
  readonly certificate: Certificate;
  /** Whether time was up before everybody was looked at; the certificate then says how far off the answer can be. */
  readonly cutShort: boolean;
}

/**
 * A best assignment, with its proof: as many needs served as possible, then as many points. Where points do not say who is
 * left out, it is the latest, and nothing but the instance decides. Once `timeIsUp`, who is left takes the best free place, and nobody moves.
 */
export function solve({ places, choices }: Instance, timeIsUp: () => boolean = () => false): Solution {
  const assignment = new Assignment(places);
  const cutShort = assignment.arriveAll(choices, timeIsUp);
  const { mentorOf, prices } = assignment;
  return { mentorOf, prices, certificate: certify({ places, choices }, mentorOf, prices), cutShort };
}
