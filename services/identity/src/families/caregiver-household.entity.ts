import { DomainError, newId, type Id } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

export enum CaregiverKind {
  FOSTER_PARENT = 'FOSTER_PARENT',
  KINSHIP_CAREGIVER = 'KINSHIP_CAREGIVER',
  FICTIVE_KIN = 'FICTIVE_KIN',
}
const kinds: readonly `${CaregiverKind}`[] = Object.values(CaregiverKind);

const schema = defineEntity({
  name: 'CaregiverHousehold',
  tableName: 'caregiver_household',
  properties: {
    id: column.id<'CaregiverHousehold'>(),
    kind: column.oneOf(kinds),
    licensed: column.boolean(),
    /** One or two people. */
    caregiverIds: column.texts().$type<Id<'Person'>[]>(),
    version: column.version(),
  },
});

/** The home where a child in care lives: a foster parent's, or a relative's or other kin's. */
export class CaregiverHousehold extends schema.class {
  static register(home: { kind: `${CaregiverKind}`; licensed: boolean; caregiverIds: readonly Id<'Person'>[] }): CaregiverHousehold {
    if (home.kind === 'FOSTER_PARENT' && !home.licensed) throw new DomainError('IDENTITY.LICENCE_REQUIRED', 'A foster parent needs a licence; kin may care for a child without one.');
    const caregiverIds = [...new Set(home.caregiverIds)];
    if (caregiverIds.length < 1 || caregiverIds.length > 2) throw new DomainError('IDENTITY.HOUSEHOLD_SIZE', 'A household has one or two caregivers.');
    return make(CaregiverHousehold, { id: newId<'CaregiverHousehold'>(), kind: home.kind, licensed: home.licensed, caregiverIds });
  }
}
schema.setClass(CaregiverHousehold);
export const caregiverHouseholdSchema = schema;
