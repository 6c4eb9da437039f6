import { DomainError } from '@fc/domain-kernel';

export const overlaps = (): DomainError => new DomainError('FAMILY_TIME.OVERLAPS', 'This child has another visit at that time.');

export const supervisorNotAvailable = (): DomainError =>
  new DomainError('FAMILY_TIME.SUPERVISOR_NOT_AVAILABLE', 'This supervisor is with another family at that time. Choose another time or another supervisor, and record what stood in the way.');

export const supervisorNeeded = (): DomainError => new DomainError('FAMILY_TIME.SUPERVISOR_NEEDED', 'The plan asks for a supervisor at these visits. Say who it is.');

export const supervisorNotOnCase = (): DomainError => new DomainError('FAMILY_TIME.SUPERVISOR_NOT_ON_CASE', 'This person does not supervise visits on this case.');

export const tooManyRelatives = (): DomainError => new DomainError('FAMILY_TIME.TOO_MANY_RELATIVES', 'Name at most ten relatives for one visit.');

export const notNatural = (): DomainError => new DomainError('FAMILY_TIME.NOT_A_NATURAL_SETTING', 'Only a visit in a natural setting has such a place.');

export const notPlanned = (): DomainError => new DomainError('FAMILY_TIME.VISIT_NOT_PLANNED', 'This visit is not planned any more.');
