import { Role } from '@fc/auth';
import type { CircleRole } from '@fc/subgraph';

/** One thing to think of before a hearing. */
export interface HearingTask {
  readonly key: string;
  readonly text: string;
}

const forEverybody: readonly HearingTask[] = [{ key: 'WHEN_AND_WHERE', text: 'Know the time and the place, and how you get there.' }];
const forFamilies: readonly HearingTask[] = [
  { key: 'WHO_WILL_BE_THERE', text: 'Know who will be there and what each of them does.' },
  { key: 'LANGUAGE_AND_ACCESS', text: 'Say if you need an interpreter or other help to take part.' },
  { key: 'SAY_IT_TOGETHER', text: 'See whether there is something that both families wish to say in the same words.' },
];

/** What each may prepare, by their part in it. It is voluntary and theirs alone. */
const tasks: Readonly<Partial<Record<CircleRole, readonly HearingTask[]>>> = {
  PARENT: [
    ...forEverybody,
    ...forFamilies,
    { key: 'OWN_PROGRESS', text: 'Write down what you have done since the last review, and what you are proud of.' },
    { key: 'HELPFUL_SERVICES', text: 'Think of the services that would help you and your child, and of what keeps you from them.' },
    { key: 'TIME_WITH_CHILD', text: 'Say how your time with your child has been, and what you wish for.' },
  ],
  CAREGIVER: [
    ...forEverybody,
    ...forFamilies,
    { key: 'HOW_THE_CHILD_IS', text: 'Write down how the child is: health, school, friends, sleep, joys.' },
    { key: 'WHAT_THE_CHILD_NEEDS', text: 'Think of what the child needs that is missing now.' },
    { key: 'CHILD_CARE', text: 'Find somebody for the children while you are away.' },
  ],
  CASEWORKER: [
    ...forEverybody,
    { key: 'BOTH_FAMILIES_KNOW', text: 'Make sure that each family knows of it in their language, and has the way there.' },
    { key: 'REPORT_READ_TOGETHER', text: 'Go through your report with the parent before it is handed in.' },
    { key: 'STRENGTHS_NAMED', text: 'Name the strengths of the family beside what is still to be done.' },
    { key: 'SERVICES_OFFERED', text: 'List the services that were offered, and what stood in their way.' },
  ],
};

/** The list of somebody in these roles; empty for whoever has none. */
export const tasksFor = (held: readonly CircleRole[]): readonly HearingTask[] => ([Role.PARENT, Role.CAREGIVER, Role.CASEWORKER] as const).flatMap((role) => (held.includes(role) ? (tasks[role] ?? []) : []));
