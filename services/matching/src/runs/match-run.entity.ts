import { newId, type Id, type Temporal, type WeeklyHours } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import type { Certificate } from '../engine/flow/certificate.ts';
import type { BindingConstraint, Weights } from '../engine/matching-problem.ts';

/** A need that a run found nobody for, and what stood in the way. */
export interface UnmatchedNeed {
  readonly needId: Id<'MentorNeed'>;
  readonly because: BindingConstraint;
  /** Hours that their mentor and the other family's lack to lead together: where that alone stood in the way. The first runs kept none. */
  readonly missingHours?: (WeeklyHours & { readonly mentorIds: readonly Id<'Person'>[] }) | null;
}

/** What a run went by, and how good its answer is. */
export interface RunQuality extends Certificate {
  readonly weights: Weights;
  readonly seed: number;
  readonly cutShort: boolean;
  /** Of what is proven to be the most; the first runs kept none. */
  readonly gap?: number;
}

const schema = defineEntity({
  name: 'MatchRun',
  tableName: 'match_run',
  properties: {
    id: column.id<'MatchRun'>(),
    startedAt: column.instant(),
    unmatched: column.json<readonly UnmatchedNeed[]>(),
    /** Null of the first runs, which kept none. */
    quality: column.json<RunQuality>().nullable(),
  },
});

/** One time that the engine looked for mentors for all who waited without a proposal. It never changes. */
export class MatchRun extends schema.class {
  static of(startedAt: Temporal.Instant, unmatched: readonly UnmatchedNeed[], quality: RunQuality): MatchRun {
    return make(MatchRun, { id: newId<'MatchRun'>(), startedAt, unmatched, quality });
  }
}
schema.setClass(MatchRun);
export const matchRunSchema = schema;
