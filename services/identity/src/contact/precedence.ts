import { DomainError } from '@fc/domain-kernel';
import type { ContactSource } from './contact-rule.entity.ts';

/** The higher word first. */
const rank: readonly `${ContactSource}`[] = ['COURT_ORDER', 'CASE_PLAN', 'CONSENT'];

/** What one source has said is taken back by that source or a higher one. Throws `IDENTITY.HIGHER_WORD_NEEDED`. */
export function requireWordOver(said: `${ContactSource}`, by: `${ContactSource}`): void {
  if (rank.indexOf(by) > rank.indexOf(said)) throw new DomainError('IDENTITY.HIGHER_WORD_NEEDED', 'A court order is ended by a court alone, and a case plan by the plan or a court. Say by whose word it ends.');
}
