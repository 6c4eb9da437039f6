import type { MomentPrompt } from '../moment-prompt.ts';

/** At a hospital or a doctor's office, where both families wait for the same child. */
export const hospital: readonly MomentPrompt[] = [
  { id: 'M-HOSP-PAR-01', place: 'HOSPITAL', role: 'PARENT', en: 'Tell what has helped your child at the doctor before', es: 'Cuente qué le ha ayudado a su hijo antes en el médico' },
  { id: 'M-HOSP-PAR-02', place: 'HOSPITAL', role: 'PARENT', en: 'Ask how the night was for the caregiver too', es: 'Pregunte también cómo pasó la noche quien cuida' },
  { id: 'M-HOSP-PAR-03', place: 'HOSPITAL', role: 'PARENT', en: 'Offer to sit with the child while the caregiver rests', es: 'Ofrezca quedarse con el niño mientras quien cuida descansa' },
  { id: 'M-HOSP-CAR-01', place: 'HOSPITAL', role: 'CAREGIVER', en: 'Leave the chair next to the bed for the parent', es: 'Deje para la madre o el padre la silla junto a la cama' },
  { id: 'M-HOSP-CAR-02', place: 'HOSPITAL', role: 'CAREGIVER', en: 'Wait until the parent is there before you ask the doctor your questions', es: 'Espere a que llegue la madre o el padre para hacer sus preguntas al médico' },
  { id: 'M-HOSP-CAR-03', place: 'HOSPITAL', role: 'CAREGIVER', en: 'Ask which song or story the child wants from their parent', es: 'Pregunte qué canción o cuento quiere el niño de su madre o su padre' },
  { id: 'M-HOSP-BOTH-01', place: 'HOSPITAL', role: 'BOTH', en: 'Write down together what the doctor said', es: 'Anoten juntos lo que dijo el médico' },
  { id: 'M-HOSP-BOTH-02', place: 'HOSPITAL', role: 'BOTH', en: 'Get each other something to drink', es: 'Tráiganse algo de tomar' },
];
