import type { MomentPrompt } from '../moment-prompt.ts';

/** At the school gate, a game, a show or a talk with a teacher. */
export const school: readonly MomentPrompt[] = [
  { id: 'M-SCHOOL-PAR-01', place: 'SCHOOL', role: 'PARENT', en: 'Ask what the child is proud of at school right now', es: 'Pregunte de qué está orgulloso el niño ahora en la escuela' },
  { id: 'M-SCHOOL-PAR-02', place: 'SCHOOL', role: 'PARENT', en: 'Tell what you liked at school when you were that age', es: 'Cuente qué le gustaba a usted de la escuela a esa edad' },
  { id: 'M-SCHOOL-PAR-03', place: 'SCHOOL', role: 'PARENT', phases: ['REUNIFY', 'AFTER'], en: 'Ask which homework routine works, so that you can keep it', es: 'Pregunte qué rutina de tareas funciona, para poder seguirla' },
  { id: 'M-SCHOOL-CAR-01', place: 'SCHOOL', role: 'CAREGIVER', en: 'Save a seat for the parent', es: 'Guarde un asiento para la madre o el padre' },
  { id: 'M-SCHOOL-CAR-02', place: 'SCHOOL', role: 'CAREGIVER', en: 'Introduce the parent to the teacher as the child’s mom or dad', es: 'Presente a la maestra a la mamá o al papá del niño' },
  { id: 'M-SCHOOL-CAR-03', place: 'SCHOOL', role: 'CAREGIVER', en: 'Let the parent be the first to hear the good news', es: 'Deje que la madre o el padre sea quien oiga primero la buena noticia' },
  { id: 'M-SCHOOL-BOTH-01', place: 'SCHOOL', role: 'BOTH', en: 'Clap for the child side by side', es: 'Aplaudan juntos al niño' },
  { id: 'M-SCHOOL-BOTH-02', place: 'SCHOOL', role: 'BOTH', phases: ['AFTER'], en: 'Plan one school event that you will both come to', es: 'Elijan un evento de la escuela al que irán las dos familias' },
];
