import { DomainError } from '@fc/domain-kernel';
import type { Weights } from './matching-problem.ts';

/** Of one thing at most, in points. */
const mostWeight = 150;

/** Throws `MATCHING.WEIGHTS_INVALID` for a weight that is no whole number from 0 to 150. */
export function requireWeights(weights: Weights): Weights {
  for (const [name, weight] of Object.entries(weights)) {
    const most = name === 'version' ? Number.MAX_SAFE_INTEGER : mostWeight;
    if (!Number.isInteger(weight) || weight < 0 || weight > most) throw new DomainError('MATCHING.WEIGHTS_INVALID', `The county's weight for ${name} is no whole number from 0 to ${most}.`);
  }
  return weights;
}
