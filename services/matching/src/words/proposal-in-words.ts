import type { BindingConstraint, Reason, RunnerUp, Trait } from '../engine/matching-problem.ts';
import { constraintsInWords } from './constraints-in-words.ts';
import { counted, languagesTogether, type ReadIn } from './languages.ts';
import { traitsInWords, type ExperienceNames } from './traits-in-words.ts';

/** What a proposal keeps of why it was made. */
export interface Because {
  readonly reasons: readonly Reason[];
  readonly sharedLanguages: readonly string[];
  readonly missedWishes: readonly Trait[];
  /** What was asked of the two and holds; empty of the first proposals, which did not keep it. */
  readonly met: readonly BindingConstraint[];
  /** What a coordinator goes against. */
  readonly against: readonly BindingConstraint[];
  readonly runnerUp: Pick<RunnerUp, 'because'> | null;
  /** A coordinator's own, where they chose somebody whom the engine would not have. */
  readonly overrideReason: string | null;
  /** Whether a coordinator chose the mentor, and no run. */
  readonly chosen: boolean;
}

/** So many of the reasons are told, the strongest first. */
const strongest = 3;

const reasonWords: Record<ReadIn, Record<Exclude<Reason['key'], 'SHARED_LANGUAGES'>, (value: number) => string>> = {
  en: {
    FIRST_LANGUAGE: () => 'The mentor speaks a language in which the family is most comfortable.',
    WISHES_MET: (value) => `The mentor meets ${counted(value, 'wish', 'wishes')} of the family.`,
    HOURS_TOGETHER: (value) => `They have ${counted(value, 'hour', 'hours')} of the week in common.`,
    FREE_PLACES: (value) => `The mentor had ${counted(value, 'free place', 'free places')}.`,
    WAITING_DAYS: (value) => `The family had waited ${counted(value, 'day', 'days')}.`,
  },
  es: {
    FIRST_LANGUAGE: () => 'La persona mentora habla el idioma en el que la familia se siente más cómoda.',
    WISHES_MET: (value) => `La persona mentora cumple ${counted(value, 'deseo', 'deseos')} de la familia.`,
    HOURS_TOGETHER: (value) => `Tienen ${counted(value, 'hora', 'horas')} de la semana en común.`,
    FREE_PLACES: (value) => `La persona mentora tenía ${counted(value, 'lugar libre', 'lugares libres')}.`,
    WAITING_DAYS: (value) => `La familia había esperado ${counted(value, 'día', 'días')}.`,
  },
};

const otherWords: Record<ReadIn, { unknown: string; checked: string; met: (constraints: string) => string; otherLanguage: string; ownLanguageMissing: string; looked: Record<'MENTOR' | 'PARTICIPANT', string>; missed: (traits: string) => string; against: (constraints: string) => string; chosen: (reason: string) => string; chosenFreely: string; alone: string; runnerUp: Record<RunnerUp['because'], string> }> = {
  en: {
    unknown: 'The languages of the family are not known yet.',
    checked: 'Role, training, experience and closeness to the family were checked.',
    met: (constraints) => `Met: ${constraints}.`,
    otherLanguage: 'The language in which the family is most comfortable is not among theirs.',
    ownLanguageMissing: 'The language in which you are most comfortable is not among them.',
    looked: { MENTOR: 'Your training and your free places were looked at, and that you are not close to the family.', PARTICIPANT: 'Their training and experience were looked at, and that they are not close to your family.' },
    missed: (traits) => `Not met: ${traits}.`,
    against: (constraints) => `Not met, and gone against: ${constraints}.`,
    chosen: (reason) => `A coordinator chose this mentor: ${reason}`,
    chosenFreely: 'A coordinator chose this mentor.',
    alone: 'Nobody else was possible.',
    runnerUp: {
      FEWER_POINTS: 'Somebody else was possible too; less spoke for them.',
      AS_GOOD: 'Somebody else was possible too; as much spoke for them.',
      BETTER_FOR_ANOTHER: 'Somebody else was possible too; they do more for another family.',
      ONLY_ONE_FOR_ANOTHER: 'Somebody else was possible too; without them another family would have nobody.',
      GROUP_FULL: 'Somebody else was possible too; their group has all the matches that the county lets it have.',
      NOT_FREE_TOGETHER: 'Somebody else was possible too; they have no hours in common with the mentor of the other family.',
    },
  },
  es: {
    unknown: 'Todavía no se conocen los idiomas de la familia.',
    checked: 'Se revisaron la función, la capacitación, la experiencia y la cercanía con la familia.',
    met: (constraints) => `Se cumple: ${constraints}.`,
    otherLanguage: 'El idioma en el que la familia se siente más cómoda no está entre los suyos.',
    ownLanguageMissing: 'El idioma en el que usted se siente más a gusto no está entre ellos.',
    looked: { MENTOR: 'Se revisó su capacitación, que tiene lugar y que no es cercana a la familia.', PARTICIPANT: 'Se revisó su capacitación y su experiencia, y que no es cercana a su familia.' },
    missed: (traits) => `No se cumple: ${traits}.`,
    against: (constraints) => `No se cumple, y aun así se propone: ${constraints}.`,
    chosen: (reason) => `Una persona coordinadora eligió a esta persona mentora: ${reason}`,
    chosenFreely: 'Una persona coordinadora eligió a esta persona mentora.',
    alone: 'No había otra persona posible.',
    runnerUp: {
      FEWER_POINTS: 'También había otra persona posible; había menos razones a su favor.',
      AS_GOOD: 'También había otra persona posible; había las mismas razones a su favor.',
      BETTER_FOR_ANOTHER: 'También había otra persona posible; ayuda más a otra familia.',
      ONLY_ONE_FOR_ANOTHER: 'También había otra persona posible; sin ella otra familia no tendría a nadie.',
      GROUP_FULL: 'También había otra persona posible; su grupo ya tiene todos los acompañamientos que permite el condado.',
      NOT_FREE_TOGETHER: 'También había otra persona posible; no tiene horas en común con la persona mentora de la otra familia.',
    },
  },
};

