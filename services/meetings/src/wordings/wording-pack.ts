import { fingerprintOf } from '@fc/subgraph';
import { GuideTextState } from '../guide/guide-pack.ts';
import type { GuideLanguage } from '../guide/guide-prompt.ts';
import { wordLists } from '../language-check/word-list.ts';
import { momentPrompts } from '../moments/moment-pack.ts';
import { allHearingTasks } from '../review-hearings/hearing-tasks.ts';
import { transitionStepKeys, transitionStepTexts } from '../transition-plans/transition-step.ts';

/** One line of the platform's own words, in each language. */
export interface Words extends Readonly<Record<GuideLanguage, string>> {
  /** Stable over all versions. */
  readonly key: string;
}

/** Packs of short texts that a county reviews as one. The guide and the printed agenda have reviews of their own. */
export enum WordingPack {
  MOMENTS = 'MOMENTS',
  HEARING_TASKS = 'HEARING_TASKS',
  TRANSITION_STEPS = 'TRANSITION_STEPS',
  LANGUAGE_CHECK = 'LANGUAGE_CHECK',
}
export const wordingPacks: readonly `${WordingPack}`[] = Object.values(WordingPack);

interface Line {
  readonly key: string;
  readonly text: string;
}
const inLanguage =
  (all: readonly Words[]) =>
  (language: GuideLanguage): Line[] =>
    all.map(({ key, [language]: text }) => ({ key, text }));

const packs: Readonly<Record<WordingPack, (language: GuideLanguage) => Line[]>> = {
  MOMENTS: inLanguage(momentPrompts.map(({ id: key, en, es }) => ({ key, en, es }))),
  HEARING_TASKS: inLanguage(allHearingTasks),
  TRANSITION_STEPS: inLanguage(transitionStepKeys.map((key) => ({ key, ...transitionStepTexts[key] }))),
  /** What it finds, and what it offers instead: each language has a list of its own. */
  LANGUAGE_CHECK: (language) => wordLists[language].map(({ find: key, instead: text }) => ({ key, text })),
};

/** What the code itself knows of its languages; a county may have reviewed one besides. */
export const wordingStates: Readonly<Record<GuideLanguage, GuideTextState>> = { en: GuideTextState.REVIEWED, es: GuideTextState.MACHINE };

/** The words as somebody reads them who reviews them. */
export const linesOf = (pack: `${WordingPack}`, language: GuideLanguage): Line[] => packs[pack](language);

/** Tells one wording of a language from the next, so that a review holds for what was read and for nothing else. */
export const wordingOf = (pack: `${WordingPack}`, language: GuideLanguage): string => fingerprintOf(...linesOf(pack, language).map(({ key, text }) => `${key} ${text}`));
