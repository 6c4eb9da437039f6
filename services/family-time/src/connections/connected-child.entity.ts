import type { Id, Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'ConnectedChild',
  tableName: 'connected_child',
  properties: {
    connectionId: column.ref<'FamilyConnection'>().primary(),
    childId: column.ref<'Child'>().primary().index(),
    leftAt: column.instant().nullable(),
  },
});

/** A child who joins the two families of a connection. */
export class ConnectedChild extends schema.class {
  static join(connectionId: Id<'FamilyConnection'>, childId: Id<'Child'>): ConnectedChild {
    return make(ConnectedChild, { connectionId, childId, leftAt: null });
  }

  leave(at: Temporal.Instant): void {
    this.leftAt = at;
  }

  comeBack(): void {
    this.leftAt = null;
  }
}
schema.setClass(ConnectedChild);
export const connectedChildSchema = schema;
