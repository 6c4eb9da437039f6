import { DomainError } from '@fc/domain-kernel';

export const notYet = (): DomainError => new DomainError('DATE_IN_FUTURE', 'The day of completion cannot be in the future.');

/** What the database's own constraints mean here. */
export const trainingRefusals = {
  training_completion_one_a_day: () => new DomainError('SUPPORT.TRAINING_ALREADY_RECORDED', 'This training has been recorded for this person and this day already.'),
};
