import { fingerprintOf } from '@fc/subgraph';
import { AgendaDirection, AgendaKey, agendaTemplate } from '../connections-meetings/agenda.ts';
import { GuideTextState } from '../guide/guide-pack.ts';
import type { GuideLanguage } from '../guide/guide-prompt.ts';
import { icebreakerTemplate, IcebreakerTopic } from '../icebreakers/icebreaker-topic.ts';
import { MeetingKind } from '../introductory-meetings/meeting-kind.ts';

/** All words of a printed agenda, in one language. */
export interface AgendaWords<Key extends string = AgendaKey> {
  readonly title: string;
  readonly when: string;
  readonly where: string;
  /** In place of a place that stands on no paper. */
  readonly whereToLook: string;
  /** `{ally}` and `{mentor}` stand for the county's own names of the two roles. */
  readonly leads: string;
  readonly items: Readonly<Record<Key, string>>;
  readonly directions: Readonly<Record<AgendaDirection, string>>;
  readonly notes: string;
}

export const agendaWords: Readonly<Record<GuideLanguage, AgendaWords>> = {
  en: {
    title: 'Agenda of our first meeting',
    when: 'When',
    where: 'Where',
    whereToLook: 'Please sign in to see where.',
    leads: 'The {ally} and the {mentor} lead this meeting together.',
    items: Object.fromEntries(agendaTemplate.map(({ key, title }) => [key, title])) as Record<AgendaKey, string>,
    directions: {
      [AgendaDirection.CAREGIVER_TO_PARENT]: 'The caregiver tells the parent.',
      [AgendaDirection.PARENT_TO_CAREGIVER]: 'The parent tells the caregiver.',
      [AgendaDirection.BOTH]: 'Each tells the other.',
    },
    notes: 'Your notes',
  },
  es: {
    title: 'Temas de nuestra primera reunión',
    when: 'Cuándo',
    where: 'Dónde',
    whereToLook: 'Inicie sesión para ver dónde.',
    leads: 'Dirigen juntas esta reunión: {ally} y {mentor}.',
    items: {
      [AgendaKey.INTRODUCTIONS]: 'Presentaciones',
      [AgendaKey.CHILD_UPDATE]: 'Cómo está el niño o la niña',
      [AgendaKey.ROUTINE]: 'La rutina del niño o la niña',
      [AgendaKey.LIKES_AND_DISLIKES]: 'Lo que le gusta y lo que no le gusta',
      [AgendaKey.TRADITIONS_AND_CULTURE]: 'Tradiciones familiares y cultura',
      [AgendaKey.COMMUNICATION_PLAN]: 'Un plan para la comunicación y la relación',
    },
    directions: {
      [AgendaDirection.CAREGIVER_TO_PARENT]: 'Quien cuida se lo cuenta a la madre o al padre.',
      [AgendaDirection.PARENT_TO_CAREGIVER]: 'La madre o el padre se lo cuenta a quien cuida.',
      [AgendaDirection.BOTH]: 'Cada parte se lo cuenta a la otra.',
    },
    notes: 'Sus notas',
  },
};

/** The two roles that lead a meeting, as the program's glossary has them. */
export const rolesInSpanish = { PARENT_ALLY: 'aliado o aliada de padres', CAREGIVER_MENTOR: 'mentor o mentora de cuidadores' } as const;

/** The words of an icebreaker's agenda, which are reviewed by themselves; one meeting that is both uses the words of both. */
export const icebreakerWords: Readonly<Record<GuideLanguage, AgendaWords<IcebreakerTopic>>> = {
  en: {
    ...agendaWords.en,
    title: 'Agenda of our icebreaker',
    leads: 'Somebody of the agency leads through this meeting. Nobody has to talk about everything.',
    items: Object.fromEntries(icebreakerTemplate.map(({ key, title }) => [key, title])) as Record<IcebreakerTopic, string>,
  },
  es: {
    ...agendaWords.es,
    title: 'Temas de nuestro primer encuentro',
    leads: 'Una persona de la agencia dirige esta reunión. Nadie tiene que hablar de todo.',
    items: {
      [IcebreakerTopic.CAREGIVER_AND_HOME]: 'Quien cuida, su familia y su hogar',
      [IcebreakerTopic.CHILD_NEEDS]: 'Lo que el niño o la niña necesita',
      [IcebreakerTopic.ROUTINES]: 'Las rutinas del niño o la niña',
      [IcebreakerTopic.LIKES_AND_DISLIKES]: 'Lo que le gusta y lo que no le gusta',
      [IcebreakerTopic.MEDICAL_HISTORY]: 'La historia médica del niño o la niña',
      [IcebreakerTopic.FAMILY_DYNAMICS]: 'Cómo vive cada familia',
      [IcebreakerTopic.COMMUNICATION_EXPECTATIONS]: 'Lo que cada parte espera de la comunicación',
      [IcebreakerTopic.CONTACT_ARRANGEMENTS]: 'Cómo y cuándo están en contacto el niño o la niña y su familia',
    },
  },
};

/** The words of the agenda of such a meeting. */
export const wordsOf = (kind: MeetingKind, language: GuideLanguage): AgendaWords<string> => (kind === MeetingKind.ICEBREAKER ? icebreakerWords : agendaWords)[language];

/** What the code itself knows of its languages; a county may have reviewed one besides. */
export const agendaStates: Readonly<Record<GuideLanguage, GuideTextState>> = { en: GuideTextState.REVIEWED, es: GuideTextState.MACHINE };

/** The words as somebody reads them who reviews them. */
export function agendaLines(kind: MeetingKind, language: GuideLanguage): string[] {
  const { items, directions, ...words } = wordsOf(kind, language);
  const roles = language === 'es' && kind === MeetingKind.CONNECTIONS_MEETING ? Object.values(rolesInSpanish) : [];
  return [...Object.values(words), ...roles, ...Object.values(items), ...Object.values(directions)];
}

/** Tells one wording of a language from the next, so that a review holds for what was read and for nothing else. */
export const agendaWording = (kind: MeetingKind, language: GuideLanguage): string => fingerprintOf(...agendaLines(kind, language));
