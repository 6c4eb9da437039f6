import { roleInWords } from '@fc/auth';
import { DomainError } from '@fc/domain-kernel';
import type { MentorRole } from '../needs/mentor-need.entity.ts';
import type { LackingExperience, MentorConditions } from './eligibility.ts';

export const notAMentor = (role: `${MentorRole}`): DomainError => new DomainError('MATCHING.NOT_A_MENTOR', `This person is not ${roleInWords(role)} of the program. Give them the role first.`);

/** Why a person cannot be registered in a role. */
export function lacking(what: LackingExperience, { allyCaseClosedMonths }: MentorConditions): DomainError {
  const words: Record<LackingExperience, string> = {
    OWN_CASE_NOT_CLOSED: `A Parent Ally has come through a case of their own, which has been closed for at least ${allyCaseClosedMonths} months.`,
    NO_FOSTER_EXPERIENCE: 'A Caregiver Mentor has fostered, and has worked with the parents of the children.',
    KIN_MAY_NOT_MENTOR: 'In this county a Caregiver Mentor is a current or former foster parent.',
  };
  return new DomainError(`MATCHING.${what}`, words[what]);
}

/** What the database's own constraints mean here. */
export const profileRefusals = {
  mentor_profile_one_each: () => new DomainError('MATCHING.ALREADY_REGISTERED', 'This person is registered in this role already.'),
};
