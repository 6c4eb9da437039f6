import { newId, requireText, Temporal, type Id } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { readinessAreas, type ReadinessArea } from './readiness-pack.ts';
import { dueInPast, improvementDone } from './readiness.errors.ts';

const schema = defineEntity({
  name: 'ReadinessImprovement',
  tableName: 'readiness_improvement',
  properties: {
    id: column.id<'ReadinessImprovement'>(),
    area: column.oneOf(readinessAreas),
    /** What the county wants to do better. */
    what: column.text(),
    ownerId: column.ref<'Person'>(),
    dueOn: column.date(),
    plannedAt: column.instant(),
    /** Null until it is done. */
    doneOn: column.date().nullable(),
    version: column.version(),
  },
});

/** Who sees to it, and until when. */
export interface Undertaking {
  readonly ownerId: Id<'Person'>;
  readonly dueOn: Temporal.PlainDate;
}

/** Something that the county wants to do better, with an owner and a day. */
export class ReadinessImprovement extends schema.class {
  /** `today` is the county's. Throws `DATE_IN_PAST`, `TEXT_...`. */
  static plan({ area, what, ownerId, dueOn }: Undertaking & { readonly area: `${ReadinessArea}`; readonly what: string }, now: Temporal.Instant, today: Temporal.PlainDate): ReadinessImprovement {
    const text = requireText(what, { field: 'What is to be done', max: 500 });
    return make(ReadinessImprovement, { id: newId<'ReadinessImprovement'>(), area: area as ReadinessArea, what: text, ownerId, dueOn: requireAhead(dueOn, today), plannedAt: now, doneOn: null });
  }

  /** Somebody else sees to it, or until another day. Throws `OUTCOMES.IMPROVEMENT_DONE`, `DATE_IN_PAST`. */
  handOver({ ownerId, dueOn }: Undertaking, today: Temporal.PlainDate): void {
    if (this.doneOn) throw improvementDone();
    this.ownerId = ownerId;
    this.dueOn = requireAhead(dueOn, today);
  }

  /** Throws `OUTCOMES.IMPROVEMENT_DONE`. */
  finish(today: Temporal.PlainDate): void {
    if (this.doneOn) throw improvementDone();
    this.doneOn = today;
  }
}
schema.setClass(ReadinessImprovement);
export const readinessImprovementSchema = schema;

function requireAhead(dueOn: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate {
  if (Temporal.PlainDate.compare(dueOn, today) < 0) throw dueInPast();
  return dueOn;
}
