import { DomainError } from '@fc/domain-kernel';

export const otherWording = (): DomainError => new DomainError('SUPPORT.OTHER_WORDING', 'The text has changed since you read it. Please read it once more.');
export const alreadyReviewed = (): DomainError => new DomainError('SUPPORT.ALREADY_REVIEWED', 'This wording has been reviewed already.');

/** What the database's own constraints mean here. */
export const contentRefusals = { content_review_one: alreadyReviewed };
