import { Temporal, type ClockStart, type Id } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'ChildRemoval',
  tableName: 'child_removal',
  properties: {
    id: column.id<'Child'>(),
    removedAt: column.instant(),
    precision: column.oneOf(['MINUTE', 'DATE']),
  },
});

/** When a child last entered custody: it starts the clock of the first family time. */
export class ChildRemoval extends schema.class {
  static of(childId: Id<'Child'>, removed: ClockStart): ChildRemoval {
    return make(ChildRemoval, { id: childId, removedAt: removed.at, precision: removed.precision });
  }

  /** One that is told of later may have been earlier: then it starts no clock. */
  begin(removed: ClockStart): void {
    if (Temporal.Instant.compare(removed.at, this.removedAt) > 0) this.move(removed);
  }

  move(removed: ClockStart): void {
    this.removedAt = removed.at;
    this.precision = removed.precision;
  }
}
schema.setClass(ChildRemoval);
export const childRemovalSchema = schema;
