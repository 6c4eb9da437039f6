import { Temporal, type Id } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'EpisodeJourney',
  tableName: 'episode_journey',
  properties: {
    /** The episode's own id. */
    id: column.id<'FosterCareEpisode'>(),
    childId: column.ref<'Child'>().index(),
    /** Known from the first placement on. */
    removedAt: column.instant().nullable(),
    exitedAt: column.instant().nullable(),
    exitReason: column.text().nullable(),
  },
});

/** A child's time in foster care, from removal to exit; whichever is heard of first begins the row. */
export class EpisodeJourney extends schema.class {
  static of(id: Id<'FosterCareEpisode'>, childId: Id<'Child'>): EpisodeJourney {
    return make(EpisodeJourney, { id, childId, removedAt: null, exitedAt: null, exitReason: null });
  }

  remove(at: string): void {
    this.removedAt = Temporal.Instant.from(at);
  }

  exit(at: string, reason: string): void {
    this.exitedAt = Temporal.Instant.from(at);
    this.exitReason = reason;
  }
}
schema.setClass(EpisodeJourney);
export const episodeJourneySchema = schema;
