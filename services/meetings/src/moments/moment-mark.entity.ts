import { newId, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'MomentMark',
  tableName: 'moment_mark',
  uniques: [{ name: 'moment_mark_one_each', properties: ['connectionId', 'personId', 'promptId'] }],
  properties: {
    id: column.id<'MomentMark'>(),
    connectionId: column.ref<'FamilyConnection'>(),
    personId: column.ref<'Person'>(),
    promptId: column.text(),
    /** Null when the person has taken it back. */
    markedAt: column.instant().nullable(),
  },
});

/** "We did that": a mark that one person makes for themself. Nobody else sees it, and nothing counts it. */
export class MomentMark extends schema.class {
  static of(moment: { connectionId: Id<'FamilyConnection'>; personId: Id<'Person'>; promptId: string }): MomentMark {
    return make(MomentMark, { id: newId<'MomentMark'>(), ...moment, markedAt: null });
  }

  mark(at: Temporal.Instant): void {
    this.markedAt ??= at;
  }

  takeBack(): void {
    this.markedAt = null;
  }
}
schema.setClass(MomentMark);
export const momentMarkSchema = schema;
