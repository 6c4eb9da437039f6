import { DomainError } from '@fc/domain-kernel';

/** What the database's own constraints mean here. */
export const momentRefusals = {
  moment_mark_one_each: () => new DomainError('CHANGED_MEANWHILE', 'You have changed this meanwhile. Look at it again, then repeat your change.'),
};
