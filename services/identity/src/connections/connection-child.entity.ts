import { newId, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'ConnectionChild',
  tableName: 'connection_child',
  properties: {
    id: column.id<'ConnectionChild'>(),
    connectionId: column.ref<'FamilyConnection'>().index(),
    childId: column.ref<'Child'>().index(),
    placementId: column.ref<'Placement'>(),
    from: column.instant().fieldNames('joined_at'),
    to: column.instant().fieldNames('left_at').nullable(),
  },
});

/** A child's part in a family connection, for as long as one placement lasts. */
export class ConnectionChild extends schema.class {
  static join(connectionId: Id<'FamilyConnection'>, childId: Id<'Child'>, placementId: Id<'Placement'>, at: Temporal.Instant): ConnectionChild {
    return make(ConnectionChild, { id: newId<'ConnectionChild'>(), connectionId, childId, placementId, from: at, to: null });
  }

  leave(at: Temporal.Instant): void {
    this.to = at;
  }
}
schema.setClass(ConnectionChild);
export const connectionChildSchema = schema;
