import { DomainError } from '@fc/domain-kernel';

export const savedElsewhere = (): DomainError => new DomainError('CHANGED_MEANWHILE', 'This draft was saved from somewhere else meanwhile. Look at it again, then repeat your change.');
export const draftGone = (): DomainError => new DomainError('MEETINGS.DRAFT_GONE', 'This draft was sent in or thrown away meanwhile. Look at what is there before you begin anew.');
export const draftOfConnection = (): DomainError => new DomainError('MEETINGS.DRAFT_OF_CONNECTION', 'Name the family connection of a form that is of one, and none for a form beside them.');

/** What the database's own constraints mean here. */
export const draftRefusals = { draft_one_each: savedElsewhere, draft_one_beside: savedElsewhere };
