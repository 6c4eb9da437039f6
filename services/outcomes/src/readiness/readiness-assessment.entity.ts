import { newId, Temporal, type Id } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { readinessPack, type ReadinessLevel } from './readiness-pack.ts';
import { noSuchPolicy, notYet, questionsOpen } from './readiness.errors.ts';
import type { ReadinessAnswers } from './scores.ts';

const schema = defineEntity({
  name: 'ReadinessAssessment',
  tableName: 'readiness_assessment',
  uniques: [{ name: 'readiness_assessment_one_a_day', properties: ['assessedOn'] }],
  properties: {
    id: column.id<'ReadinessAssessment'>(),
    assessedOn: column.date(),
    answers: column.json<ReadinessAnswers>(),
    /** Ids of the policies that are written down. */
    policiesInPlace: column.texts().$type<readonly string[]>(),
    assessedBy: column.ref<'Person'>(),
    recordedAt: column.instant(),
    /** Null while the county keeps it to itself. */
    sharedAt: column.instant().nullable(),
    version: column.version(),
  },
});

export interface Assessed {
  readonly assessedOn: Temporal.PlainDate;
  readonly answers: readonly { readonly questionId: string; readonly level: `${ReadinessLevel}` }[];
  readonly policiesInPlace: readonly string[];
  readonly assessedBy: Id<'Person'>;
}

/** How ready a county was on a day, by its own word. Nobody's case is in it. */
export class ReadinessAssessment extends schema.class {
  /** `zone` is the county's. Throws `DATE_IN_FUTURE`, `OUTCOMES.QUESTIONS_OPEN`, `OUTCOMES.NO_SUCH_POLICY`. */
  static of({ assessedOn, answers, policiesInPlace, assessedBy }: Assessed, { now, zone }: { now: Temporal.Instant; zone: string }): ReadinessAssessment {
    if (Temporal.PlainDate.compare(assessedOn, now.toZonedDateTimeISO(zone).toPlainDate()) > 0) throw notYet();
    const given = new Map(answers.map(({ questionId, level }) => [questionId, level]));
    const asked = readinessPack.questions.map(({ id }) => id);
    if (answers.length !== asked.length || !asked.every((id) => given.has(id))) throw questionsOpen();
    if (!policiesInPlace.every((policy) => readinessPack.policies.some(({ id }) => id === policy))) throw noSuchPolicy();
    const row = { assessedOn, assessedBy, answers: Object.fromEntries(given), policiesInPlace: [...new Set(policiesInPlace)] };
    return make(ReadinessAssessment, { id: newId<'ReadinessAssessment'>(), ...row, recordedAt: now, sharedAt: null });
  }

  share(at: Temporal.Instant): void {
    this.sharedAt ??= at;
  }

  keepToOurselves(): void {
    this.sharedAt = null;
  }
}
schema.setClass(ReadinessAssessment);
export const readinessAssessmentSchema = schema;
