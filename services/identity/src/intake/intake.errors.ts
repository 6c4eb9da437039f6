import { DomainError } from '@fc/domain-kernel';

/** What the database's own constraints mean here. */
export const intakeRefusals = {
  participation_request_one_open: () => new DomainError('IDENTITY.REQUEST_ALREADY_OPEN', 'There is a request already that nobody has decided yet.'),
};
