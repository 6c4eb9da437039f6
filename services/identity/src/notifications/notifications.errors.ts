import { DomainError } from '@fc/domain-kernel';

/** What the database's own constraints mean here. */
export const notificationRefusals = {
  message_review_one: () => new DomainError('IDENTITY.TEXT_ALREADY_REVIEWED', 'Somebody has found this text good already.'),
};
