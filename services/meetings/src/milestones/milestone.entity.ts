import { DomainError, newId, requireText, Temporal, type Id } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { connectionSides, type ConnectionSide } from '../projections/connection-side.ts';

const schema = defineEntity({
  name: 'Milestone',
  tableName: 'milestone',
  properties: {
    id: column.id<'Milestone'>(),
    connectionId: column.ref<'FamilyConnection'>().index(),
    /** Which family tells of it. */
    side: column.oneOf(connectionSides),
    addedBy: column.ref<'Person'>(),
    addedAt: column.instant(),
    /** Null for what the family as a whole has reached. */
    childId: column.ref<'Child'>().nullable(),
    text: column.text(),
    happenedOn: column.date(),
  },
});

export interface Told {
  readonly connectionId: Id<'FamilyConnection'>;
  readonly side: ConnectionSide;
  readonly addedBy: Id<'Person'>;
  readonly childId: Id<'Child'> | null;
  readonly text: string;
  readonly happenedOn: Temporal.PlainDate;
}

/** Something to celebrate, of the child or of the family (S53). */
export class Milestone extends schema.class {
  /** Throws `DATE_IN_FUTURE`, `TEXT_...`. */
  static of({ text, happenedOn, ...told }: Told, zone: string, now: Temporal.Instant): Milestone {
    if (Temporal.PlainDate.compare(happenedOn, now.toZonedDateTimeISO(zone).toPlainDate()) > 0) throw new DomainError('DATE_IN_FUTURE', 'What you celebrate cannot be in the future.');
    return make(Milestone, { id: newId<'Milestone'>(), ...told, happenedOn, addedAt: now, text: requireText(text, { field: 'What you celebrate', max: 500 }) });
  }
}
schema.setClass(Milestone);
export const milestoneSchema = schema;
