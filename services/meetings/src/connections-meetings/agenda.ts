import type { ProfileField } from '../child-profile/profile-field.ts';

export enum AgendaKey {
  INTRODUCTIONS = 'INTRODUCTIONS',
  CHILD_UPDATE = 'CHILD_UPDATE',
  ROUTINE = 'ROUTINE',
  LIKES_AND_DISLIKES = 'LIKES_AND_DISLIKES',
  TRADITIONS_AND_CULTURE = 'TRADITIONS_AND_CULTURE',
  COMMUNICATION_PLAN = 'COMMUNICATION_PLAN',
}

export enum AgendaDirection {
  CAREGIVER_TO_PARENT = 'CAREGIVER_TO_PARENT',
  PARENT_TO_CAREGIVER = 'PARENT_TO_CAREGIVER',
  BOTH = 'BOTH',
}

export interface AgendaTemplateItem {
  readonly key: AgendaKey;
  /** Who tells whom. */
  readonly direction: AgendaDirection;
  readonly title: string;
  /** What of it belongs in the child's profile. */
  readonly fields: readonly `${ProfileField}`[];
}

/** The six items of a Connections Meeting, in the program's order (R16). */
export const agendaTemplate: readonly AgendaTemplateItem[] = [
  { key: AgendaKey.INTRODUCTIONS, direction: AgendaDirection.BOTH, title: 'Introductions', fields: [] },
  { key: AgendaKey.CHILD_UPDATE, direction: AgendaDirection.CAREGIVER_TO_PARENT, title: 'How the child is', fields: [] },
  {
    key: AgendaKey.ROUTINE,
    direction: AgendaDirection.PARENT_TO_CAREGIVER,
    title: 'The child’s routine',
    fields: ['SLEEP', 'FOOD', 'SONG', 'COMFORT_ITEM', 'SCHOOL', 'MEDICAL', 'DENTAL', 'HAIR_AND_HYGIENE'],
  },
  { key: AgendaKey.LIKES_AND_DISLIKES, direction: AgendaDirection.PARENT_TO_CAREGIVER, title: 'What the child likes and dislikes', fields: ['LIKES', 'DISLIKES', 'FOOD', 'SONG', 'TOY', 'COMFORT_ITEM', 'ACTIVITIES'] },
  { key: AgendaKey.TRADITIONS_AND_CULTURE, direction: AgendaDirection.BOTH, title: 'Family traditions and culture', fields: ['FAITH', 'CULTURE', 'ETHNIC_PRACTICES', 'PARENTING', 'IDENTITY', 'FOOD', 'SONG', 'HAIR_AND_HYGIENE'] },
  { key: AgendaKey.COMMUNICATION_PLAN, direction: AgendaDirection.BOTH, title: 'A plan for communication and the relationship', fields: [] },
];

/** The item of that key. */
export function agendaItem(key: AgendaKey): AgendaTemplateItem {
  const found = agendaTemplate.find((item) => item.key === key);
  if (!found) throw new RangeError(`The agenda has no item ${key}.`);
  return found;
}
