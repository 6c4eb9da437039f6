import type { MomentPrompt } from '../moment-prompt.ts';

/** The few minutes in which a child is brought to family time, and fetched again. */
export const visit: readonly MomentPrompt[] = [
  { id: 'M-BEFORE-PAR-01', place: 'BEFORE_VISIT', role: 'PARENT', en: 'Ask how the child slept and when they last ate', es: 'Pregunte cómo durmió el niño y cuándo comió' },
  { id: 'M-BEFORE-PAR-02', place: 'BEFORE_VISIT', role: 'PARENT', en: 'Say what you plan to do together today', es: 'Diga qué piensan hacer juntos hoy' },
  { id: 'M-BEFORE-PAR-03', place: 'BEFORE_VISIT', role: 'PARENT', phases: ['BUILD'], en: 'Tell the caregiver which hug or word calms your child', es: 'Cuente qué abrazo o qué palabra calma a su hijo' },
  { id: 'M-BEFORE-CAR-01', place: 'BEFORE_VISIT', role: 'CAREGIVER', en: 'Let the child hear you greet the parent by name', es: 'Deje que el niño oiga cómo saluda por su nombre a la madre o al padre' },
  { id: 'M-BEFORE-CAR-02', place: 'BEFORE_VISIT', role: 'CAREGIVER', en: 'Tell one good thing from the week while the child is listening', es: 'Cuente algo bueno de la semana mientras el niño escucha' },
  { id: 'M-BEFORE-CAR-03', place: 'BEFORE_VISIT', role: 'CAREGIVER', phases: ['BUILD', 'SUPPORT'], en: 'Bring the toy or blanket that helps the child say goodbye later', es: 'Lleve el juguete o la manta que luego le ayuda al niño a despedirse' },
  { id: 'M-BEFORE-BOTH-01', place: 'BEFORE_VISIT', role: 'BOTH', en: 'Smile at each other where the child can see it', es: 'Sonríanse donde el niño pueda verlo' },
  { id: 'M-AFTER-PAR-01', place: 'AFTER_VISIT', role: 'PARENT', en: 'Tell the caregiver how the child’s mood was', es: 'Cuente cómo estuvo de ánimo el niño' },
  { id: 'M-AFTER-PAR-02', place: 'AFTER_VISIT', role: 'PARENT', en: 'Help with the car seat or the jacket', es: 'Ayude con la silla del auto o con la chaqueta' },
  { id: 'M-AFTER-PAR-03', place: 'AFTER_VISIT', role: 'PARENT', phases: ['SUPPORT', 'REUNIFY'], en: 'Tell the child, with the caregiver there, when you will see each other again', es: 'Diga al niño, con quien lo cuida presente, cuándo se verán otra vez' },
  { id: 'M-AFTER-CAR-01', place: 'AFTER_VISIT', role: 'CAREGIVER', en: 'Ask the parent what went well, and just listen', es: 'Pregunte qué salió bien y solo escuche' },
  { id: 'M-AFTER-CAR-02', place: 'AFTER_VISIT', role: 'CAREGIVER', en: 'Give the goodbye the time it needs', es: 'Dé a la despedida el tiempo que necesita' },
  { id: 'M-AFTER-CAR-03', place: 'AFTER_VISIT', role: 'CAREGIVER', phases: ['REUNIFY'], en: 'Say one thing the parent did that the child loved', es: 'Diga una cosa que hizo la madre o el padre y que al niño le encantó' },
  { id: 'M-AFTER-BOTH-01', place: 'AFTER_VISIT', role: 'BOTH', en: 'Tell the child together that both homes are glad to have them', es: 'Digan juntos al niño que las dos casas se alegran de tenerlo' },
];
