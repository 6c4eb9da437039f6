import { Role } from '@fc/auth';
import type { GlossaryTerm } from '../glossary-term.ts';

/** Who is who. */
export const people: readonly GlossaryTerm[] = [
  {
    key: 'PARENT',
    role: Role.PARENT,
    term: { en: 'Parent', es: 'Padre o madre' },
    synonyms: { en: ['birth parent', 'biological parent', 'birth family', 'mama', 'mother', 'father'], es: ['padre biológico', 'madre biológica', 'familia de origen', 'mamá', 'papá'] },
    meaning: { en: 'The mother or father of a child who is in foster care now, also when the child lived somewhere else before.', es: 'La madre o el padre de un niño que ahora está en cuidado temporal, también si antes el niño vivía en otro lugar.' },
  },
  {
    key: 'CAREGIVER',
    role: Role.CAREGIVER,
    term: { en: 'Caregiver', es: 'Cuidador o cuidadora' },
    synonyms: { en: ['foster caregiver', 'resource parent', 'foster family'], es: ['familia que cuida', 'familia de crianza'] },
    meaning: { en: 'Somebody who looks after a child in foster care every day: a foster parent, a relative or a friend of the family.', es: 'Quien cuida cada día a un niño en cuidado temporal: un padre o una madre de crianza, un familiar o alguien cercano a la familia.' },
  },
  {
    key: 'FOSTER_PARENT',
    term: { en: 'Foster parent', es: 'Padre o madre de crianza' },
    synonyms: { en: ['licensed caregiver', 'resource parent'], es: ['padre de acogida', 'madre de acogida', 'padre temporal', 'madre temporal'] },
    meaning: { en: 'A caregiver with a license to take children of other families into the home for a time.', es: 'Una persona con licencia para recibir en su casa, por un tiempo, a niños de otras familias.' },
  },
  {
    key: 'KINSHIP_CAREGIVER',
    term: { en: 'Kinship caregiver', es: 'Familiar que cuida' },
    synonyms: { en: ['relative caregiver', 'kin', 'grandparent', 'grandfamily'], es: ['cuidador familiar', 'abuelos', 'pariente'] },
    meaning: { en: 'A caregiver who belongs to the child’s own family, such as a grandmother, an uncle or a grown sister.', es: 'Una persona de la familia del niño que lo cuida, como una abuela, un tío o una hermana adulta.' },
  },
  {
    key: 'FICTIVE_KIN',
    term: { en: 'Fictive kin', es: 'Familia por cariño' },
    synonyms: { en: ['family friend', 'chosen family', 'godparent'], es: ['parentesco ficticio', 'amigo de la familia', 'padrino', 'madrina'] },
    meaning: { en: 'Somebody who is like family to the child, though not by birth or marriage.', es: 'Alguien que es como de la familia para el niño, aunque no por nacimiento ni por matrimonio.' },
  },
  {
    key: 'NREFM',
    term: { en: 'Non-relative extended family member', es: 'Persona de la familia extensa sin parentesco' },
    synonyms: { en: ['NREFM', 'suitable other', 'suitable person'], es: ['NREFM', 'otra persona adecuada'] },
    meaning: { en: 'Somebody close to the child or the family, whom the agency has looked at so that the child can live there.', es: 'Alguien cercano al niño o a la familia, a quien la agencia ha evaluado para que el niño pueda vivir allí.' },
  },
  {
    key: 'RESOURCE_FAMILY',
    term: { en: 'Resource family', es: 'Familia de recursos' },
    synonyms: { en: ['foster family', 'adoptive family', 'relative family'], es: ['familia de crianza', 'familia adoptiva'] },
    meaning: { en: 'A name for every kind of home that takes a child in: foster, relative or adoptive.', es: 'Un nombre para todo hogar que recibe a un niño: de crianza, de familiares o adoptivo.' },
  },
  {
    key: 'PARENT_ALLY',
    role: Role.PARENT_ALLY,
    term: { en: 'Parent Ally', es: 'Aliado o aliada de padres' },
    synonyms: { en: ['parent partner', 'parent advocate', 'family advocate', 'parent mentor', 'veteran parent', 'system navigator'], es: ['padre mentor', 'madre mentora', 'compañero de padres', 'defensor de padres'] },
    meaning: { en: 'A parent whose own children came home, and who now walks beside another parent. What the two talk about stays with them, but for a child’s safety.', es: 'Un padre o una madre cuyos hijos volvieron a casa y que ahora acompaña a otro padre o madre. Lo que hablan queda entre los dos, salvo por la seguridad de un niño.' },
  },
  {
    key: 'CAREGIVER_MENTOR',
    role: Role.CAREGIVER_MENTOR,
    term: { en: 'Caregiver Mentor', es: 'Mentor o mentora de cuidadores' },
    synonyms: { en: ['foster parent mentor', 'caregiver partner'], es: ['mentor de padres de crianza'] },
    meaning: { en: 'An experienced caregiver who helps another caregiver to get to know the child’s parent.', es: 'Una persona con experiencia en cuidar niños que ayuda a otra a conocer al padre o la madre del niño.' },
  },
  {
    key: 'CASEWORKER',
    role: Role.CASEWORKER,
    term: { en: 'Caseworker', es: 'Trabajador o trabajadora del caso' },
    synonyms: { en: ['social worker', 'child welfare worker'], es: ['trabajador social', 'trabajadora social'] },
    meaning: { en: 'Works for the agency, plans with the family what has to happen, and tells the court about it.', es: 'Trabaja para la agencia, planea con la familia lo que tiene que pasar e informa a la corte.' },
  },
  {
    key: 'CASA',
    role: Role.CASA,
    term: { en: 'Court appointed special advocate', es: 'Defensor especial nombrado por la corte' },
    synonyms: { en: ['CASA', 'court advocate', 'volunteer advocate'], es: ['CASA', 'voluntario de la corte'] },
    meaning: { en: 'A volunteer whom the judge asks to get to know one child and to say in court what is good for that child.', es: 'Una persona voluntaria a quien el juez pide que conozca a un niño y diga en la corte qué es bueno para él.' },
  },
  {
    key: 'KINSHIP_NAVIGATOR',
    role: Role.NAVIGATOR,
    term: { en: 'Kinship navigator', es: 'Guía para familiares que cuidan' },
    synonyms: { en: ['navigator', 'resource navigator'], es: ['navegador', 'orientador familiar'] },
    meaning: { en: 'Knows what help there is and shows relatives who care for a child, and others in the program, how to get it.', es: 'Sabe qué ayuda existe y muestra cómo conseguirla a los familiares que cuidan a un niño y a otras personas del programa.' },
  },
];
