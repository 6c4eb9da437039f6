import { newId, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { findingNeeded, findingNotNeeded } from './icwa.errors.ts';

/** Where a child goes in the order of preference, the first preferred most; or away from it. */
export enum IcwaPreference {
  EXTENDED_FAMILY = 'EXTENDED_FAMILY',
  TRIBE_APPROVED_FOSTER_HOME = 'TRIBE_APPROVED_FOSTER_HOME',
  INDIAN_FOSTER_HOME = 'INDIAN_FOSTER_HOME',
  TRIBE_APPROVED_INSTITUTION = 'TRIBE_APPROVED_INSTITUTION',
  TRIBES_OWN_ORDER = 'TRIBES_OWN_ORDER',
  DEPARTURE = 'DEPARTURE',
}
const preferences: readonly `${IcwaPreference}`[] = Object.values(IcwaPreference);

export enum StandardOfProof {
  PREPONDERANCE = 'PREPONDERANCE',
  CLEAR_AND_CONVINCING = 'CLEAR_AND_CONVINCING',
  BEYOND_REASONABLE_DOUBT = 'BEYOND_REASONABLE_DOUBT',
}
const standards: readonly `${StandardOfProof}`[] = Object.values(StandardOfProof);

export interface CourtFinding {
  readonly finding: string;
  readonly foundOn: Temporal.PlainDate;
  readonly standardOfProof: `${StandardOfProof}`;
}

const schema = defineEntity({
  name: 'IcwaPlacement',
  tableName: 'icwa_placement',
  uniques: [{ name: 'icwa_placement_one_each', properties: ['placementId'] }],
  properties: {
    id: column.id<'IcwaPlacement'>(),
    placementId: column.ref<'Placement'>(),
    preference: column.oneOf(preferences),
    /** These three of a departure, and of nothing else. */
    finding: column.text().nullable(),
    foundOn: column.date().nullable(),
    standardOfProof: column.oneOf(standards).nullable(),
    recordedBy: column.ref<'Person'>(),
  },
});

/** Where a placement stands in the order of preference; for a departure from it, what the court found, when, and by which standard of proof. */
export class IcwaPlacement extends schema.class {
  /** Throws `IDENTITY.ICWA_FINDING_NEEDED`, `IDENTITY.ICWA_FINDING_NOT_NEEDED`, `TEXT_...`. */
  static of(placementId: Id<'Placement'>, preference: `${IcwaPreference}`, found: CourtFinding | null, recordedBy: Id<'Person'>): IcwaPlacement {
    if (preference === 'DEPARTURE' && !found) throw findingNeeded();
    if (preference !== 'DEPARTURE' && found) throw findingNotNeeded();
    return make(IcwaPlacement, {
      ...{ id: newId<'IcwaPlacement'>(), placementId, preference, recordedBy },
      finding: found ? requireText(found.finding, { field: 'The finding', max: 2_000 }) : null,
      foundOn: found?.foundOn ?? null,
      standardOfProof: found?.standardOfProof ?? null,
    });
  }
}
schema.setClass(IcwaPlacement);
export const icwaPlacementSchema = schema;
