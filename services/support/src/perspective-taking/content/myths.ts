import type { Myth } from '../perspective-part.ts';

/** What the two families hear about each other, and what is so. */
export const myths: readonly Myth[] = [
  {
    id: 'PT-M-01',
    kind: 'MYTH',
    en: 'Parents whose children are in care do not love them.',
    es: 'Los padres que tienen a sus hijos bajo cuidado no los quieren.',
    truth: { en: 'Love and trouble can be there at the same time. Most parents miss their child every hour.', es: 'El amor y los problemas pueden estar ahí al mismo tiempo. La mayoría de los padres extraña a su hijo a toda hora.' },
  },
  {
    id: 'PT-M-02',
    kind: 'MYTH',
    en: 'Caregivers do it for the money, or to keep the child.',
    es: 'Los cuidadores lo hacen por el dinero o para quedarse con el niño.',
    truth: { en: 'The money is for what the child needs. Most caregivers hope that the child can go home safely.', es: 'El dinero es para lo que el niño necesita. La mayoría de los cuidadores espera que el niño pueda volver a casa con seguridad.' },
  },
  {
    id: 'PT-M-03',
    kind: 'MYTH',
    en: 'The child cries after a visit, so visits are bad for the child.',
    es: 'El niño llora después de una visita, así que las visitas le hacen daño.',
    truth: { en: 'Saying goodbye hurts because the child loves the parent. Regular time together makes it easier.', es: 'Despedirse duele porque el niño quiere a su padre o a su madre. Verse con regularidad lo hace más fácil.' },
  },
  {
    id: 'PT-M-04',
    kind: 'MYTH',
    en: 'A parent who misses a visit does not care.',
    es: 'Si un padre o una madre falta a una visita, es que no le importa.',
    truth: { en: 'A late bus, a shift at work, a court date or shame can stand in the way. Ask what would help.', es: 'Un autobús que se retrasa, un turno de trabajo, una cita en la corte o la vergüenza pueden impedirlo. Pregunte qué ayudaría.' },
  },
  {
    id: 'PT-M-05',
    kind: 'MYTH',
    en: 'If the child likes the caregivers, the child forgets the parent.',
    es: 'Si el niño quiere a los cuidadores, se olvida de sus padres.',
    truth: { en: 'A child has room for both. Feeling safe in one home helps the child to love in the other.', es: 'En un niño hay lugar para todos. Sentirse seguro en un hogar le ayuda a querer en el otro.' },
  },
  {
    id: 'PT-M-06',
    kind: 'MYTH',
    en: 'It is safer when the two families do not know each other.',
    es: 'Es más seguro que las dos familias no se conozcan.',
    truth: { en: 'Where contact is allowed and safe, a child does better when the grown-ups talk with each other.', es: 'Donde el contacto está permitido y es seguro, a un niño le va mejor cuando los adultos hablan entre ellos.' },
  },
];
