import { DomainError } from '@fc/domain-kernel';

export const nationalIsKnown = (): DomainError => new DomainError('SUPPORT.NOT_OF_A_COUNTY', 'A county adds organizations of its own or of its state. Those of the nation come with the platform.');

/** What the database's own constraints mean here. */
export const organizationRefusals = {
  organization_one_name: () => new DomainError('SUPPORT.ORGANIZATION_KNOWN', 'Your directory has an organization of this name already. Change that one.'),
};
