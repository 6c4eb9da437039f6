import { DomainError } from '@fc/domain-kernel';

export const questionsOpen = (): DomainError => new DomainError('OUTCOMES.QUESTIONS_OPEN', 'Every question of the assessment needs exactly one answer.');
export const noSuchPolicy = (): DomainError => new DomainError('OUTCOMES.NO_SUCH_POLICY', 'The checklist has no such policy.');
export const notYet = (): DomainError => new DomainError('DATE_IN_FUTURE', 'The day of the assessment cannot be in the future.');
export const dueInPast = (): DomainError => new DomainError('DATE_IN_PAST', 'The improvement cannot have been due in the past.');
export const noSuchOwner = (): DomainError => new DomainError('OUTCOMES.NO_SUCH_OWNER', 'An improvement belongs to a coordinator or a program supervisor of your county.');
export const improvementDone = (): DomainError => new DomainError('OUTCOMES.IMPROVEMENT_DONE', 'This improvement is done.');

/** What the database's own constraints mean here. */
export const readinessRefusals = {
  readiness_assessment_one_a_day: () => new DomainError('OUTCOMES.ALREADY_ASSESSED', 'Your county has an assessment of this day already.'),
};
