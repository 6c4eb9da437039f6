import { DomainError, newId, requireNotBefore, Temporal, type ClockStart, type Id } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import type { FosterCareEpisode } from './foster-care-episode.entity.ts';
import { caregiverFamily, countsAsMove, placementTypes, type PlacementType } from './placement-type.ts';
import { alreadyOfThisType, householdNeeded, noHouseholdThere, placementEnded, stayIsNoPlacement } from './placements.errors.ts';
import { within, type Span } from './span.ts';

/** What a placement was before its type changed in the same home. */
export interface EarlierType {
  readonly type: `${PlacementType}`;
  /** RFC 3339 */
  readonly until: string;
}

const schema = defineEntity({
  name: 'Placement',
  tableName: 'placement',
  uniques: [
    { name: 'placement_one_open', properties: ['childId'], where: 'ended_at is null and beside_placement_id is null' },
    { name: 'placement_one_open_stay', properties: ['childId'], where: 'ended_at is null and beside_placement_id is not null' },
  ],
  properties: {
    id: column.id<'Placement'>(),
    childId: column.ref<'Child'>().index(),
    episodeId: column.ref<'FosterCareEpisode'>().index(),
    type: column.oneOf(placementTypes),
    /** Null where no caregiver family is: group care, a hospital. */
    householdId: column.ref<'CaregiverHousehold'>().nullable().index(),
    /** For a stay that is no move: the placement that goes on meanwhile. */
    besidePlacementId: column.ref<'Placement'>().nullable(),
    startedAt: column.instant(),
    startedPrecision: column.oneOf(['MINUTE', 'DATE']),
    endedAt: column.instant().nullable(),
    /** The newest last. */
    earlierTypes: column.json<EarlierType[]>().defaultRaw(`'[]'`),
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

/** One child's stay in one home, or for a time beside it. */
export class Placement extends schema.class {
  /**
   * `beside` is the placement that goes on meanwhile, for a stay that is no move.
   * Throws `DATE_TOO_EARLY`, `IDENTITY.EPISODE_ENDED`, `IDENTITY.HOUSEHOLD_NEEDED`, `IDENTITY.NO_HOUSEHOLD_THERE`.
   */
  static start(episode: FosterCareEpisode, { type, householdId, started, ended = null }: Stay, beside: Placement | null = null): Placement {
    requireHousehold(type, householdId);
    const placement = make(Placement, {
      id: newId<'Placement'>(),
      childId: episode.childId,
      episodeId: episode.id,
      type,
      householdId,
      besidePlacementId: beside?.id ?? null,
      startedAt: started.at,
      startedPrecision: started.precision,
      endedAt: ended,
      earlierTypes: [],
    });
    requireWithin(episode, placement);
    return placement;
  }

  end(at: Temporal.Instant): void {
    this.endedAt = requireNotBefore(at, this.startedAt, 'The end of the placement', 'its start');
  }

  /** Whether it is only a stay, beside a placement that goes on. */
  isStay(): boolean {
    return Boolean(this.besidePlacementId);
  }

  /** The same home, of another kind from then on. Throws `DATE_TOO_EARLY`, `IDENTITY.PLACEMENT_ENDED`, `IDENTITY.ALREADY_OF_THIS_TYPE`, `IDENTITY.STAY_IS_NO_PLACEMENT`, and as `start` for the household. */
  become(type: `${PlacementType}`, at: Temporal.Instant): void {
    if (this.endedAt) throw placementEnded();
    if (type === this.type) throw alreadyOfThisType();
    if (!countsAsMove(type) || !countsAsMove(this.type)) throw stayIsNoPlacement();
    requireHousehold(type, this.householdId ?? null);
    const since = this.earlierTypes.at(-1)?.until;
    requireNotBefore(at, since ? Temporal.Instant.from(since) : this.startedAt, 'The change', 'what was there before');
    this.earlierTypes = [...this.earlierTypes, { type: this.type, until: at.toString() }];
    this.type = type;
  }

  /** Says anew what was entered wrongly. It neither ends nor reopens a placement. */
  correct(episode: FosterCareEpisode, { type, started, ended }: PlacementFacts): void {
    if (!this.endedAt !== (ended === null)) throw new DomainError('IDENTITY.NO_CORRECTION', 'A correction neither ends nor reopens a placement.');
    if (countsAsMove(type) !== countsAsMove(this.type)) throw stayIsNoPlacement();
    requireHousehold(type, this.householdId ?? null);
    this.type = type;
    this.startedAt = started.at;
    this.startedPrecision = started.precision;
    this.endedAt = ended;
    requireWithin(episode, this);
  }

  started(): ClockStart {
    return { at: this.startedAt, precision: this.startedPrecision };
  }

  span(): Span {
    return { from: this.startedAt, to: this.endedAt ?? null };
  }
}
schema.setClass(Placement);
export const placementSchema = schema;

function requireHousehold(type: `${PlacementType}`, householdId: Id<'CaregiverHousehold'> | null): void {
  if (caregiverFamily(type) === 'ALWAYS' && !householdId) throw householdNeeded();
  if (caregiverFamily(type) === 'NEVER' && householdId) throw noHouseholdThere();
}

function requireWithin(episode: FosterCareEpisode, placement: Placement): void {
  requireNotBefore(placement.startedAt, episode.removedAt, 'The placement', 'the removal');
  if (placement.endedAt) requireNotBefore(placement.endedAt, placement.startedAt, 'The end of the placement', 'its start');
  if (!within(placement.span(), episode.span())) throw new DomainError('IDENTITY.EPISODE_ENDED', 'This stay in foster care has ended already.');
}
