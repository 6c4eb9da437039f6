import type { GuidePrompt } from '../guide-prompt.ts';

/** The fourth phase: after the family has left the system. */
export const after: readonly GuidePrompt[] = [
  { id: 'P4-PAR-01', phase: 'AFTER', role: 'PARENT', kind: 'STAY_CONNECTED', en: 'Say you want continued contact with the caregivers', es: 'Diga que desea seguir en contacto con los cuidadores' },
  { id: 'P4-PAR-02', phase: 'AFTER', role: 'PARENT', kind: 'STAY_CONNECTED', en: 'Ask about help with child care or respite', es: 'Pregunte si pueden ayudar a cuidar a los niños o darle un respiro' },
  { id: 'P4-PAR-03', phase: 'AFTER', role: 'PARENT', kind: 'STAY_CONNECTED', en: 'Invite them to outings, birthdays, school events and holidays', es: 'Invítelos a salidas, cumpleaños, eventos de la escuela y fiestas' },
  { id: 'P4-PAR-04', phase: 'AFTER', role: 'PARENT', kind: 'STAY_CONNECTED', en: 'Keep sharing pictures and your thanks', es: 'Siga compartiendo fotos y su agradecimiento' },
  { id: 'P4-PAR-05', phase: 'AFTER', role: 'PARENT', kind: 'STAY_CONNECTED', en: 'Talk with your children about the caregivers who still love them', es: 'Hable con sus hijos de los cuidadores que los siguen queriendo' },
  { id: 'P4-PAR-06', phase: 'AFTER', role: 'PARENT', kind: 'STAY_CONNECTED', en: 'Ask them to share your joint story to help others', es: 'Pídales que cuenten la historia de ambos para ayudar a otros' },
  { id: 'P4-CAR-01', phase: 'AFTER', role: 'CAREGIVER', kind: 'STAY_CONNECTED', en: 'Include the birth family in special events and holidays', es: 'Incluya a la familia en eventos especiales y fiestas' },
  { id: 'P4-CAR-02', phase: 'AFTER', role: 'CAREGIVER', kind: 'STAY_CONNECTED', en: 'Help with child care or respite', es: 'Ayude a cuidar a los niños o dé un respiro' },
  { id: 'P4-CAR-03', phase: 'AFTER', role: 'CAREGIVER', kind: 'STAY_CONNECTED', en: 'Say you are available while they readjust as main caregivers', es: 'Diga que está disponible mientras vuelven a ser quienes cuidan' },
  { id: 'P4-CAR-04', phase: 'AFTER', role: 'CAREGIVER', kind: 'STAY_CONNECTED', en: 'Remind parents nobody is perfect; adjusting takes time', es: 'Recuerde a los padres que nadie es perfecto; adaptarse lleva tiempo' },
  { id: 'P4-CAR-05', phase: 'AFTER', role: 'CAREGIVER', kind: 'STAY_CONNECTED', en: 'Say you will gladly join events when invited', es: 'Diga que irá con gusto a los eventos cuando le inviten' },
  { id: 'P4-CAR-06', phase: 'AFTER', role: 'CAREGIVER', kind: 'STAY_CONNECTED', en: 'Share your positive experience with workers, caregivers and families', es: 'Comparta su buena experiencia con trabajadores, cuidadores y familias' },
];
