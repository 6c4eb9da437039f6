import type { Trait } from '../engine/matching-problem.ts';
import { together, type ReadIn } from './languages.ts';

/** What a county calls the experiences that it has added to those of the program, by their keys. */
export type ExperienceNames = Readonly<Record<string, Readonly<Record<ReadIn, string>>>>;

const experiences: Record<ReadIn, Record<string, string>> = {
  en: { RECOVERY: 'recovery', KIN_CARE: 'caring for kin', INFANTS: 'infants', TEENS: 'teenagers', SIBLINGS: 'siblings', TRIBAL_MEMBERSHIP: 'tribal membership' },
  es: { RECOVERY: 'la recuperación', KIN_CARE: 'el cuidado de familiares', INFANTS: 'bebés', TEENS: 'adolescentes', SIBLINGS: 'hermanos', TRIBAL_MEMBERSHIP: 'la pertenencia a una tribu' },
};

/** What an experience is called; a key that nobody names any more stays as it is. */
export const experienceInWords = (key: string, language: ReadIn, names: ExperienceNames = {}): string => experiences[language][key] ?? names[key]?.[language] ?? key;

/** Each of them as people say it: 'experience with teenagers', 'woman'. */
export const traitsEach = (traits: readonly Trait[], language: ReadIn, names: ExperienceNames = {}): string[] =>
  traits.map(({ kind, value }) => (kind === 'LIVED_EXPERIENCE' ? `${language === 'es' ? 'experiencia con' : 'experience with'} ${experienceInWords(value, language, names)}` : value));

/** What was asked for, as people say it: 'experience with teenagers and woman'. */
export const traitsInWords = (traits: readonly Trait[], language: ReadIn, names: ExperienceNames = {}): string => together(traitsEach(traits, language, names), language);
