import type { GuideLanguage } from '../guide/guide-prompt.ts';

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

export const transitionStepTexts: Readonly<Record<TransitionStepKey, Readonly<Record<GuideLanguage, string>>>> = {
  CHILD_TOLD: { en: 'The child knows, in words for their age, where they will live, when and why.', es: 'El niño sabe, con palabras para su edad, dónde va a vivir, cuándo y por qué.' },
  CHILD_ASKED: { en: 'The child has been asked what they wish, what they look forward to and what worries them.', es: 'Se le ha preguntado al niño qué desea, qué le ilusiona y qué le preocupa.' },
  TIME_SPENT_THERE: { en: 'The child has spent time there, with nights where that is possible.', es: 'El niño ha pasado tiempo allí, con noches si es posible.' },
  ROUTINES_HANDED_OVER: { en: 'Sleep, food and comfort are known there as they are here.', es: 'Allí se conocen, como aquí, su sueño, su comida y lo que le consuela.' },
  SCHOOL_AND_HEALTH: { en: 'School, child care, doctors and medicine go on without a gap.', es: 'La escuela, la guardería, los médicos y las medicinas siguen sin interrupción.' },
  BELONGINGS: { en: 'What belongs to the child goes along, and so do photos and memories.', es: 'Lo que es del niño se va con él, también las fotos y los recuerdos.' },
  GOODBYES: { en: 'The child has had time for goodbyes, and knows whom they will see again.', es: 'El niño ha tenido tiempo para despedirse y sabe a quién volverá a ver.' },
};

/** Nobody prepares a child by leaving the child out. */
export const alwaysNeeded: readonly `${TransitionStepKey}`[] = ['CHILD_TOLD', 'CHILD_ASKED'];
