import { DomainError } from '@fc/domain-kernel';

export const noGrant = (): DomainError => new DomainError('NO_GRANT', 'Your organisation has no grant in this county at present. Please ask the county’s program.');

/** What the database's own constraints mean here. */
export const partnerRefusals = {
  partner_one_client: () => new DomainError('IDENTITY.PARTNER_ALREADY_REGISTERED', 'This client belongs to an organisation already.'),
  partner_grant_one_open: () => new DomainError('IDENTITY.GRANT_ALREADY_OPEN', 'Somebody else has just given this organisation a grant. Look at it first.'),
};
