import { Temporal, type Id } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'ConnectionJourney',
  tableName: 'connection_journey',
  properties: {
    /** The connection's own id. */
    id: column.id<'FamilyConnection'>(),
    /** Matches belong to a participant, the parent or the household: this is how they find their connections. */
    parentId: column.ref<'Person'>().index(),
    householdId: column.ref<'CaregiverHousehold'>().index(),
    openedAt: column.instant(),
    closedAt: column.instant().nullable(),
    /** Since when nothing of this connection counts for the state. */
    withheldAt: column.instant().nullable(),
  },
});

/** The way of a family connection from its opening on. What was reached on it stands in the facts: see the view `connection_fact`. */
export class ConnectionJourney extends schema.class {
  static begin(connection: { readonly connectionId: Id<'FamilyConnection'>; readonly parentId: Id<'Person'>; readonly householdId: Id<'CaregiverHousehold'>; readonly openedAt: string }): ConnectionJourney {
    const { connectionId, parentId, householdId, openedAt } = connection;
    return make(ConnectionJourney, { id: connectionId, parentId, householdId, openedAt: Temporal.Instant.from(openedAt), closedAt: null, withheldAt: null });
  }

  close(at: Temporal.Instant): void {
    this.closedAt = at;
  }

  withhold(at: Temporal.Instant): void {
    this.withheldAt ??= at;
  }
}
schema.setClass(ConnectionJourney);
export const connectionJourneySchema = schema;
