import { DomainError } from '@fc/domain-kernel';

/** One sentence for whatever cannot be told apart without saying what is known of somebody. */
export const mergeNotPossible = (): DomainError => new DomainError('IDENTITY.MERGE_NOT_POSSIBLE', 'These two records cannot be merged.');
export const childrenStayApart = (): DomainError =>
  new DomainError('IDENTITY.MERGE_OF_CHILD', 'Children’s records are not merged: what other services have counted from each would say of the past what was not so. Go on with the record under which the child is placed, enter there what the other one knows, end the other one’s case assignments, and have the county’s system use the number of the record that stays.');
export const recordInUse = (): DomainError =>
  new DomainError('IDENTITY.MERGE_IN_USE', 'Other parts of the program know the person by this record: they sign in with it, are on a family connection, mentor, have a mentor, or supervise visits. Keep this one, and merge the other into it.');
export const openMatters = (): DomainError =>
  new DomainError('IDENTITY.MERGE_OPEN_MATTERS', 'Both records have an open request to take part, or a limit of the case plan with the same child. Decide or end one of them first.');
export const mergedAlready = (): DomainError => new DomainError('IDENTITY.MERGED_ALREADY', 'One of these records has been merged already.');

/** What the database's own constraints mean here. */
export const duplicateRefusals = { person_merge_one_each: mergedAlready };
