import { DomainError, newId, requireNotBefore, type ClockStart, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import type { FosterCareEpisode } from './foster-care-episode.entity.ts';
import { placementTypes, type PlacementType } from './placement-type.ts';

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

/** One child's stay in one home. */
export class Placement extends schema.class {
  static start(episode: FosterCareEpisode, where: { type: PlacementType; householdId: Id<'CaregiverHousehold'> | null; started: ClockStart }): Placement {
    requireNotBefore(where.started.at, episode.removedAt, 'The placement', 'the removal');
    if (episode.exitedAt) throw new DomainError('IDENTITY.EPISODE_ENDED', 'This stay in foster care has ended already.');
    return make(Placement, {
      id: newId<'Placement'>(),
      childId: episode.childId,
      episodeId: episode.id,
      type: where.type,
      householdId: where.householdId,
      startedAt: where.started.at,
      startedPrecision: where.started.precision,
      endedAt: null,
    });
  }

  end(at: Temporal.Instant): void {
    this.endedAt = requireNotBefore(at, this.startedAt, 'The end of the placement', 'its start');
  }
}
schema.setClass(Placement);
export const placementSchema = schema;
