import { DomainError } from '@fc/domain-kernel';

export const notOnConnection = (): DomainError => new DomainError('FAMILY_TIME.CHILD_NOT_ON_CONNECTION', 'This child does not belong to this family connection at present.');

export const invalidMinutes = (): DomainError => new DomainError('FAMILY_TIME.INVALID_MINUTES', 'A visit lasts from 5 minutes to 24 hours.');

export const invalidFrequency = (): DomainError => new DomainError('FAMILY_TIME.INVALID_FREQUENCY', 'Plan 1 to 14 visits in a week.');

export const reasonNeeded = (): DomainError => new DomainError('FAMILY_TIME.SUPERVISION_REASON_NEEDED', 'Say why these visits need somebody who watches over them; it is asked again at each hearing.');

/** What the database's own constraints mean here. */
export const planRefusals = {
  family_time_plan_one_each: () => new DomainError('FAMILY_TIME.PLANNED_MEANWHILE', 'Somebody else has just planned the time of this child and this parent. Look at their plan first.'),
};
