import { DomainError } from '@fc/domain-kernel';

/** What the database's own constraints mean here. */
export const connectionRefusals = {
  family_connection_one_open: () => new DomainError('IDENTITY.CONNECTION_ALREADY_OPEN', 'This parent and this household have an open connection already.'),
};