const speak: Record<ReadIn, (languages: string) => string> = { en: (languages) => `Both speak ${languages}.`, es: (languages) => `Ambas partes hablan ${languages}.` };

/** 'Both speak Somali and English.', or nothing when no common language is known. */
export const languagesInWords = (tags: readonly string[], language: ReadIn): string | null => (tags.length > 0 ? speak[language](languagesTogether(tags, language)) : null);

/** What brought points, the most first. */
export const byPoints = (reasons: readonly Reason[]): Reason[] => reasons.filter(({ points }) => points > 0).sort((one, other) => other.points - one.points);

/** 'They have 3 hours of the week in common.'; nothing of a language in common, of which `languagesInWords` tells. */
export const reasonInWords = ({ key, value }: Reason, language: ReadIn): string[] => (key === 'SHARED_LANGUAGES' ? [] : [reasonWords[language][key](value)]);

/** The strongest reasons, each as a sentence; what brought no points is none. */
const strongestInWords = (reasons: readonly Reason[], language: ReadIn): string[] => byPoints(reasons).slice(0, strongest).flatMap((reason) => reasonInWords(reason, language));

/** Why a mentor was proposed, for a coordinator: each thing that was asked and is met, the strongest reasons, what was traded off, and why not somebody else. */
export function proposalInWords({ reasons, sharedLanguages, missedWishes, met, against, runnerUp, overrideReason, chosen }: Because, language: ReadIn, names?: ExperienceNames): string {
  const words = otherWords[language];
  return [
    languagesInWords(sharedLanguages, language) ?? words.unknown,
    met.length > 0 ? words.met(constraintsInWords(met, language)) : words.checked,
    ...strongestInWords(reasons, language),
    ...(inOtherLanguage({ sharedLanguages, reasons }) ? [words.otherLanguage] : []),
    ...(missedWishes.length > 0 ? [words.missed(traitsInWords(missedWishes, language, names))] : []),
    ...(against.length > 0 ? [words.against(constraintsInWords(against, language))] : []),
    overrideReason ? words.chosen(overrideReason) : chosen ? words.chosenFreely : runnerUp ? words.runnerUp[runnerUp.because] : words.alone,
  ].join(' ');
}

/** The same, shorter, for the mentor or the family: nothing of other families, and of wishes only to the family that had them. Never empty: what is asked of every mentor was looked at. */
export function proposalInShort({ sharedLanguages, reasons, missedWishes }: Because, side: 'MENTOR' | 'PARTICIPANT', language: ReadIn, names?: ExperienceNames): string {
  const told: readonly Reason['key'][] = side === 'PARTICIPANT' ? ['WISHES_MET', 'HOURS_TOGETHER'] : ['HOURS_TOGETHER'];
  const words = otherWords[language];
  return [
    languagesInWords(sharedLanguages, language),
    ...strongestInWords(reasons.filter(({ key, value }) => told.includes(key) && value > 0), language),
    side === 'PARTICIPANT' && inOtherLanguage({ sharedLanguages, reasons }) ? words.ownLanguageMissing : null,
    side === 'PARTICIPANT' && missedWishes.length > 0 ? words.missed(traitsInWords(missedWishes, language, names)) : null,
    words.looked[side],
  ].filter((sentence) => sentence !== null).join(' ');
}

const inOtherLanguage = ({ sharedLanguages, reasons }: Pick<Because, 'sharedLanguages' | 'reasons'>): boolean => sharedLanguages.length > 0 && reasons.some(({ key, value }) => key === 'FIRST_LANGUAGE' && value === 0);
