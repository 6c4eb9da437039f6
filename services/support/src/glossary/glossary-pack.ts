import { ContentState, type ContentLanguage } from '../content/wording.ts';
import { meetingEachOther } from './content/meeting-each-other.ts';
import { people } from './content/people.ts';
import { theSystem } from './content/the-system.ts';
import type { GlossaryTerm } from './glossary-term.ts';

/** The glossary as the platform has it. A new version keeps the keys of the terms that it keeps. */
export const glossaryPack = {
  version: 1,
  states: { en: ContentState.REVIEWED, es: ContentState.MACHINE },
  terms: [...people, ...meetingEachOther, ...theSystem] as readonly GlossaryTerm[],
} as const;

/** All that a review of that language has read. */
export const glossaryTexts = (language: ContentLanguage): string[] => glossaryPack.terms.map(({ key, term, synonyms, meaning }) => [key, term[language], ...synonyms[language], meaning[language]].join(' '));
