import type { Id, Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'ErasureReport',
  tableName: 'erasure_report',
  properties: {
    personId: column.ref<'Person'>().primary(),
    /** Who has destroyed what it kept of the person: `family-time`. */
    service: column.text().primary(),
    kinds: column.texts(),
    doneAt: column.instant(),
  },
});

/** What another service says of its part of an erasure. */
export class ErasureReport extends schema.class {
  static of(said: { personId: Id<'Person'>; service: string; kinds: readonly string[]; doneAt: Temporal.Instant }): ErasureReport {
    return make(ErasureReport, { ...said, kinds: [...said.kinds] });
  }

  /** After a restore it is done once more. */
  again(kinds: readonly string[], at: Temporal.Instant): void {
    this.kinds = [...kinds];
    this.doneAt = at;
  }
}
schema.setClass(ErasureReport);
export const erasureReportSchema = schema;
