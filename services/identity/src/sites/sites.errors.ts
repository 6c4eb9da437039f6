import { DomainError } from '@fc/domain-kernel';

/** What the database's own constraints mean here. */
export const siteRefusals = {
  program_site_one_name: () => new DomainError('IDENTITY.SITE_ALREADY_REGISTERED', 'There is a site of that name already.'),
  site_lead_one_open: () => new DomainError('IDENTITY.LEADS_ALREADY', 'This person leads the site already.'),
  confidential_fact_one_site: () => new DomainError('IDENTITY.AT_SITE_ALREADY', 'This person is at the site already.'),
};
