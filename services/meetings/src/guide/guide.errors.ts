import { DomainError } from '@fc/domain-kernel';

export const introducerNotTrained = (): DomainError => new DomainError('MEETINGS.INTRODUCER_NOT_TRAINED', 'The guide is introduced by somebody who has been trained in it and believes in partnership.');
export const otherWording = (): DomainError => new DomainError('MEETINGS.OTHER_WORDING', 'The text has changed since you read it. Please read it once more.');
export const alreadyReviewed = (): DomainError => new DomainError('MEETINGS.ALREADY_REVIEWED', 'This wording has been reviewed already.');
export const notTicked = (): DomainError => new DomainError('MEETINGS.NOT_TICKED', 'You have not ticked this line.');

/** What the database's own constraints mean here. */
export const guideRefusals = {
  guide_tick_one_each: () => new DomainError('CHANGED_MEANWHILE', 'You have changed this meanwhile. Look at it again, then repeat your change.'),
  guide_invitation_one_each: () => new DomainError('MEETINGS.ALREADY_INVITED', 'The other family has been invited already.'),
  guide_review_one: alreadyReviewed,
};
