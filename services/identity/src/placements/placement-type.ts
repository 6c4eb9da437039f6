/** Where a child in care lives. The last five are stays that are no move. */
export enum PlacementType {
  FOSTER_FAMILY_HOME = 'FOSTER_FAMILY_HOME',
  RELATIVE_FOSTER_HOME = 'RELATIVE_FOSTER_HOME',
  GROUP_HOME = 'GROUP_HOME',
  EMERGENCY_SHELTER = 'EMERGENCY_SHELTER',
  RESIDENTIAL_FACILITY = 'RESIDENTIAL_FACILITY',
  CHILD_CARE_INSTITUTION = 'CHILD_CARE_INSTITUTION',
  PRE_ADOPTIVE_HOME = 'PRE_ADOPTIVE_HOME',
  OTHER = 'OTHER',
  RESPITE = 'RESPITE',
  TRIAL_HOME_VISIT = 'TRIAL_HOME_VISIT',
  HOSPITAL = 'HOSPITAL',
  RUNAWAY = 'RUNAWAY',
  SUPERVISED_INDEPENDENT_LIVING = 'SUPERVISED_INDEPENDENT_LIVING',
}
export const placementTypes: readonly `${PlacementType}`[] = Object.values(PlacementType);

const noMove: readonly `${PlacementType}`[] = ['RESPITE', 'TRIAL_HOME_VISIT', 'HOSPITAL', 'RUNAWAY', 'SUPERVISED_INDEPENDENT_LIVING'];

/** Whether coming there counts as a move in the measures of placement stability. */
export const countsAsMove = (type: `${PlacementType}`): boolean => !noMove.includes(type);
