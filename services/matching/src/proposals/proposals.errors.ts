import { DomainError } from '@fc/domain-kernel';
import type { HardConstraint } from '../engine/matching-problem.ts';

export const mentorFull = (): DomainError => new DomainError('MATCHING.MENTOR_FULL', 'This mentor has no place left at present.');

export const proposalClosed = (): DomainError => new DomainError('MATCHING.PROPOSAL_CLOSED', 'This proposal is not open any more.');

export const needNotOpen = (): DomainError => new DomainError('MATCHING.NEED_NOT_OPEN', 'Nobody waits here any more.');

export const reasonNeeded = (): DomainError => new DomainError('MATCHING.REASON_NEEDED', 'A run has proposed somebody else, or they were asked before, have no hours in common with the family or its other mentor, do not come to that area, or are in a group that has all the matches the county lets it have. Say why you propose them all the same.');

/** What a family or a mentor hears when something came between: it never says what. */
export const notPossible = (): DomainError => new DomainError('MATCHING.NOT_POSSIBLE', 'This match is not possible at present. Please ask your coordinator.');

const refusals: Record<HardConstraint, readonly [code: string, words: string]> = {
  ROLE: ['MATCHING.WRONG_ROLE', 'A Parent Ally mentors a parent, and a Caregiver Mentor a caregiver.'],
  ELIGIBILITY: ['MATCHING.NOT_ELIGIBLE', 'This mentor cannot be matched yet: their training or another condition of the role is open.'],
  CONFLICT: ['MATCHING.CONFLICT', 'This mentor is too close to the family, or may not be matched with them.'],
  AWAY: ['MATCHING.MENTOR_AWAY', 'This mentor is on leave.'],
  LIMIT: ['MATCHING.BEYOND_LIMITS', 'This mentor would rather not work with what the family asked for.'],
  WISH: ['MATCHING.WISH_NOT_MET', 'This mentor does not have what the family said a mentor must have.'],
  LANGUAGE: ['MATCHING.NO_SHARED_LANGUAGE', 'They have no language in common.'],
};

/** What a coordinator hears who proposes what no coordinator can. */
export function refusedBy(constraint: HardConstraint): DomainError {
  const [code, words] = refusals[constraint];
  return new DomainError(code, words);
}

/** What the database's own constraints mean here. */
export const proposalRefusals = {
  match_proposal_one_open: () => new DomainError('MATCHING.PROPOSAL_ALREADY_OPEN', 'A mentor has been proposed here already; wait for the answer, or take the proposal back first.'),
};
