import type { Id, Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'ConnectedFamilies',
  tableName: 'connected_families',
  properties: {
    id: column.id<'FamilyConnection'>(),
    parentId: column.ref<'Person'>().index(),
    caregiverIds: column.texts().$type<Id<'Person'>[]>(),
    closedAt: column.instant().nullable(),
  },
});

/** The grown-ups of a family connection, as identity tells of them. */
export class ConnectedFamilies extends schema.class {
  static open(id: Id<'FamilyConnection'>, parentId: Id<'Person'>, caregiverIds: readonly Id<'Person'>[]): ConnectedFamilies {
    return make(ConnectedFamilies, { id, parentId, caregiverIds: [...caregiverIds], closedAt: null });
  }

  close(at: Temporal.Instant): void {
    this.closedAt = at;
  }
}
schema.setClass(ConnectedFamilies);
export const connectedFamiliesSchema = schema;
