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

/** The two purposes of an icebreaker (R67). */
export enum IcebreakerPurpose {
  SHARE_CHILD_INFORMATION = 'SHARE_CHILD_INFORMATION',
  START_RELATIONSHIP = 'START_RELATIONSHIP',
}
export const icebreakerPurposes: readonly IcebreakerPurpose[] = Object.values(IcebreakerPurpose);
