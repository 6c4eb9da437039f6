import { DomainError, newId, requireNotBefore, type Temporal, type ClockStart, type Id } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import type { FosterCareEpisode } from './foster-care-episode.entity.ts';
import { placementTypes, type PlacementType } from './placement-type.ts';
import { within, type Span } from './span.ts';

const schema = defineEntity({
  name: 'Placement',
  tableName: 'placement',
  uniques: [{ name: 'placement_one_open', properties: ['childId'], where: 'ended_at is null' }],
  properties: {
    id: column.id<'Placement'>(),
    childId: column.ref<'Child'>().index(),
    episodeId: column.ref<'FosterCareEpisode'>().index(),
    type: column.oneOf(placementTypes),
    /** Null where no caregiver family is: group care, a hospital. */
    householdId: column.ref<'CaregiverHousehold'>().nullable().index(),
    startedAt: column.instant(),
    startedPrecision: column.oneOf(['MINUTE', 'DATE']),
    endedAt: column.instant().nullable(),
    version: column.version(),
  },
});

/** Where a child lives, and from when. */
export interface Stay {
  readonly type: `${PlacementType}`;
  readonly householdId: Id<'CaregiverHousehold'> | null;
  readonly started: ClockStart;
  /** For a stay that is over already when it is entered. */
  readonly ended?: Temporal.Instant | null;
}

/** What a correction may say anew of a placement. */
export interface PlacementFacts {
  readonly type: `${PlacementType}`;
  readonly started: ClockStart;
  /** Null while the child lives there. */
  readonly ended: Temporal.Instant | null;
}

/** One child's stay in one home. */
export class Placement extends schema.class {
  static start(episode: FosterCareEpisode, { type, householdId, started, ended = null }: Stay): Placement {
    const placement = make(Placement, {
      id: newId<'Placement'>(),
      childId: episode.childId,
      episodeId: episode.id,
      type,
      householdId,
      startedAt: started.at,
      startedPrecision: started.precision,
      endedAt: ended,
    });
    placement.#requireWithin(episode);
    return placement;
  }

  end(at: Temporal.Instant): void {
    this.endedAt = requireNotBefore(at, this.startedAt, 'The end of the placement', 'its start');
  }

  /** Says anew what was entered wrongly. It neither ends nor reopens a placement. */
  correct(episode: FosterCareEpisode, { type, started, ended }: PlacementFacts): void {
    if (!this.endedAt !== (ended === null)) throw new DomainError('IDENTITY.NO_CORRECTION', 'A correction neither ends nor reopens a placement.');
    this.type = type;
    this.startedAt = started.at;
    this.startedPrecision = started.precision;
    this.endedAt = ended;
    this.#requireWithin(episode);
  }

  started(): ClockStart {
    return { at: this.startedAt, precision: this.startedPrecision };
  }

  span(): Span {
    return { from: this.startedAt, to: this.endedAt ?? null };
  }

  #requireWithin(episode: FosterCareEpisode): void {
    requireNotBefore(this.startedAt, episode.removedAt, 'The placement', 'the removal');
    if (this.endedAt) requireNotBefore(this.endedAt, this.startedAt, 'The end of the placement', 'its start');
    if (!within(this.span(), episode.span())) throw new DomainError('IDENTITY.EPISODE_ENDED', 'This stay in foster care has ended already.');
  }
}
schema.setClass(Placement);
export const placementSchema = schema;
