import type { GlossaryTerm } from '../glossary-term.ts';

/** How two families come to know each other and stay in touch. */
export const meetingEachOther: readonly GlossaryTerm[] = [
  {
    key: 'FAMILY_CONNECTION',
    term: { en: 'Family connection', es: 'Conexión entre familias' },
    synonyms: { en: ['connection', 'partnership', 'co-parenting', 'shared parenting'], es: ['crianza compartida', 'colaboración'] },
    meaning: { en: 'The parent and the caregivers of a child, working together for that child.', es: 'El padre o la madre y quienes cuidan al niño, trabajando juntos por él.' },
  },
  {
    key: 'COMFORT_CALL',
    term: { en: 'Comfort call', es: 'Llamada de consuelo' },
    synonyms: { en: ['first call'], es: ['primera llamada'] },
    meaning: { en: 'A short call soon after the child has moved: the caregiver tells the parent that the child is all right, and asks what helps the child to sleep and eat.', es: 'Una llamada corta poco después de que el niño cambió de hogar: quien lo cuida dice al padre o a la madre que el niño está bien, y pregunta qué le ayuda a dormir y a comer.' },
  },
  {
    key: 'ICEBREAKER',
    term: { en: 'Icebreaker', es: 'Primer encuentro' },
    synonyms: { en: ['family introductory meeting', 'first meeting'], es: ['reunión para conocerse', 'rompehielos'] },
    meaning: { en: 'A first meeting of parent and caregivers in the child’s first days there, to talk about the child and not about the case.', es: 'El primer encuentro entre el padre o la madre y quienes cuidan al niño, en sus primeros días allí, para hablar del niño y no del caso.' },
  },
  {
    key: 'CONNECTIONS_MEETING',
    term: { en: 'Connections Meeting', es: 'Reunión de conexión' },
    synonyms: { en: ['family introductory meeting'], es: ['reunión de las dos familias'] },
    meaning: { en: 'A meeting of the two families that a {PARENT_ALLY} and a {CAREGIVER_MENTOR} lead together, after each has prepared with their own side.', es: 'Una reunión de las dos familias que dirigen juntos dos personas, {PARENT_ALLY} y {CAREGIVER_MENTOR}, después de que cada cual se preparó con su lado.' },
  },
  {
    key: 'PARENT_PARTNER_PROGRAM',
    term: { en: 'Parent partner program', es: 'Programa de padres que acompañan a padres' },
    synonyms: { en: ['parent mentor program', 'peer program', 'parent ally program'], es: ['programa de padres mentores'] },
    meaning: { en: 'A program in which parents who have been through foster care help other parents to find their way.', es: 'Un programa en el que padres que ya pasaron por el cuidado temporal ayudan a otros padres a encontrar su camino.' },
  },
  {
    key: 'FAMILY_TIME',
    term: { en: 'Family time', es: 'Tiempo en familia' },
    synonyms: { en: ['visit', 'visitation', 'parenting time'], es: ['visita', 'visitas'] },
    meaning: { en: 'Time that a child in foster care spends with parents, sisters, brothers or other relatives, best where families would meet anyway.', es: 'El tiempo que un niño en cuidado temporal pasa con sus padres, hermanos u otros familiares, mejor en un lugar natural para una familia.' },
  },
  {
    key: 'COMMUNICATION_PLAN',
    term: { en: 'Communication plan', es: 'Plan de comunicación' },
    synonyms: { en: ['communication agreement', 'contact agreement'], es: ['acuerdo de comunicación'] },
    meaning: { en: 'What the two families agreed to tell each other, how, and how often.', es: 'Lo que las dos familias acordaron contarse, cómo y cada cuánto.' },
  },
  {
    key: 'RESPITE',
    term: { en: 'Respite', es: 'Respiro' },
    synonyms: { en: ['respite care', 'child care', 'babysitting', 'a break'], es: ['cuidado de relevo', 'descanso', 'niñera'] },
    meaning: { en: 'Somebody else looks after the child for some hours or days, so that whoever cares for the child can rest.', es: 'Otra persona cuida al niño por unas horas o unos días, para que quien lo cuida pueda descansar.' },
  },
];
