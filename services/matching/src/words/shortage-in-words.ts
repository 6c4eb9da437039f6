import type { ShortageKind } from '../overview/matching-overview.view.ts';
import type { DayPart } from '../overview/day-parts.ts';
import { counted, languagesTogether, type ReadIn } from './languages.ts';
import { experienceInWords, type ExperienceNames } from './traits-in-words.ts';

const parts: Record<ReadIn, Record<DayPart, string>> = {
  en: { WEEKDAY_MORNING: 'on weekday mornings', WEEKDAY_AFTERNOON: 'on weekday afternoons', WEEKDAY_EVENING: 'on weekday evenings', WEEKEND_MORNING: 'on weekend mornings', WEEKEND_AFTERNOON: 'on weekend afternoons', WEEKEND_EVENING: 'on weekend evenings' },
  es: {
    WEEKDAY_MORNING: 'por la mañana entre semana',
    WEEKDAY_AFTERNOON: 'por la tarde entre semana',
    WEEKDAY_EVENING: 'por la noche entre semana',
    WEEKEND_MORNING: 'por la mañana el fin de semana',
    WEEKEND_AFTERNOON: 'por la tarde el fin de semana',
    WEEKEND_EVENING: 'por la noche el fin de semana',
  },
};

/** Whom to look for. */
const whom: Record<ReadIn, Record<`${ShortageKind}`, (of: string, names: ExperienceNames) => string>> = {
  en: {
    LANGUAGE: (tag) => `speaks ${languagesTogether([tag], 'en')}`,
    AREA: (area) => `comes to ${area}`,
    HOURS: (part) => `can talk ${parts.en[part as DayPart]}`,
    EXPERIENCE: (key, names) => `has experience with ${experienceInWords(key, 'en', names)}`,
  },
  es: {
    LANGUAGE: (tag) => `hable ${languagesTogether([tag], 'es')}`,
    AREA: (area) => `llegue a ${area}`,
    HOURS: (part) => `pueda hablar ${parts.es[part as DayPart]}`,
    EXPERIENCE: (key, names) => `tenga experiencia con ${experienceInWords(key, 'es', names)}`,
  },
};

const sentence: Record<ReadIn, (waiting: number, whom: string, free: number) => string> = {
  en: (waiting, somebody, free) => `${counted(waiting, 'family waits', 'families wait')} for somebody who ${somebody}; such mentors have ${counted(free, 'free place', 'free places')}.`,
  es: (waiting, somebody, free) => `${counted(waiting, 'familia espera', 'familias esperan')} a alguien que ${somebody}; esas personas mentoras tienen ${counted(free, 'lugar libre', 'lugares libres')}.`,
};

/** '3 families wait for somebody who can talk on weekday evenings; such mentors have 1 free place.' */
export const shortageInWords = ({ kind, of, waiting, freePlaces }: { readonly kind: `${ShortageKind}`; readonly of: string; readonly waiting: number; readonly freePlaces: number }, language: ReadIn, names: ExperienceNames = {}): string =>
  sentence[language](waiting, whom[language][kind](of, names), freePlaces);
