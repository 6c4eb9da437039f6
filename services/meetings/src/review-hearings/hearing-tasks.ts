import { Role } from '@fc/auth';
import type { CircleRole } from '@fc/subgraph';
import type { GuideLanguage } from '../guide/guide-prompt.ts';

/** One thing to think of before a hearing, in each language. */
export interface HearingTask extends Readonly<Record<GuideLanguage, string>> {
  /** Stable over all versions. */
  readonly key: string;
}

const forEverybody: readonly HearingTask[] = [{ key: 'WHEN_AND_WHERE', en: 'Know the time and the place, and how you get there.', es: 'Sepa la hora y el lugar, y cómo va a llegar.' }];
const forFamilies: readonly HearingTask[] = [
  { key: 'WHO_WILL_BE_THERE', en: 'Know who will be there and what each of them does.', es: 'Sepa quién estará allí y qué hace cada persona.' },
  { key: 'LANGUAGE_AND_ACCESS', en: 'Say if you need an interpreter or other help to take part.', es: 'Diga si necesita intérprete u otra ayuda para participar.' },
  { key: 'SAY_IT_TOGETHER', en: 'See whether there is something that both families wish to say in the same words.', es: 'Vea si hay algo que las dos familias quieren decir con las mismas palabras.' },
];

/** What each may prepare, by their part in it. It is voluntary and theirs alone. */
const tasks: Readonly<Partial<Record<CircleRole, readonly HearingTask[]>>> = {
  PARENT: [
    ...forEverybody,
    ...forFamilies,
    { key: 'OWN_PROGRESS', en: 'Write down what you have done since the last review, and what you are proud of.', es: 'Anote lo que ha hecho desde la última revisión y de qué se siente orgulloso u orgullosa.' },
    { key: 'HELPFUL_SERVICES', en: 'Think of the services that would help you and your child, and of what keeps you from them.', es: 'Piense qué servicios les ayudarían a usted y a su hijo, y qué les impide usarlos.' },
    { key: 'TIME_WITH_CHILD', en: 'Say how your time with your child has been, and what you wish for.', es: 'Diga cómo ha sido el tiempo con su hijo y qué desea.' },
  ],
  CAREGIVER: [
    ...forEverybody,
    ...forFamilies,
    { key: 'HOW_THE_CHILD_IS', en: 'Write down how the child is: health, school, friends, sleep, joys.', es: 'Anote cómo está el niño: salud, escuela, amigos, sueño, alegrías.' },
    { key: 'WHAT_THE_CHILD_NEEDS', en: 'Think of what the child needs that is missing now.', es: 'Piense qué necesita el niño que ahora le falta.' },
    { key: 'CHILD_CARE', en: 'Find somebody for the children while you are away.', es: 'Busque a alguien que cuide a los niños mientras usted no está.' },
  ],
  CASEWORKER: [
    ...forEverybody,
    { key: 'BOTH_FAMILIES_KNOW', en: 'Make sure that each family knows of it in their language, and has the way there.', es: 'Asegúrese de que cada familia lo sepa en su idioma y tenga cómo llegar.' },
    { key: 'REPORT_READ_TOGETHER', en: 'Go through your report with the parent before it is handed in.', es: 'Lea su informe con la madre o el padre antes de entregarlo.' },
    { key: 'STRENGTHS_NAMED', en: 'Name the strengths of the family beside what is still to be done.', es: 'Nombre las fortalezas de la familia junto a lo que aún falta por hacer.' },
    { key: 'SERVICES_OFFERED', en: 'List the services that were offered, and what stood in their way.', es: 'Haga una lista de los servicios ofrecidos y de lo que los impidió.' },
  ],
};

/** The list of somebody in these roles; empty for whoever has none. */
export const tasksFor = (held: readonly CircleRole[]): readonly HearingTask[] => ([Role.PARENT, Role.CAREGIVER, Role.CASEWORKER] as const).flatMap((role) => (held.includes(role) ? (tasks[role] ?? []) : []));

/** Every task once. */
export const allHearingTasks: readonly HearingTask[] = [...new Set(Object.values(tasks).flat())];
