/** What a first call is for (R20), in its order; the questions at its end are the parent's to answer or not. */
export enum CallTopic {
  INTRODUCTION = 'INTRODUCTION',
  HOW_THE_CHILD_IS = 'HOW_THE_CHILD_IS',
  WISH_TO_PARTNER = 'WISH_TO_PARTNER',
  QUESTIONS = 'QUESTIONS',
}

export interface ScriptLine {
  readonly topic: CallTopic;
  readonly text: string;
}

export const callScript: readonly ScriptLine[] = [
  { topic: CallTopic.INTRODUCTION, text: 'Say who you are and that the child is staying with you for now.' },
  { topic: CallTopic.HOW_THE_CHILD_IS, text: 'Say how the child is: how they arrived, how they slept, what they ate.' },
  { topic: CallTopic.WISH_TO_PARTNER, text: 'Say that you would like to care for the child together with them.' },
  { topic: CallTopic.QUESTIONS, text: 'Ask what helps the child to sleep, what they like to eat and what they enjoy. If now is not a good moment, ask whether you may call again.' },
];
