import { DomainError, newId, requireNotBefore, type ClockStart, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import type { Span } from './span.ts';

export enum ExitReason {
  REUNIFICATION = 'REUNIFICATION',
  GUARDIANSHIP = 'GUARDIANSHIP',
  KINSHIP_ADOPTION = 'KINSHIP_ADOPTION',
  ADOPTION = 'ADOPTION',
  LIVING_WITH_RELATIVE = 'LIVING_WITH_RELATIVE',
  AGED_OUT = 'AGED_OUT',
  OTHER = 'OTHER',
}
const exitReasons: readonly `${ExitReason}`[] = Object.values(ExitReason);

const schema = defineEntity({
  name: 'FosterCareEpisode',
  tableName: 'foster_care_episode',
  uniques: [{ name: 'foster_care_episode_one_open', properties: ['childId'], where: 'exited_at is null' }],
  properties: {
    id: column.id<'FosterCareEpisode'>(),
    childId: column.ref<'Child'>().index(),
    removedAt: column.instant(),
    removedPrecision: column.oneOf(['MINUTE', 'DATE']),
    exitedAt: column.instant().nullable(),
    exitReason: column.oneOf(exitReasons).nullable(),
    version: column.version(),
  },
});

/** What a correction may say anew of an episode. */
export interface EpisodeFacts {
  readonly removed: ClockStart;
  /** Both null while the child is in care. */
  readonly exitedAt: Temporal.Instant | null;
  readonly exitReason: `${ExitReason}` | null;
}

/** A child's time in foster care, from removal to exit. */
export class FosterCareEpisode extends schema.class {
  static begin(childId: Id<'Child'>, removed: ClockStart): FosterCareEpisode {
    return make(FosterCareEpisode, { id: newId<'FosterCareEpisode'>(), childId, removedAt: removed.at, removedPrecision: removed.precision, exitedAt: null, exitReason: null });
  }

  removed(): ClockStart {
    return { at: this.removedAt, precision: this.removedPrecision };
  }

  exit(at: Temporal.Instant, reason: `${ExitReason}`): void {
    if (this.exitedAt) throw new DomainError('IDENTITY.EPISODE_ENDED', 'This stay in foster care has ended already.');
    this.exitedAt = requireNotBefore(at, this.removedAt, 'The exit', 'the removal');
    this.exitReason = reason;
  }

  /** Says anew what was entered wrongly. It neither ends nor reopens the stay in foster care. */
  correct({ removed, exitedAt, exitReason }: EpisodeFacts): void {
    if (!this.exitedAt !== (exitedAt === null) || (exitedAt === null) !== (exitReason === null))
      throw new DomainError('IDENTITY.NO_CORRECTION', 'A correction neither ends nor reopens a stay in foster care.');
    if (exitedAt) requireNotBefore(exitedAt, removed.at, 'The exit', 'the removal');
    this.removedAt = removed.at;
    this.removedPrecision = removed.precision;
    this.exitedAt = exitedAt;
    this.exitReason = exitReason;
  }

  span(): Span {
    return { from: this.removedAt, to: this.exitedAt ?? null };
  }
}
schema.setClass(FosterCareEpisode);
export const fosterCareEpisodeSchema = schema;
