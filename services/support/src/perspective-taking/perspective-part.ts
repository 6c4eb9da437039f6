import type { ContentLanguage, ContentState, Wording } from '../content/wording.ts';

/** What a part of the module is: something to keep to, something to unlearn, something to write about, something to listen to or watch. */
export enum PerspectivePartKind {
  PRINCIPLE = 'PRINCIPLE',
  MYTH = 'MYTH',
  EMPATHY_QUESTION = 'EMPATHY_QUESTION',
  INTERVIEW = 'INTERVIEW',
  VIDEO = 'VIDEO',
}

interface Written extends Wording {
  /** Stable over all versions: `PT-Q-01`. */
  readonly id: string;
}

/** Not to judge, in one sentence each. */
export interface Principle extends Written {
  readonly kind: 'PRINCIPLE';
}

/** What is often said and is not so, and what is. */
export interface Myth extends Written {
  readonly kind: 'MYTH';
  readonly truth: Wording;
}

/** What somebody writes about, for themselves alone. */
export interface EmpathyQuestion extends Written {
  readonly kind: 'EMPATHY_QUESTION';
}

/** Others speak for themselves, in their own language and at their own place. */
export interface Recording {
  readonly id: string;
  readonly kind: 'INTERVIEW' | 'VIDEO';
  readonly title: string;
  /** Who made it, and the year where it is known. */
  readonly by: string;
  readonly url: string;
  readonly language: ContentLanguage;
  readonly state: ContentState;
}

export type PerspectivePart = Principle | Myth | EmpathyQuestion | Recording;
