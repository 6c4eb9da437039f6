import type { BindingConstraint } from '../engine/matching-problem.ts';
import { together, type ReadIn } from './languages.ts';

/** Each thing that can be asked of a family and a mentor, as a coordinator reads that it is met, or is not. */
const words: Record<ReadIn, Record<BindingConstraint, string>> = {
  en: {
    ROLE: 'the role',
    ELIGIBILITY: 'training and experience',
    AWAY: 'nobody on leave',
    CONFLICT: 'nobody too close to the family',
    LANGUAGE: 'a language in common',
    LIMIT: 'what the mentor would rather not work with',
    WISH: 'all that must be for the family',
    AREA: 'where the family is',
    HOURS: 'an hour of the week in common',
    CO_LEADER: 'hours in common with the mentor of the other family',
    TRIED_BEFORE: 'nobody asked or matched with them before',
    QUOTA: 'how many matches a group may have',
    CAPACITY: 'a free place',
  },
  es: {
    ROLE: 'la función',
    ELIGIBILITY: 'la capacitación y la experiencia',
    AWAY: 'nadie de licencia',
    CONFLICT: 'nadie demasiado cercano a la familia',
    LANGUAGE: 'un idioma en común',
    LIMIT: 'aquello con lo que la persona mentora prefiere no trabajar',
    WISH: 'todo lo indispensable para la familia',
    AREA: 'el lugar donde está la familia',
    HOURS: 'una hora de la semana en común',
    CO_LEADER: 'horas en común con la persona mentora de la otra familia',
    TRIED_BEFORE: 'nadie a quien ya se preguntó o que ya estuvo con la familia',
    QUOTA: 'cuántos acompañamientos puede tener un grupo',
    CAPACITY: 'un lugar libre',
  },
};

/** 'the role, training and experience, and a free place' */
export const constraintsInWords = (constraints: readonly BindingConstraint[], language: ReadIn): string => together(constraints.map((name) => words[language][name]), language);
