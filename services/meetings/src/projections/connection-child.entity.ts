import type { Id, Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'ConnectionChild',
  tableName: 'connection_child',
  properties: {
    connectionId: column.ref<'FamilyConnection'>().primary(),
    placementId: column.ref<'Placement'>().primary().index(),
    childId: column.ref<'Child'>().index(),
    leftAt: column.instant().nullable(),
  },
});

/** A child's part in a family connection, for as long as one placement lasts. Projected from identity. */
export class ConnectionChild extends schema.class {
  static joined(connectionId: Id<'FamilyConnection'>, childId: Id<'Child'>, placementId: Id<'Placement'>): ConnectionChild {
    return make(ConnectionChild, { connectionId, placementId, childId, leftAt: null });
  }

  leave(at: Temporal.Instant): void {
    this.leftAt = at;
  }
}
schema.setClass(ConnectionChild);
export const connectionChildSchema = schema;
