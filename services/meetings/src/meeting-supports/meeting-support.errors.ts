import { DomainError } from '@fc/domain-kernel';

export const languageForInterpreter = (): DomainError => new DomainError('MEETINGS.LANGUAGE_FOR_INTERPRETER', 'Name the language of an interpreter, and of nothing else.');

export const noSuchLanguage = (): DomainError => new DomainError('MEETINGS.NO_SUCH_LANGUAGE', 'Name the language by its tag, like es or so.');

export const notOfTheFamilies = (): DomainError => new DomainError('MEETINGS.NOT_OF_THE_FAMILIES', 'A support is for the parent or a caregiver of this connection.');

export const notOfTheProgram = (): DomainError => new DomainError('MEETINGS.NOT_OF_THE_PROGRAM', 'Name somebody who works with the program and is of neither family, or nobody where somebody from outside does it.');

export const supportNotNeeded = (): DomainError => new DomainError('MEETINGS.SUPPORT_NOT_NEEDED', 'This is needed no longer.');

/** What the database's own constraints mean here. */
export const meetingSupportRefusals = {
  meeting_support_one_each: () => new DomainError('MEETINGS.SUPPORT_KNOWN', 'That this is needed is known already. Withdraw it to say something else.'),
  support_confirmation_one_each: () => new DomainError('CHANGED_MEANWHILE', 'Somebody else has changed this meanwhile. Look at it again, then repeat your change.'),
};
