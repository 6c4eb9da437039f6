import type { Trait } from '../engine/matching-problem.ts';
import { together, type ReadIn } from './languages.ts';

const experiences: Record<ReadIn, Record<string, string>> = {
  en: { RECOVERY: 'recovery', KIN_CARE: 'caring for kin', INFANTS: 'infants', TEENS: 'teenagers', SIBLINGS: 'siblings', TRIBAL_MEMBERSHIP: 'tribal membership' },
  es: { RECOVERY: 'la recuperación', KIN_CARE: 'el cuidado de familiares', INFANTS: 'bebés', TEENS: 'adolescentes', SIBLINGS: 'hermanos', TRIBAL_MEMBERSHIP: 'la pertenencia a una tribu' },
};

/** What was asked for, as people say it: 'experience with teenagers and woman'. */
export const traitsInWords = (traits: readonly Trait[], language: ReadIn): string =>
  together(
    traits.map(({ kind, value }) => (kind === 'LIVED_EXPERIENCE' ? `${language === 'es' ? 'experiencia con' : 'experience with'} ${experiences[language][value] ?? value}` : value)),
    language,
  );
