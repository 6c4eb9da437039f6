import type { GuideLanguage } from './guide-prompt.ts';

/** What a first call is for (R20), in its order, and what to do where the parent does not wish to talk (R31). */
export enum CallTopic {
  INTRODUCTION = 'INTRODUCTION',
  HOW_THE_CHILD_IS = 'HOW_THE_CHILD_IS',
  WISH_TO_PARTNER = 'WISH_TO_PARTNER',
  QUESTIONS = 'QUESTIONS',
}

/** One part of the call, and the lines of the guide that say more about it. */
export interface CallLine extends Readonly<Record<GuideLanguage, string>> {
  readonly topic: CallTopic;
  /** The ids of prompts for caregivers. */
  readonly prompts: readonly string[];
}
