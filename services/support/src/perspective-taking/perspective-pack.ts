import { ContentState, type ContentLanguage } from '../content/wording.ts';
import { myths } from './content/myths.ts';
import { principles } from './content/principles.ts';
import { questions } from './content/questions.ts';
import { recordings } from './content/recordings.ts';
import type { PerspectivePart } from './perspective-part.ts';
import { noSuchQuestion } from './perspective-taking.errors.ts';

/** The module on seeing it from the other side. A new version keeps the ids of the parts that it keeps. */
export const perspectivePack = {
  version: 1,
  states: { en: ContentState.REVIEWED, es: ContentState.MACHINE },
  parts: [...principles, ...myths, ...recordings, ...questions] as readonly PerspectivePart[],
} as const;

/** What has a wording of ours in that language: all that a review has read. */
export const perspectiveTexts = (language: ContentLanguage): string[] => [...principles, ...myths, ...questions].map((part) => [part.id, part[language], part.kind === 'MYTH' ? part.truth[language] : ''].join(' '));

/** What has to be written about before the module is finished. */
export const questionIds: readonly string[] = questions.map(({ id }) => id);

/** Throws `SUPPORT.NO_SUCH_QUESTION`. */
export function requireQuestion(id: string): string {
  if (!questionIds.includes(id)) throw noSuchQuestion();
  return id;
}
