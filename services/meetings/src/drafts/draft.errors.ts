import { DomainError } from '@fc/domain-kernel';

export const savedElsewhere = (): DomainError => new DomainError('CHANGED_MEANWHILE', 'This draft was saved from somewhere else meanwhile. Look at it again, then repeat your change.');
export const draftGone = (): DomainError => new DomainError('MEETINGS.DRAFT_GONE', 'This draft was sent in or thrown away meanwhile. Look at what is there before you begin anew.');

/** What the database's own constraints mean here. */
export const draftRefusals = { draft_one_each: savedElsewhere };
