import { newId, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

/** What can be put right. */
export enum CorrectedRecord {
  PERSON = 'PERSON',
  CHILD = 'CHILD',
  FOSTER_CARE_EPISODE = 'FOSTER_CARE_EPISODE',
  PLACEMENT = 'PLACEMENT',
}
const records: readonly `${CorrectedRecord}`[] = Object.values(CorrectedRecord);

/** One fact as it was said before, and as it is said now; null where nothing was or is said. */
export interface CorrectedFact {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Why something is said anew, and when. */
export interface Why {
  readonly reason: string;
  readonly at: Temporal.Instant;
}

const schema = defineEntity({
  name: 'Correction',
  tableName: 'correction',
  indexes: [{ properties: ['record', 'recordId'] }],
  properties: {
    id: column.id<'Correction'>(),
    record: column.oneOf(records),
    recordId: column.ref<'Corrected'>(),
    facts: column.json<readonly CorrectedFact[]>(),
    reason: column.text(),
    /** Null where a service acted by itself. */
    correctedBy: column.ref<'Person'>().nullable(),
    correctedAt: column.instant(),
  },
});

/** What was entered wrongly and has been put right: the older version of a record is the newer one with its corrections undone, newest first. */
export class Correction extends schema.class {
  static of(record: `${CorrectedRecord}`, recordId: string, facts: readonly CorrectedFact[], { reason, at }: Why, correctedBy: string | null): Correction {
    return make(Correction, {
      id: newId<'Correction'>(),
      record,
      recordId: recordId as Id<'Corrected'>,
      facts,
      reason: requireText(reason, { field: 'The reason', max: 500 }),
      correctedBy: correctedBy as Id<'Person'> | null,
      correctedAt: at,
    });
  }
}
schema.setClass(Correction);
export const correctionSchema = schema;
