import { DomainError } from '@fc/domain-kernel';
import { countyContext } from '@fc/tenancy';
import type { CountySettings } from '@fc/tenancy/registry';
import type { ExperienceNames } from '../words/traits-in-words.ts';

/** What a mentor may have lived through, and a family may ask for, in the words of the program; a county lists more. */
export const livedExperiences = ['RECOVERY', 'KIN_CARE', 'INFANTS', 'TEENS', 'SIBLINGS', 'TRIBAL_MEMBERSHIP'] as const;

/** The keys of all experiences that people of a county may name. */
export const experiencesIn = ({ mentorExperiences }: Pick<CountySettings, 'mentorExperiences'>): readonly string[] => [...livedExperiences, ...mentorExperiences.map(({ key }) => key)];

/** What the county of this piece of work calls those that it has added. */
export const experienceNames = (): ExperienceNames => Object.fromEntries(countyContext().county.settings.mentorExperiences.map(({ key, en, es }) => [key, { en, es }]));

/** Throws `MATCHING.UNKNOWN_EXPERIENCE` for a lived experience that neither the program nor the county has a word for. */
export function requireExperience(value: string, known: readonly string[]): string {
  if (!known.includes(value)) throw new DomainError('MATCHING.UNKNOWN_EXPERIENCE', `A lived experience is one of ${known.join(', ')}.`);
  return value;
}
