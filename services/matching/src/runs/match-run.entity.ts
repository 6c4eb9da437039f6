import { newId, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import type { BindingConstraint } from '../engine/matching-problem.ts';

/** A need that a run found nobody for, and what stood in the way. */
export interface UnmatchedNeed {
  readonly needId: Id<'MentorNeed'>;
  readonly because: BindingConstraint;
}

const schema = defineEntity({
  name: 'MatchRun',
  tableName: 'match_run',
  properties: {
    id: column.id<'MatchRun'>(),
    startedAt: column.instant(),
    unmatched: column.json<readonly UnmatchedNeed[]>(),
  },
});

/** One time that the engine looked for mentors for all who waited without a proposal. It never changes. */
export class MatchRun extends schema.class {
  static of(startedAt: Temporal.Instant, unmatched: readonly UnmatchedNeed[]): MatchRun {
    return make(MatchRun, { id: newId<'MatchRun'>(), startedAt, unmatched });
  }
}
schema.setClass(MatchRun);
export const matchRunSchema = schema;
