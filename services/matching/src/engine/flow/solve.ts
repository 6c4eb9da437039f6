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

/** After so many arrivals it is asked whether time is up. */
const stride = 64;

/**
 * A best assignment, with its proof: as many needs served as possible, then as many points. Needs that come first win
 * ties, and nothing but the instance decides. Once `timeIsUp`, who is left takes the best free place, and nobody moves.
 */
export function solve({ places, choices }: Instance, timeIsUp: () => boolean = () => false): Solution {
  const assignment = new Assignment(places);
  let cutShort = false;
  for (const [need, choice] of choices.entries()) {
    if (!cutShort && need % stride === 0) cutShort = timeIsUp();
    if (cutShort) assignment.arriveInHaste(choice);
    else assignment.arrive(choice);
  }
  const { mentorOf, prices } = assignment;
  return { mentorOf, prices, certificate: certify({ places, choices }, mentorOf, prices), cutShort };
}
