import { DomainError, newId, requireText, Temporal, type Id } from '@fc/domain-kernel';
import { column, defineEntity, make, type PersonKey, type Place, type Sealed } from '@fc/tenancy';
import { progressWithdrawn } from './progress-share.errors.ts';

/** To whom a parent may show how the case plan goes. */
export enum ProgressReader {
  CAREGIVERS = 'CAREGIVERS',
  CASEWORKERS = 'CASEWORKERS',
}

const schema = defineEntity({
  name: 'ProgressShare',
  tableName: 'progress_share',
  properties: {
    id: column.id<'ProgressShare'>(),
    connectionId: column.ref<'FamilyConnection'>().index(),
    /** The parent, with whose key the words are sealed. */
    sharedBy: column.ref<'Person'>(),
    /** Null once it was withdrawn: nobody reads it any more, the parent neither. */
    words: column.sealed().nullable(),
    /** The day since when it is so, on the clocks of the county. */
    since: column.date(),
    /** Empty while the parent keeps it to themself. */
    readers: column.texts().$type<ProgressReader[]>(),
    sharedAt: column.instant(),
    withdrawnAt: column.instant().nullable(),
    version: column.version(),
  },
});

export interface Progress {
  readonly words: string;
  readonly since: Temporal.PlainDate;
  readonly readers: readonly ProgressReader[];
}

interface Sharing {
  readonly connectionId: Id<'FamilyConnection'>;
  readonly key: PersonKey;
  readonly zone: string;
  readonly now: Temporal.Instant;
}

const placeOf = (id: string): Place => ({ record: 'ProgressShare', id, field: 'words' });

/** How the case plan goes, as the parent chooses to tell it (S48): theirs, for whom they choose, and taken back whenever they like. */
export class ProgressShare extends schema.class {
  /** Throws `DATE_IN_FUTURE`, `TEXT_...`. */
  static of({ words, since, readers }: Progress, sharedBy: Id<'Person'>, { connectionId, key, zone, now }: Sharing): ProgressShare {
    if (Temporal.PlainDate.compare(since, now.toZonedDateTimeISO(zone).toPlainDate()) > 0) throw new DomainError('DATE_IN_FUTURE', 'What you have reached cannot be in the future.');
    const id = newId<'ProgressShare'>();
    const sealed = key.seal(placeOf(id), requireText(words, { field: 'What you have reached', max: 1_000 }));
    return make(ProgressShare, { id, connectionId, sharedBy, words: sealed, since, readers: inOrder(readers), sharedAt: now, withdrawnAt: null });
  }

  /** From now on these read it, and nobody else. Throws `MEETINGS.PROGRESS_WITHDRAWN`. */
  showTo(readers: readonly ProgressReader[]): void {
    if (this.withdrawnAt) throw progressWithdrawn();
    this.readers = inOrder(readers);
  }

  /** For good: its words are destroyed. Withdrawn once more it stays as it is. */
  withdraw(at: Temporal.Instant): void {
    if (this.withdrawnAt) return;
    this.withdrawnAt = at;
    this.words = null;
    this.readers = [];
  }
}
schema.setClass(ProgressShare);
export const progressShareSchema = schema;

const inOrder = (readers: readonly ProgressReader[]): ProgressReader[] => Object.values(ProgressReader).filter((reader) => readers.includes(reader));

/** The words of one that was not withdrawn. */
export const openWords = (id: string, sealed: Sealed, key: PersonKey): string => key.open(placeOf(id), sealed);
