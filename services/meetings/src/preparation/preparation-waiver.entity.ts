import { newId, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { connectionSides, type ConnectionSide } from '../projections/connection-side.ts';

const schema = defineEntity({
  name: 'PreparationWaiver',
  tableName: 'preparation_waiver',
  uniques: [{ name: 'preparation_waiver_one_each', properties: ['connectionId', 'side'] }],
  properties: {
    id: column.id<'PreparationWaiver'>(),
    connectionId: column.ref<'FamilyConnection'>(),
    side: column.oneOf(connectionSides),
    reason: column.text(),
    waivedBy: column.ref<'Person'>(),
    waivedAt: column.instant(),
  },
});

/** A program supervisor decided, for a recorded reason, that one side may meet without preparation. */
export class PreparationWaiver extends schema.class {
  static of(waiver: { connectionId: Id<'FamilyConnection'>; side: ConnectionSide; reason: string; waivedBy: Id<'Person'>; waivedAt: Temporal.Instant }): PreparationWaiver {
    return make(PreparationWaiver, { id: newId<'PreparationWaiver'>(), ...waiver, reason: requireText(waiver.reason, { field: 'The reason', max: 1_000 }) });
  }
}
schema.setClass(PreparationWaiver);
export const preparationWaiverSchema = schema;
