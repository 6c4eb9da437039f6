import { newId, requireText } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'Tribe',
  tableName: 'tribe',
  uniques: [{ name: 'tribe_one_name', properties: ['name'] }],
  properties: {
    id: column.id<'Tribe'>(),
    name: column.text(),
    version: column.version(),
  },
});

/** A tribe that may be a party to a child's case here. A tribe with a program of its own is a jurisdiction of the platform besides. */
export class Tribe extends schema.class {
  /** Throws `TEXT_...`. */
  static register(name: string): Tribe {
    return make(Tribe, { id: newId<'Tribe'>(), name: requireText(name, { field: 'The name', max: 200 }) });
  }
}
schema.setClass(Tribe);
export const tribeSchema = schema;
