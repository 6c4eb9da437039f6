import { DomainError } from '@fc/domain-kernel';

export const noSuchQuestion = (): DomainError => new DomainError('SUPPORT.NO_SUCH_QUESTION', 'This module has no such question.');
export const savedElsewhere = (): DomainError => new DomainError('CHANGED_MEANWHILE', 'You have written to this question from somewhere else meanwhile. Look at it again, then repeat your change.');
export const questionsOpen = (): DomainError => new DomainError('SUPPORT.QUESTIONS_OPEN', 'Some questions have nothing written to them yet. Write a few words to each, then finish.');
export const alreadyFinished = (): DomainError => new DomainError('SUPPORT.MODULE_FINISHED', 'You have finished this module already. Your words are still there.');

/** What the database's own constraints mean here. */
export const perspectiveRefusals = { reflection_one_each: savedElsewhere, finished_reflections_pkey: alreadyFinished };
