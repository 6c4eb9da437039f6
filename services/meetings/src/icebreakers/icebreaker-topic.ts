import type { ProfileField } from '../child-profile/profile-field.ts';
import { AgendaDirection, agendaItem, AgendaKey } from '../connections-meetings/agenda.ts';

/** What an icebreaker may be about (R68); the caregiver tells of themselves, their family and their home as far as they like. */
export enum IcebreakerTopic {
  CHILD_NEEDS = 'CHILD_NEEDS',
  ROUTINES = 'ROUTINES',
  LIKES_AND_DISLIKES = 'LIKES_AND_DISLIKES',
  MEDICAL_HISTORY = 'MEDICAL_HISTORY',
  FAMILY_DYNAMICS = 'FAMILY_DYNAMICS',
  COMMUNICATION_EXPECTATIONS = 'COMMUNICATION_EXPECTATIONS',
  CONTACT_ARRANGEMENTS = 'CONTACT_ARRANGEMENTS',
  CAREGIVER_AND_HOME = 'CAREGIVER_AND_HOME',
}

export interface IcebreakerTopicItem {
  readonly key: IcebreakerTopic;
  /** Who tells whom. */
  readonly direction: AgendaDirection;
  readonly title: string;
  /** The item of a Connections Meeting that is about it too, so that one meeting which counts as both has it once. */
  readonly within?: AgendaKey;
  /** What of it belongs in the child's profile (R67). */
  readonly fields: readonly `${ProfileField}`[];
}

/** The agenda of an icebreaker (R68). No topic is compulsory. */
export const icebreakerTemplate: readonly IcebreakerTopicItem[] = [
  { key: IcebreakerTopic.CAREGIVER_AND_HOME, direction: AgendaDirection.CAREGIVER_TO_PARENT, title: 'The caregiver, their family and their home', fields: [] },
  {
    key: IcebreakerTopic.CHILD_NEEDS,
    direction: AgendaDirection.PARENT_TO_CAREGIVER,
    title: 'What the child needs',
    fields: ['SLEEP', 'FOOD', 'SONG', 'COMFORT_ITEM', 'SCHOOL', 'MEDICAL', 'DENTAL', 'HAIR_AND_HYGIENE', 'IDENTITY'],
  },
  { key: IcebreakerTopic.ROUTINES, direction: AgendaDirection.PARENT_TO_CAREGIVER, title: 'The child’s routines', within: AgendaKey.ROUTINE, fields: agendaItem(AgendaKey.ROUTINE).fields },
  {
    key: IcebreakerTopic.LIKES_AND_DISLIKES,
    direction: AgendaDirection.PARENT_TO_CAREGIVER,
    title: 'What the child likes and dislikes',
    within: AgendaKey.LIKES_AND_DISLIKES,
    fields: agendaItem(AgendaKey.LIKES_AND_DISLIKES).fields,
  },
  { key: IcebreakerTopic.MEDICAL_HISTORY, direction: AgendaDirection.PARENT_TO_CAREGIVER, title: 'The child’s medical history', fields: ['MEDICAL', 'DENTAL'] },
  { key: IcebreakerTopic.FAMILY_DYNAMICS, direction: AgendaDirection.BOTH, title: 'How each family lives together', fields: ['FAITH', 'CULTURE', 'ETHNIC_PRACTICES', 'PARENTING'] },
  { key: IcebreakerTopic.COMMUNICATION_EXPECTATIONS, direction: AgendaDirection.BOTH, title: 'What each expects of staying in touch', within: AgendaKey.COMMUNICATION_PLAN, fields: [] },
  { key: IcebreakerTopic.CONTACT_ARRANGEMENTS, direction: AgendaDirection.BOTH, title: 'How and when the child and the family are in contact', fields: [] },
];

/** The two purposes of an icebreaker (R67). */
export enum IcebreakerPurpose {
  SHARE_CHILD_INFORMATION = 'SHARE_CHILD_INFORMATION',
  START_RELATIONSHIP = 'START_RELATIONSHIP',
}
export const icebreakerPurposes: readonly IcebreakerPurpose[] = Object.values(IcebreakerPurpose);
