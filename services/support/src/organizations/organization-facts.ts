import { DomainError, languageTag, requireText } from '@fc/domain-kernel';
import type { ProtectiveFactor } from '../protective-factors/protective-factor.ts';

export enum OrganizationKind {
  /** Several organizations, parents and caregivers who work as one. */
  PARTNERSHIP = 'PARTNERSHIP',
  PARENT_NETWORK = 'PARENT_NETWORK',
  CAREGIVER_NETWORK = 'CAREGIVER_NETWORK',
  YOUTH_NETWORK = 'YOUTH_NETWORK',
  CAMPAIGN = 'CAMPAIGN',
  FOUNDATION = 'FOUNDATION',
  INFORMATION_SERVICE = 'INFORMATION_SERVICE',
  LEGAL = 'LEGAL',
  TRIBAL = 'TRIBAL',
  COMMUNITY = 'COMMUNITY',
}
export const organizationKinds: readonly `${OrganizationKind}`[] = Object.values(OrganizationKind);

export enum OrganizationScope {
  NATIONAL = 'NATIONAL',
  STATE = 'STATE',
  COUNTY = 'COUNTY',
}

export enum OrganizationOffer {
  GUIDES = 'GUIDES',
  TRAINING = 'TRAINING',
  PEER_SUPPORT = 'PEER_SUPPORT',
  HELPLINE = 'HELPLINE',
  POLICY_ADVOCACY = 'POLICY_ADVOCACY',
  LEGAL_HELP = 'LEGAL_HELP',
  RESEARCH = 'RESEARCH',
  FAMILY_SERVICES = 'FAMILY_SERVICES',
}

/** What the directory tells of an organization. `name`, `alternateName`, `description` and `website` are those of the Human Services Data Specification. */
export interface OrganizationFacts {
  readonly name: string;
  readonly alternateName: string | null;
  readonly description: string;
  readonly website: string;
  readonly kind: `${OrganizationKind}`;
  readonly scope: `${OrganizationScope}`;
  readonly offers: readonly `${OrganizationOffer}`[];
  /** The protective factors that what it offers families is meant to strengthen. */
  readonly strengthens: readonly `${ProtectiveFactor}`[];
  /** BCP 47 tags. */
  readonly languages: readonly string[];
  /** How parents, caregivers and young people can take part in its advocacy; null where they cannot. */
  readonly advocacy: string | null;
}

/** The facts as they are kept. Throws `TEXT_...`, `SUPPORT.NOT_A_WEBSITE`, `SUPPORT.UNKNOWN_LANGUAGE`. */
export const checkedFacts = ({ name, alternateName, description, website, offers, strengthens, languages, advocacy, ...words }: OrganizationFacts): OrganizationFacts => ({
  ...words,
  name: requireText(name, { field: 'The name', max: 200 }),
  alternateName: alternateName === null ? null : requireText(alternateName, { field: 'The other name', max: 200 }),
  description: requireText(description, { field: 'The description', max: 1_000 }),
  website: requireWebsite(website),
  offers: [...new Set(offers)],
  strengthens: [...new Set(strengthens)],
  languages: [...new Set(languages.map(requireLanguage))],
  advocacy: advocacy === null ? null : requireText(advocacy, { field: 'How to take part', max: 500 }),
});

function requireWebsite(text: string): string {
  const website = requireText(text, { field: 'The website', max: 500 });
  if (!URL.canParse(website) || !['https:', 'http:'].includes(new URL(website).protocol)) throw new DomainError('SUPPORT.NOT_A_WEBSITE', 'Give the address of the website; it begins with https://.');
  return website;
}

function requireLanguage(text: string): string {
  const tag = languageTag(text);
  if (!tag) throw new DomainError('SUPPORT.UNKNOWN_LANGUAGE', 'This is not the tag of a language. Write one like en, es or zh-Hant.');
  return tag;
}
