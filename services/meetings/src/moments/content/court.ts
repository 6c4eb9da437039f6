import type { MomentPrompt } from '../moment-prompt.ts';

/** The minutes on the bench before a hearing begins, and after it is over. */
export const court: readonly MomentPrompt[] = [
  { id: 'M-COURT-PAR-01', place: 'COURT_WAITING_ROOM', role: 'PARENT', en: 'Say hello first, even if it is only one word', es: 'Salude primero, aunque sea con una sola palabra' },
  { id: 'M-COURT-PAR-02', place: 'COURT_WAITING_ROOM', role: 'PARENT', en: 'Ask what made your child laugh this week', es: 'Pregunte qué hizo reír a su hijo esta semana' },
  { id: 'M-COURT-PAR-03', place: 'COURT_WAITING_ROOM', role: 'PARENT', phases: ['SUPPORT', 'REUNIFY'], en: 'Say thank you for one thing you noticed about your child’s care', es: 'Dé las gracias por una cosa que notó en el cuidado de su hijo' },
  { id: 'M-COURT-PAR-04', place: 'COURT_WAITING_ROOM', role: 'PARENT', phases: ['REUNIFY'], en: 'Tell one thing that is ready at home for your child', es: 'Cuente una cosa que ya está lista en casa para su hijo' },
  { id: 'M-COURT-CAR-01', place: 'COURT_WAITING_ROOM', role: 'CAREGIVER', en: 'Sit near the parent if both of you are fine with it', es: 'Siéntese cerca de la madre o del padre si a los dos les parece bien' },
  { id: 'M-COURT-CAR-02', place: 'COURT_WAITING_ROOM', role: 'CAREGIVER', en: 'Show one drawing or photo that the child is happy with', es: 'Muestre un dibujo o una foto que le guste al niño' },
  { id: 'M-COURT-CAR-03', place: 'COURT_WAITING_ROOM', role: 'CAREGIVER', en: 'Say that long waits are hard, and that you are glad they came', es: 'Diga que esperar tanto es difícil y que le alegra que haya venido' },
  { id: 'M-COURT-CAR-04', place: 'COURT_WAITING_ROOM', role: 'CAREGIVER', phases: ['REUNIFY'], en: 'Ask what you can practice with the child before the move home', es: 'Pregunte qué puede practicar con el niño antes de que vuelva a casa' },
  { id: 'M-COURT-BOTH-01', place: 'COURT_WAITING_ROOM', role: 'BOTH', en: 'Talk about the child, and leave the case for the courtroom', es: 'Hablen del niño y dejen el caso para la sala' },
  { id: 'M-COURT-BOTH-02', place: 'COURT_WAITING_ROOM', role: 'BOTH', en: 'Share a snack or a cup of water', es: 'Compartan algo de comer o un vaso de agua' },
];
