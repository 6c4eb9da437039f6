/** Where a child in care lives. */
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

type Name = `${PlacementType}`;

const stays: readonly Name[] = ['RESPITE', 'TRIAL_HOME_VISIT', 'HOSPITAL', 'RUNAWAY'];
const familyHomes: readonly Name[] = ['FOSTER_FAMILY_HOME', 'RELATIVE_FOSTER_HOME', 'PRE_ADOPTIVE_HOME'];
const familyOrNot: readonly Name[] = ['EMERGENCY_SHELTER', 'RESPITE', 'OTHER'];

/** Whether coming there counts as a move in the measures of placement stability. What does not is a stay beside the placement, which goes on. */
export const countsAsMove = (type: Name): boolean => !stays.includes(type);

/** The types of placement that count as a move. */
export const moves: readonly Name[] = placementTypes.filter(countsAsMove);

/** Whether a caregiver family is there: always in a family home, never in group care and the like. */
export function caregiverFamily(type: Name): 'ALWAYS' | 'PERHAPS' | 'NEVER' {
  if (familyHomes.includes(type)) return 'ALWAYS';
  return familyOrNot.includes(type) ? 'PERHAPS' : 'NEVER';
}
