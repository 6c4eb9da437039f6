import { newId, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'Encouragement',
  tableName: 'encouragement',
  properties: {
    id: column.id<'Encouragement'>(),
    connectionId: column.ref<'FamilyConnection'>().index(),
    writtenBy: column.ref<'Person'>(),
    text: column.text(),
    writtenAt: column.instant(),
  },
});

/** A word of the child's advocate to both families about working together. Both read it alike, and it is never changed. */
export class Encouragement extends schema.class {
  /** Throws `TEXT_...`. */
  static write(connectionId: Id<'FamilyConnection'>, writtenBy: Id<'Person'>, text: string, writtenAt: Temporal.Instant): Encouragement {
    return make(Encouragement, { id: newId<'Encouragement'>(), connectionId, writtenBy, text: requireText(text, { field: 'The encouragement', max: 1_000 }), writtenAt });
  }
}
schema.setClass(Encouragement);
export const encouragementSchema = schema;
