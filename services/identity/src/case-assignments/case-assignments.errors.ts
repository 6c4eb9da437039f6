import { DomainError } from '@fc/domain-kernel';

/** What the database's own constraints mean here. */
export const caseAssignmentRefusals = {
  case_assignment_one_open: () => new DomainError('IDENTITY.ALREADY_ASSIGNED', 'This person works on this case in this role already.'),
};
