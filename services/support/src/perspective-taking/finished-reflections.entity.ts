import type { Id, Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'FinishedReflections',
  tableName: 'finished_reflections',
  properties: {
    personId: column.ref<'Person'>().primary(),
    finishedAt: column.instant(),
  },
});

/** Somebody has finished the module, once: the one thing about it that others learn, by the completion. */
export class FinishedReflections extends schema.class {
  static of(personId: Id<'Person'>, finishedAt: Temporal.Instant): FinishedReflections {
    return make(FinishedReflections, { personId, finishedAt });
  }
}
schema.setClass(FinishedReflections);
export const finishedReflectionsSchema = schema;
