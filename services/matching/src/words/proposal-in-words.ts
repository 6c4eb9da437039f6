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

const otherWords: Record<ReadIn, { unknown: string; checked: string; met: (constraints: string) => string; otherLanguage: string; missed: (traits: string) => string; against: (constraints: string) => string; chosen: (reason: string) => string; alone: string; runnerUp: Record<RunnerUp['because'], string> }> = {
  en: {
    unknown: 'The languages of the family are not known yet.',
    checked: 'Role, training, experience and closeness to the family were checked.',
    met: (constraints) => `Met: ${constraints}.`,
    otherLanguage: 'The language in which the family is most comfortable is not among theirs.',
    missed: (traits) => `Not met: ${traits}.`,
    against: (constraints) => `Not met, and gone against: ${constraints}.`,
    chosen: (reason) => `A coordinator chose this mentor: ${reason}`,
    alone: 'Nobody else was possible.',
    runnerUp: {
      FEWER_POINTS: 'Somebody else was possible too; less spoke for them.',
      AS_GOOD: 'Somebody else was possible too; as much spoke for them.',
      BETTER_FOR_ANOTHER: 'Somebody else was possible too; they do more for another family.',
      ONLY_ONE_FOR_ANOTHER: 'Somebody else was possible too; without them another family would have nobody.',
      NOT_FREE_TOGETHER: 'Somebody else was possible too; they have no hours in common with the mentor of the other family.',
    },
  },
  es: {
    unknown: 'Todavía no se conocen los idiomas de la familia.',
    checked: 'Se revisaron la función, la capacitación, la experiencia y la cercanía con la familia.',
    met: (constraints) => `Se cumple: ${constraints}.`,
    otherLanguage: 'El idioma en el que la familia se siente más cómoda no está entre los suyos.',
    missed: (traits) => `No se cumple: ${traits}.`,
    against: (constraints) => `No se cumple, y aun así se propone: ${constraints}.`,
    chosen: (reason) => `Una persona coordinadora eligió a esta persona mentora: ${reason}`,
    alone: 'No había otra persona posible.',
    runnerUp: {
      FEWER_POINTS: 'También había otra persona posible; había menos razones a su favor.',
      AS_GOOD: 'También había otra persona posible; había las mismas razones a su favor.',
      BETTER_FOR_ANOTHER: 'También había otra persona posible; ayuda más a otra familia.',
      ONLY_ONE_FOR_ANOTHER: 'También había otra persona posible; sin ella otra familia no tendría a nadie.',
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
export function proposalInWords({ reasons, sharedLanguages, missedWishes, met, against, runnerUp, overrideReason }: Because, language: ReadIn, names?: ExperienceNames): string {
  const words = otherWords[language];
  const otherLanguage = sharedLanguages.length > 0 && reasons.some(({ key, value }) => key === 'FIRST_LANGUAGE' && value === 0);
  return [
    languagesInWords(sharedLanguages, language) ?? words.unknown,
    met.length > 0 ? words.met(constraintsInWords(met, language)) : words.checked,
    ...strongestInWords(reasons, language),
    ...(otherLanguage ? [words.otherLanguage] : []),
    ...(missedWishes.length > 0 ? [words.missed(traitsInWords(missedWishes, language, names))] : []),
    ...(against.length > 0 ? [words.against(constraintsInWords(against, language))] : []),
    overrideReason ? words.chosen(overrideReason) : runnerUp ? words.runnerUp[runnerUp.because] : words.alone,
  ].join(' ');
}

/** The same, shorter, for the mentor or the family: nothing of other families, and of wishes only to the family that had them. */
export function proposalInShort({ sharedLanguages, reasons, missedWishes }: Because, side: 'MENTOR' | 'PARTICIPANT', language: ReadIn, names?: ExperienceNames): string | null {
  const wishes = side === 'PARTICIPANT' ? reasons.filter(({ key, value }) => key === 'WISHES_MET' && value > 0) : [];
  const sentences = [
    languagesInWords(sharedLanguages, language),
    ...strongestInWords(wishes, language),
    side === 'PARTICIPANT' && missedWishes.length > 0 ? otherWords[language].missed(traitsInWords(missedWishes, language, names)) : null,
  ].filter((sentence) => sentence !== null);
  return sentences.length > 0 ? sentences.join(' ') : null;
}
