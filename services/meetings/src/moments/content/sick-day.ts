import type { MomentPrompt } from '../moment-prompt.ts';

/** A day in bed: nobody meets, and a short message is all that it takes. */
export const sickDay: readonly MomentPrompt[] = [
  { id: 'M-SICK-PAR-01', place: 'SICK_DAY', role: 'PARENT', en: 'Send a short get-well message that the caregiver can read aloud', es: 'Mande un mensaje corto de ánimo que quien cuida pueda leer en voz alta' },
  { id: 'M-SICK-PAR-02', place: 'SICK_DAY', role: 'PARENT', en: 'Tell what you cook when your child is sick', es: 'Cuente qué cocina cuando su hijo está enfermo' },
  { id: 'M-SICK-PAR-03', place: 'SICK_DAY', role: 'PARENT', en: 'Thank the caregiver for letting you know', es: 'Agradezca a quien cuida que le haya avisado' },
  { id: 'M-SICK-CAR-01', place: 'SICK_DAY', role: 'CAREGIVER', en: 'Tell the parent early, before they hear it from somebody else', es: 'Avise pronto a la madre o al padre, antes de que lo sepa por otra persona' },
  { id: 'M-SICK-CAR-02', place: 'SICK_DAY', role: 'CAREGIVER', en: 'Ask what comforts the child on a bad day', es: 'Pregunte qué consuela al niño en un mal día' },
  { id: 'M-SICK-CAR-03', place: 'SICK_DAY', role: 'CAREGIVER', en: 'Write again in the evening how the day went', es: 'Escriba otra vez por la noche cómo fue el día' },
  { id: 'M-SICK-BOTH-01', place: 'SICK_DAY', role: 'BOTH', en: 'Say to each other: you are doing your best', es: 'Díganse: usted hace lo mejor que puede' },
];
