import type { GlossaryTerm } from '../glossary-term.ts';

/** What the agency and the court call things. */
export const theSystem: readonly GlossaryTerm[] = [
  {
    key: 'FOSTER_CARE',
    term: { en: 'Foster care', es: 'Cuidado temporal' },
    synonyms: { en: ['out-of-home care', 'care'], es: ['cuidado de crianza', 'acogimiento', 'foster care'] },
    meaning: { en: 'A child lives away from the parents for a time because a court has decided so. It is meant to end.', es: 'Un niño vive por un tiempo lejos de sus padres porque así lo decidió una corte. Está pensado para terminar.' },
  },
  {
    key: 'REMOVAL',
    term: { en: 'Removal', es: 'Separación del hogar' },
    synonyms: { en: ['separation', 'taken into care'], es: ['retiro del hogar', 'remoción'] },
    meaning: { en: 'The moment when a child has to leave home and comes into foster care.', es: 'El momento en que un niño tiene que dejar su casa y entra en cuidado temporal.' },
  },
  {
    key: 'PLACEMENT',
    term: { en: 'Placement', es: 'Colocación' },
    synonyms: { en: ['home', 'stay', 'move'], es: ['ubicación', 'hogar asignado'] },
    meaning: { en: 'The home in which a child in foster care lives, from the day of moving in to the day of moving on.', es: 'El hogar en el que vive un niño en cuidado temporal, desde que llega hasta que se va.' },
  },
  {
    key: 'CASE_PLAN',
    term: { en: 'Case plan', es: 'Plan del caso' },
    synonyms: { en: ['service plan', 'permanency plan'], es: ['plan de servicios'] },
    meaning: { en: 'What has to happen before the child can go home safely: who does what, and by when.', es: 'Lo que tiene que pasar para que el niño pueda volver a casa con seguridad: quién hace qué y para cuándo.' },
  },
  {
    key: 'REUNIFICATION',
    term: { en: 'Reunification', es: 'Reunificación' },
    synonyms: { en: ['return home', 'going home'], es: ['regreso a casa', 'volver a casa'] },
    meaning: { en: 'The child goes home to live with the parents again.', es: 'El niño vuelve a casa a vivir con sus padres.' },
  },
  {
    key: 'PERMANENCY',
    term: { en: 'Permanency', es: 'Permanencia' },
    synonyms: { en: ['permanent home', 'forever home'], es: ['hogar permanente'] },
    meaning: { en: 'A child has a family to stay with: the own parents first of all, else relatives, a guardian or adoptive parents.', es: 'Un niño tiene una familia con la que quedarse: primero sus propios padres; si no, familiares, un tutor o padres adoptivos.' },
  },
  {
    key: 'GUARDIANSHIP',
    term: { en: 'Guardianship', es: 'Tutela legal' },
    synonyms: { en: ['legal guardian', 'kinship guardianship'], es: ['tutor legal', 'custodia de familiares'] },
    meaning: { en: 'A court gives somebody, often a relative, the right and the duty to raise a child. The parents stay the parents.', es: 'Una corte da a alguien, a menudo un familiar, el derecho y el deber de criar a un niño. Los padres siguen siendo los padres.' },
  },
  {
    key: 'CITIZEN_REVIEW_BOARD',
    term: { en: 'Citizen Review Board', es: 'Junta Ciudadana de Revisión' },
    synonyms: { en: ['CRB', 'review board'], es: ['CRB', 'junta de revisión'] },
    meaning: { en: 'Volunteers who look at a case beside the court, and hear the families. Not every county has one.', es: 'Personas voluntarias que revisan un caso junto a la corte y escuchan a las familias. No todos los condados la tienen.' },
  },
  {
    key: 'PROTECTIVE_FACTORS',
    term: { en: 'Protective factors', es: 'Factores protectores' },
    synonyms: { en: ['strengthening families', 'family strengths'], es: ['fortalezas de la familia'] },
    meaning: { en: 'Five things that help a family through hard times: staying strong, having people around, knowing about children, getting help in time, and children who can name what they feel.', es: 'Cinco cosas que ayudan a una familia en tiempos difíciles: mantenerse fuerte, tener gente cerca, saber de niños, recibir ayuda a tiempo, y niños que saben decir lo que sienten.' },
  },
];
