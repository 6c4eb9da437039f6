import type { GuidePrompt } from '../guide-prompt.ts';

/** The third phase: working with the system, together, towards the way home. */
export const reunify: readonly GuidePrompt[] = [
  { id: 'P3-PAR-01', phase: 'REUNIFY', role: 'PARENT', kind: 'TEAM', en: 'Jointly ask the social worker for more frequent visits', es: 'Pidan juntos al trabajador social visitas más frecuentes' },
  { id: 'P3-PAR-02', phase: 'REUNIFY', role: 'PARENT', kind: 'TEAM', en: 'Jointly ask for visits in the most natural setting', es: 'Pidan juntos visitas en el lugar más natural' },
  { id: 'P3-PAR-03', phase: 'REUNIFY', role: 'PARENT', kind: 'TEAM', en: 'Jointly ask for resources that move you toward reunification', es: 'Pidan juntos recursos que les acerquen a la reunificación' },
  { id: 'P3-PAR-04', phase: 'REUNIFY', role: 'PARENT', kind: 'TEAM', en: 'Agree on regular family meetings about next steps', es: 'Acuerden reuniones familiares regulares sobre los próximos pasos' },
  { id: 'P3-PAR-05', phase: 'REUNIFY', role: 'PARENT', kind: 'TEAM', en: 'Keep a shared journal of your child’s progress and your growth', es: 'Lleven un diario compartido del progreso de su hijo y de su propio crecimiento' },
  { id: 'P3-PAR-06', phase: 'REUNIFY', role: 'PARENT', kind: 'TEAM', ifBoard: true, en: 'Prepare together for the Citizen Review Board hearing', es: 'Preparen juntos la audiencia ante la Junta Ciudadana de Revisión' },
  { id: 'P3-PAR-07', phase: 'REUNIFY', role: 'PARENT', kind: 'TEAM', en: 'Ask for help preparing your child to leave the foster home', es: 'Pida ayuda para preparar a su hijo para dejar la casa de acogida' },
  { id: 'P3-PAR-08', phase: 'REUNIFY', role: 'PARENT', kind: 'TEAM', en: 'Say how you want to stay in contact afterwards', es: 'Diga cómo quiere seguir en contacto después' },
  { id: 'P3-PAR-09', phase: 'REUNIFY', role: 'PARENT', kind: 'TEAM', en: 'Discuss policy changes you could recommend together', es: 'Hablen de los cambios de reglas que podrían recomendar juntos' },
  { id: 'P3-PAR-10', phase: 'REUNIFY', role: 'PARENT', kind: 'TEAM', en: 'Keep the caregiver updated on case-plan progress and concerns', es: 'Mantenga al cuidador al tanto de los avances y las dificultades del plan del caso' },
  { id: 'P3-CAR-01', phase: 'REUNIFY', role: 'CAREGIVER', kind: 'TEAM', en: 'Explain the roles of the providers and systems involved', es: 'Explique qué hacen los distintos servicios y sistemas' },
  { id: 'P3-CAR-02', phase: 'REUNIFY', role: 'CAREGIVER', kind: 'TEAM', en: 'Advocate with the parent for services the family needs', es: 'Defienda junto con el padre o la madre los servicios que la familia necesita' },
  { id: 'P3-CAR-03', phase: 'REUNIFY', role: 'CAREGIVER', kind: 'TEAM', en: 'Meet the social worker jointly about visit frequency, length and setting', es: 'Reúnanse juntos con el trabajador social sobre la frecuencia, la duración y el lugar de las visitas' },
  { id: 'P3-CAR-04', phase: 'REUNIFY', role: 'CAREGIVER', kind: 'TEAM', en: 'Support the family in meeting regularly to plan', es: 'Apoye que la familia se reúna con regularidad para planear' },
  { id: 'P3-CAR-05', phase: 'REUNIFY', role: 'CAREGIVER', kind: 'TEAM', en: 'Build a journal showing child’s progress and parent’s growth', es: 'Haga un diario que muestre el progreso del niño y el crecimiento de sus padres' },
  { id: 'P3-CAR-06', phase: 'REUNIFY', role: 'CAREGIVER', kind: 'TEAM', en: 'Plan how to prepare the child for the move', es: 'Planee cómo preparar al niño para el cambio' },
  { id: 'P3-CAR-07', phase: 'REUNIFY', role: 'CAREGIVER', kind: 'TEAM', en: 'Celebrate successes of the child and the birth family', es: 'Celebre los logros del niño y de su familia' },
  { id: 'P3-CAR-08', phase: 'REUNIFY', role: 'CAREGIVER', kind: 'TEAM', en: 'Ask how to keep supporting connections after the change', es: 'Pregunte cómo seguir apoyando los lazos después del cambio' },
  { id: 'P3-CAR-09', phase: 'REUNIFY', role: 'CAREGIVER', kind: 'TEAM', en: 'Be open to joint policy recommendations', es: 'Esté dispuesto a hacer recomendaciones conjuntas sobre las reglas' },
  { id: 'P3-BOTH-01', phase: 'REUNIFY', role: 'BOTH', kind: 'TEAM', en: 'Decide together what consistent information professionals will get', es: 'Decidan juntos qué información igual recibirán los profesionales' },
  { id: 'P3-BOTH-02', phase: 'REUNIFY', role: 'BOTH', kind: 'TEAM', en: 'Prepare the child together for a positive reunification', es: 'Preparen juntos al niño para una buena reunificación' },
];
