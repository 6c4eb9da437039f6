import type { EventData, PlacementCorrectedV1, PlacementStartedV1 } from '@fc/contracts';
import { Temporal, type ClockStart } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'Placement',
  tableName: 'placement',
  properties: {
    id: column.id<'Placement'>(),
    childId: column.ref<'Child'>().index(),
    startedAt: column.instant(),
    startedPrecision: column.oneOf(['MINUTE', 'DATE']),
    removedAt: column.instant(),
    removedPrecision: column.oneOf(['MINUTE', 'DATE']),
    firstOfEpisode: column.boolean(),
    endedAt: column.instant().nullable(),
  },
});

/** What meetings knows of a child's stay in one home: the two instants that may start a clock. Projected from identity. */
export class Placement extends schema.class {
  static started({ placementId, childId, startedAt, removedAt, firstOfEpisode }: EventData<typeof PlacementStartedV1>): Placement {
    return make(Placement, {
      id: placementId,
      childId,
      startedAt: Temporal.Instant.from(startedAt.at),
      startedPrecision: startedAt.precision,
      removedAt: Temporal.Instant.from(removedAt.at),
      removedPrecision: removedAt.precision,
      firstOfEpisode,
      endedAt: null,
    });
  }

  start(): ClockStart {
    return { at: this.startedAt, precision: this.startedPrecision };
  }

  removal(): ClockStart {
    return { at: this.removedAt, precision: this.removedPrecision };
  }

  end(at: Temporal.Instant): void {
    this.endedAt = at;
  }

  /** What was said of it has been put right. */
  correct({ startedAt, removedAt, endedAt, firstOfEpisode }: EventData<typeof PlacementCorrectedV1>): void {
    this.startedAt = Temporal.Instant.from(startedAt.at);
    this.startedPrecision = startedAt.precision;
    this.removedAt = Temporal.Instant.from(removedAt.at);
    this.removedPrecision = removedAt.precision;
    this.endedAt = endedAt ? Temporal.Instant.from(endedAt) : null;
    this.firstOfEpisode = firstOfEpisode;
  }
}
schema.setClass(Placement);
export const placementSchema = schema;

/** The earliest instant at which the child can have been there: of a start known to the day, that day's first. */
export function earliestStart({ at, precision }: ClockStart, zone: string): Temporal.Instant {
  return precision === 'MINUTE' ? at : at.toZonedDateTimeISO(zone).startOfDay().toInstant();
}
