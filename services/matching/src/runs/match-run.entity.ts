import { newId, Temporal, type Id, type WeeklyHours } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import type { Certificate } from '../engine/flow/certificate.ts';
import type { BindingConstraint, Weights } from '../engine/matching-problem.ts';
import type { ProtectedWishUse } from '../engine/protected-wishes.ts';
import type { QuotaUse } from './quotas.ts';

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
  /** Of what is proven to be the most; the first runs kept none, and nothing is proven where something came between. */
  readonly gap?: number;
  /** The county's quotas and how far they are used; the first runs knew none. */
  readonly quotas?: readonly QuotaUse[];
  readonly quotasVersion?: number;
  /** The first runs kept none. */
  readonly protectedWishes?: readonly ProtectedWishUse[];
  /** Of the needs that it served, so many had waited so long that they came before all others. Older runs knew no such thing. */
  readonly cameFirst?: number;
}

/** What a run has still to look for. */
export interface Search {
  readonly needIds: readonly Id<'MentorNeed'>[];
  readonly seed: number;
}

/** A run that ends whoever takes it in hand does not do so for ever. */
const mostTries = 3;

const schema = defineEntity({
  name: 'MatchRun',
  tableName: 'match_run',
  properties: {
    id: column.id<'MatchRun'>(),
    startedAt: column.instant(),
    unmatched: column.json<readonly UnmatchedNeed[]>(),
    /** Null of the first runs, which kept none. */
    quality: column.json<RunQuality>().nullable(),
    /** Null once it is finished. */
    search: column.json<Search>().nullable(),
    /** Some process searches until then at most; after that another may take it in hand. */
    inHandUntil: column.instant().nullable(),
    /** So many times it was taken in hand and not let go in good order. */
    tries: column.integer().defaultRaw('0'),
    /** It could not be finished; nobody is proposed by it. */
    givenUp: column.boolean().defaultRaw('false'),
    finishedAt: column.instant().nullable(),
  },
});

/** One time that the engine looked for mentors for all who waited without a proposal. Once it is finished it never changes. */
export class MatchRun extends schema.class {
  static begin(startedAt: Temporal.Instant, search: Search): MatchRun {
    return make(MatchRun, { id: newId<'MatchRun'>(), startedAt, unmatched: [], quality: null, search, inHandUntil: null, tries: 0, givenUp: false, finishedAt: null });
  }

  /**
   * What is to be looked for, for the process that takes it in hand for so many seconds; until when another has it in hand; or null
   * when it is finished. A run that nobody who had it in hand has come to an end with is given up.
   */
  takeInHand(now: Temporal.Instant, seconds: number): Search | Temporal.Instant | null {
    if (!this.search) return null;
    if (this.inHandUntil && Temporal.Instant.compare(now, this.inHandUntil) < 0) return this.inHandUntil;
    if (this.tries >= mostTries) {
      Object.assign(this, { search: null, inHandUntil: null, givenUp: true, finishedAt: now });
      return null;
    }
    this.tries += 1;
    this.inHandUntil = now.add({ seconds });
    return this.search;
  }

  /** Another process may take it in hand at once, and nothing has failed. */
  letGo(): void {
    this.inHandUntil = null;
    this.tries -= 1;
  }

  finish(at: Temporal.Instant, unmatched: readonly UnmatchedNeed[], quality: RunQuality): void {
    Object.assign(this, { unmatched, quality, search: null, inHandUntil: null, finishedAt: at });
  }
}
schema.setClass(MatchRun);
export const matchRunSchema = schema;
