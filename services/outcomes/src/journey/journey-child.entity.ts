import { Temporal, type Id } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'JourneyChild',
  tableName: 'journey_child',
  properties: {
    connectionId: column.ref<'FamilyConnection'>().primary(),
    /** A placement is one child's stay in one home, so it also names the child's part in the connection. */
    placementId: column.ref<'Placement'>().primary(),
    childId: column.ref<'Child'>().index(),
    joinedAt: column.instant(),
    leftAt: column.instant().nullable(),
  },
});

/** A child's part in a connection: visits and the exit from care count for it while it lasts. */
export class JourneyChild extends schema.class {
  static join(part: { readonly connectionId: Id<'FamilyConnection'>; readonly placementId: Id<'Placement'>; readonly childId: Id<'Child'> }, joinedAt: string): JourneyChild {
    const { connectionId, placementId, childId } = part;
    return make(JourneyChild, { connectionId, placementId, childId, joinedAt: Temporal.Instant.from(joinedAt), leftAt: null });
  }

  leave(at: Temporal.Instant): void {
    this.leftAt = at;
  }
}
schema.setClass(JourneyChild);
export const journeyChildSchema = schema;
