import { newId, Temporal, type Id } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { trainingKeys, type TrainingKey } from './catalogue.ts';
import { notYet } from './training.errors.ts';

const schema = defineEntity({
  name: 'TrainingCompletion',
  tableName: 'training_completion',
  uniques: [{ name: 'training_completion_one_a_day', properties: ['personId', 'trainingKey', 'completedOn'] }],
  properties: {
    id: column.id<'TrainingCompletion'>(),
    personId: column.ref<'Person'>(),
    trainingKey: column.oneOf(trainingKeys),
    completedOn: column.date(),
    recordedAt: column.instant(),
  },
});

/** A person has finished a training. It may be taken again. */
export class TrainingCompletion extends schema.class {
  /** `zone` is the county's. Throws `DATE_IN_FUTURE`. */
  static record(personId: Id<'Person'>, trainingKey: `${TrainingKey}`, completedOn: Temporal.PlainDate, { now, zone }: { now: Temporal.Instant; zone: string }): TrainingCompletion {
    const today = now.toZonedDateTimeISO(zone).toPlainDate();
    if (Temporal.PlainDate.compare(completedOn, today) > 0) throw notYet();
    return make(TrainingCompletion, { id: newId<'TrainingCompletion'>(), personId, trainingKey, completedOn, recordedAt: now });
  }
}
schema.setClass(TrainingCompletion);
export const trainingCompletionSchema = schema;
