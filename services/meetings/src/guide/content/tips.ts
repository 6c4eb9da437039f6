import type { GuidePrompt } from '../guide-prompt.ts';

/** Twelve tips for parents and twelve for caregivers, for every phase. */
export const tips: readonly GuidePrompt[] = [
  { id: 'T-PAR-01', phase: 'ANY_PHASE', role: 'PARENT', kind: 'TIP', en: 'See the caregiver as support, not someone taking your child', es: 'Vea al cuidador como un apoyo, no como alguien que le quita a su hijo' },
  { id: 'T-PAR-02', phase: 'ANY_PHASE', role: 'PARENT', kind: 'TIP', en: 'Offer sleep, food and like/dislike information', es: 'Ofrezca información sobre el sueño, la comida y los gustos' },
  { id: 'T-PAR-03', phase: 'ANY_PHASE', role: 'PARENT', kind: 'TIP', en: 'Keep regular contact; attend visits, school functions and appointments', es: 'Mantenga un contacto regular; vaya a visitas, actos de la escuela y citas' },
  { id: 'T-PAR-04', phase: 'ANY_PHASE', role: 'PARENT', kind: 'TIP', en: 'Ask for a regular time to talk about progress', es: 'Pida un momento fijo para hablar del progreso' },
  { id: 'T-PAR-05', phase: 'ANY_PHASE', role: 'PARENT', kind: 'TIP', en: 'Ask for texts, photos or short videos', es: 'Pida mensajes, fotos o videos cortos' },
  { id: 'T-PAR-06', phase: 'ANY_PHASE', role: 'PARENT', kind: 'TIP', en: 'Ask for help being linked to the right services', es: 'Pida ayuda para llegar a los servicios adecuados' },
  { id: 'T-PAR-07', phase: 'ANY_PHASE', role: 'PARENT', kind: 'TIP', en: 'Share challenges you face in completing the case plan', es: 'Comparta las dificultades que tiene para cumplir el plan del caso' },
  { id: 'T-PAR-08', phase: 'ANY_PHASE', role: 'PARENT', kind: 'TIP', en: 'Tell the caregiver when you must change an appointment', es: 'Avise al cuidador cuando deba cambiar una cita' },
  { id: 'T-PAR-09', phase: 'ANY_PHASE', role: 'PARENT', kind: 'TIP', en: 'Share strong preferences, such as hair length or driving', es: 'Comparta sus preferencias fuertes, como el largo del cabello o el conducir' },
  { id: 'T-PAR-10', phase: 'ANY_PHASE', role: 'PARENT', kind: 'TIP', en: 'Share your goals and celebrate successes together', es: 'Comparta sus metas y celebren juntos los logros' },
  { id: 'T-PAR-11', phase: 'ANY_PHASE', role: 'PARENT', kind: 'TIP', en: 'Ask for help preparing the child to leave', es: 'Pida ayuda para preparar al niño para irse' },
  { id: 'T-PAR-12', phase: 'ANY_PHASE', role: 'PARENT', kind: 'TIP', en: 'Say how you would like to stay in contact', es: 'Diga cómo le gustaría seguir en contacto' },
  { id: 'T-CAR-01', phase: 'ANY_PHASE', role: 'CAREGIVER', kind: 'TIP', en: 'Tell parents your goal is helping their children go home', es: 'Diga a los padres que su meta es ayudar a que sus hijos vuelvan a casa' },
  { id: 'T-CAR-02', phase: 'ANY_PHASE', role: 'CAREGIVER', kind: 'TIP', en: 'Include parents in decisions about their child whenever possible', es: 'Incluya a los padres en las decisiones sobre su hijo siempre que sea posible' },
  { id: 'T-CAR-03', phase: 'ANY_PHASE', role: 'CAREGIVER', kind: 'TIP', en: 'Ask about routines, likes and dislikes at first placement', es: 'Pregunte por rutinas y gustos al comienzo' },
  { id: 'T-CAR-04', phase: 'ANY_PHASE', role: 'CAREGIVER', kind: 'TIP', en: 'Respect the private information you know about the family', es: 'Respete la información privada que conoce de la familia' },
  { id: 'T-CAR-05', phase: 'ANY_PHASE', role: 'CAREGIVER', kind: 'TIP', en: 'Keep comments about parents positive around the child', es: 'Haga solo comentarios positivos sobre los padres cerca del niño' },
  { id: 'T-CAR-06', phase: 'ANY_PHASE', role: 'CAREGIVER', kind: 'TIP', en: 'Offer encouragement and avoid criticism', es: 'Dé ánimo y evite la crítica' },
  { id: 'T-CAR-07', phase: 'ANY_PHASE', role: 'CAREGIVER', kind: 'TIP', en: 'Share progress and activities in a positive way', es: 'Comparta avances y actividades de manera positiva' },
  { id: 'T-CAR-08', phase: 'ANY_PHASE', role: 'CAREGIVER', kind: 'TIP', en: 'Keep contact with texts, short videos or photos', es: 'Mantenga el contacto con mensajes, videos cortos o fotos' },
  { id: 'T-CAR-09', phase: 'ANY_PHASE', role: 'CAREGIVER', kind: 'TIP', en: 'Offer ways to connect beyond calls: events and appointments', es: 'Ofrezca otras formas de contacto además de llamadas: eventos y citas' },
  { id: 'T-CAR-10', phase: 'ANY_PHASE', role: 'CAREGIVER', kind: 'TIP', en: 'Call the parent when the child is sick', es: 'Llame al padre o a la madre cuando el niño esté enfermo' },
  { id: 'T-CAR-11', phase: 'ANY_PHASE', role: 'CAREGIVER', kind: 'TIP', en: 'Talk to the parent before any major step for the child', es: 'Hable con el padre o la madre antes de cualquier paso importante para el niño' },
  { id: 'T-CAR-12', phase: 'ANY_PHASE', role: 'CAREGIVER', kind: 'TIP', en: 'Ask which extra-curricular activities the child might enjoy', es: 'Pregunte qué actividades fuera de la escuela podrían gustarle al niño' },
];
