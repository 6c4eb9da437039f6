import type { EmpathyQuestion } from '../perspective-part.ts';

/** To write about, in any order and over as many days as one likes. */
export const questions: readonly EmpathyQuestion[] = [
  { id: 'PT-Q-01', kind: 'EMPATHY_QUESTION', en: 'Think of the evening after the child had to leave home. What may the parent have felt? What may the caregiver have felt?', es: 'Piense en la noche después de que el niño tuvo que dejar su casa. ¿Qué pudo sentir el padre o la madre? ¿Qué pudo sentir el cuidador?' },
  { id: 'PT-Q-02', kind: 'EMPATHY_QUESTION', en: 'Your own child sleeps in a home that you have never seen. What would you want to know first?', es: 'Su propio hijo duerme en una casa que usted nunca ha visto. ¿Qué querría saber primero?' },
  { id: 'PT-Q-03', kind: 'EMPATHY_QUESTION', en: 'When did somebody judge you before they knew you? What would have helped you then?', es: '¿Cuándo lo juzgó alguien antes de conocerlo? ¿Qué le habría ayudado entonces?' },
  { id: 'PT-Q-04', kind: 'EMPATHY_QUESTION', en: 'A visit did not go well. Find three reasons that are nobody’s fault.', es: 'Una visita no salió bien. Encuentre tres razones que no sean culpa de nadie.' },
  { id: 'PT-Q-05', kind: 'EMPATHY_QUESTION', en: 'What does the child’s other family do well? How could you tell them?', es: '¿Qué hace bien la otra familia del niño? ¿Cómo podría decírselo?' },
  { id: 'PT-Q-06', kind: 'EMPATHY_QUESTION', en: 'What small thing could you do this week so that the other family feels respected?', es: '¿Qué cosa pequeña podría hacer esta semana para que la otra familia se sienta respetada?' },
];
