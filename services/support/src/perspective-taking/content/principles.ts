import type { Principle } from '../perspective-part.ts';

/** How to meet another family without judging it. */
export const principles: readonly Principle[] = [
  { id: 'PT-P-01', kind: 'PRINCIPLE', en: 'A family is more than its hardest day.', es: 'Una familia es más que su día más difícil.' },
  { id: 'PT-P-02', kind: 'PRINCIPLE', en: 'Ask what something means before you decide what it means.', es: 'Pregunte qué significa algo antes de decidir qué significa.' },
  { id: 'PT-P-03', kind: 'PRINCIPLE', en: 'Say what you saw. Leave out what you think of the person.', es: 'Diga lo que vio. No diga lo que piensa de la persona.' },
  { id: 'PT-P-04', kind: 'PRINCIPLE', en: 'Another way of doing things is not a wrong way.', es: 'Otra manera de hacer las cosas no es una manera equivocada.' },
  { id: 'PT-P-05', kind: 'PRINCIPLE', en: 'People can change when they have help and hope.', es: 'Las personas pueden cambiar cuando tienen ayuda y esperanza.' },
  { id: 'PT-P-06', kind: 'PRINCIPLE', en: 'No child should have to choose whom to love.', es: 'Ningún niño debería tener que elegir a quién querer.' },
];
