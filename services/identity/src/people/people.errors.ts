import { DomainError } from '@fc/domain-kernel';

/** Keeps a county from losing the last person who could undo it. */
export const notYourself = (): DomainError => new DomainError('IDENTITY.NOT_YOURSELF', 'You cannot do this to yourself. Please ask another program supervisor.');

export const accountThere = (): DomainError => new DomainError('IDENTITY.ACCOUNT_ALREADY_THERE', 'This person has an account already.');

/** What the database's own constraints mean here. */
export const peopleRefusals = {
  account_person_id_unique: accountThere,
  role_assignment_one_open: () => new DomainError('IDENTITY.ROLE_ALREADY_HELD', 'This person holds this role already.'),
};
