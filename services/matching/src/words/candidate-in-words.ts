import type { BindingConstraint, Reason, Trait } from '../engine/matching-problem.ts';
import { constraintsInWords } from './constraints-in-words.ts';
import { counted, together, type ReadIn } from './languages.ts';
import { byPoints, languagesInWords, reasonInWords } from './proposal-in-words.ts';
import { experienceInWords, traitsInWords, type ExperienceNames } from './traits-in-words.ts';

/** What speaks for a mentor whom a coordinator could choose, and what against them. */
export interface Candidate {
  readonly points: number;
  readonly reasons: readonly Reason[];
  readonly sharedLanguages: readonly string[];
  readonly missedWishes: readonly Trait[];
  /** Experiences that the family asked for and the mentor would like to work with. */
  readonly wouldLike: readonly string[];
  readonly met: readonly BindingConstraint[];
  readonly against: readonly BindingConstraint[];
  readonly proposable: boolean;
  readonly reasonNeeded: boolean;
}

interface Words {
  readonly points: (points: number) => string;
  readonly brought: (points: number, reason: string) => string;
  readonly present: Partial<Record<Reason['key'], (value: number) => string>>;
  readonly unknown: string;
  readonly wouldLike: (experiences: string) => string;
  readonly met: (constraints: string) => string;
  readonly against: (constraints: string) => string;
  readonly missed: (wishes: string) => string;
  readonly free: string;
  readonly withReason: string;
  readonly notNow: string;
}

const words: Record<ReadIn, Words> = {
  en: {
    points: (points) => `${counted(points, 'point', 'points')}.`,
    brought: (points, reason) => `${reason} (${points})`,
    present: { FREE_PLACES: (value) => `The mentor has ${counted(value, 'free place', 'free places')}.`, WAITING_DAYS: (value) => `The family has waited ${counted(value, 'day', 'days')}.` },
    unknown: 'The languages of the family are not known yet.',
    wouldLike: (experiences) => `The mentor would like to work with ${experiences}.`,
    met: (constraints) => `Met: ${constraints}.`,
    against: (constraints) => `Not met: ${constraints}.`,
    missed: (wishes) => `Of the wishes of the family, not met: ${wishes}.`,
    free: 'You can propose them.',
    withReason: 'You can propose them, with a reason that is kept.',
    notNow: 'Nobody can propose them at present.',
  },
  es: {
    points: (points) => `${counted(points, 'punto', 'puntos')}.`,
    brought: (points, reason) => `${reason} (${points})`,
    present: { FREE_PLACES: (value) => `La persona mentora tiene ${counted(value, 'lugar libre', 'lugares libres')}.`, WAITING_DAYS: (value) => `La familia ha esperado ${counted(value, 'día', 'días')}.` },
    unknown: 'Todavía no se conocen los idiomas de la familia.',
    wouldLike: (experiences) => `A la persona mentora le gustaría trabajar con ${experiences}.`,
    met: (constraints) => `Se cumple: ${constraints}.`,
    against: (constraints) => `No se cumple: ${constraints}.`,
    missed: (wishes) => `De los deseos de la familia, no se cumple: ${wishes}.`,
    free: 'Puede proponerla.',
    withReason: 'Puede proponerla, con una razón que se guarda.',
    notNow: 'Por ahora nadie puede proponerla.',
  },
};

/** What makes the points, what is met and what is not, and whether a coordinator can propose them. */
export function candidateInWords({ points, reasons, sharedLanguages, missedWishes, wouldLike, met, against, proposable, reasonNeeded }: Candidate, language: ReadIn, names: ExperienceNames): string {
  const say = words[language];
  const brought = byPoints(reasons).flatMap((reason) => {
    const sentences = say.present[reason.key] ? [say.present[reason.key]!(reason.value)] : reasonInWords(reason, language);
    return sentences.map((sentence) => say.brought(reason.points, sentence));
  });
  const experiences = wouldLike.map((key) => experienceInWords(key, language, names));
  return [
    say.points(points),
    ...(against.includes('LANGUAGE') ? [] : [languagesInWords(sharedLanguages, language) ?? say.unknown]),
    ...brought,
    ...(wouldLike.length > 0 ? [say.wouldLike(together(experiences, language))] : []),
    say.met(constraintsInWords(met, language)),
    ...(missedWishes.length > 0 ? [say.missed(traitsInWords(missedWishes, language, names))] : []),
    ...(against.length > 0 ? [say.against(constraintsInWords(against, language))] : []),
    !proposable ? say.notNow : reasonNeeded ? say.withReason : say.free,
  ].join(' ');
}
