/** What a child's profile says, every field optional. The song and the comfort item are what help the child to sleep. */
export enum ProfileField {
  SLEEP = 'SLEEP',
  FOOD = 'FOOD',
  LIKES = 'LIKES',
  DISLIKES = 'DISLIKES',
  SONG = 'SONG',
  TOY = 'TOY',
  SCHOOL = 'SCHOOL',
  MEDICAL = 'MEDICAL',
  DENTAL = 'DENTAL',
  HAIR_AND_HYGIENE = 'HAIR_AND_HYGIENE',
  FAITH = 'FAITH',
  CULTURE = 'CULTURE',
  ETHNIC_PRACTICES = 'ETHNIC_PRACTICES',
  PARENTING = 'PARENTING',
  IDENTITY = 'IDENTITY',
  ACTIVITIES = 'ACTIVITIES',
  COMFORT_ITEM = 'COMFORT_ITEM',
}
export const profileFields: readonly `${ProfileField}`[] = Object.values(ProfileField);

/** These are never ordinary, whoever tells them. */
export const alwaysSensitive: readonly `${ProfileField}`[] = ['IDENTITY'];

/** ORDINARY: for everybody around the child. SENSITIVE: for the families and the caseworkers alone. */
export enum Sensitivity {
  ORDINARY = 'ORDINARY',
  SENSITIVE = 'SENSITIVE',
}
export const sensitivities: readonly `${Sensitivity}`[] = Object.values(Sensitivity);

/** Which homes the source agreed to tell: the one of this connection, or also those where the child lives later, once the consent is renewed for each. */
export enum ProfileConsent {
  THIS_HOME = 'THIS_HOME',
  EVERY_HOME = 'EVERY_HOME',
}
export const profileConsents: readonly `${ProfileConsent}`[] = Object.values(ProfileConsent);
