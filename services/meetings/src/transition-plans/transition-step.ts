/** What makes a child ready to leave a foster home, for home or for another placement. */
export enum TransitionStepKey {
  CHILD_TOLD = 'CHILD_TOLD',
  CHILD_ASKED = 'CHILD_ASKED',
  TIME_SPENT_THERE = 'TIME_SPENT_THERE',
  ROUTINES_HANDED_OVER = 'ROUTINES_HANDED_OVER',
  SCHOOL_AND_HEALTH = 'SCHOOL_AND_HEALTH',
  BELONGINGS = 'BELONGINGS',
  GOODBYES = 'GOODBYES',
}
export const transitionStepKeys: readonly `${TransitionStepKey}`[] = Object.values(TransitionStepKey);

export const transitionStepTexts: Readonly<Record<TransitionStepKey, string>> = {
  CHILD_TOLD: 'The child knows, in words for their age, where they will live, when and why.',
  CHILD_ASKED: 'The child has been asked what they wish, what they look forward to and what worries them.',
  TIME_SPENT_THERE: 'The child has spent time there, with nights where that is possible.',
  ROUTINES_HANDED_OVER: 'Sleep, food and comfort are known there as they are here.',
  SCHOOL_AND_HEALTH: 'School, child care, doctors and medicine go on without a gap.',
  BELONGINGS: 'What belongs to the child goes along, and so do photos and memories.',
  GOODBYES: 'The child has had time for goodbyes, and knows whom they will see again.',
};

/** Nobody prepares a child by leaving the child out. */
export const alwaysNeeded: readonly `${TransitionStepKey}`[] = ['CHILD_TOLD', 'CHILD_ASKED'];
