import { DomainError, newId, Temporal, type Id } from '@fc/domain-kernel';
import { column, defineEntity, make, type ErasureCertificate } from '@fc/tenancy';

/** Where an erasure stands. REQUESTED and CONFIRMED can still be withdrawn. */
export enum ErasureStatus {
  REQUESTED = 'REQUESTED',
  CONFIRMED = 'CONFIRMED',
  CARRIED_OUT = 'CARRIED_OUT',
  WITHDRAWN = 'WITHDRAWN',
}
const statuses: readonly `${ErasureStatus}`[] = Object.values(ErasureStatus);

const schema = defineEntity({
  name: 'Erasure',
  tableName: 'erasure',
  uniques: [{ name: 'erasure_one_open', properties: ['personId'], where: `status in ('REQUESTED', 'CONFIRMED')` }],
  properties: {
    id: column.id<'Erasure'>(),
    /** Whom it is about: a person of the program or, where `ofRelative`, somebody who is known by name alone. */
    personId: column.ref<'Person'>().index(),
    ofRelative: column.boolean(),
    /** Why; said of a relative alone, until the erasure is carried out. */
    reason: column.text().nullable(),
    status: column.oneOf(statuses),
    requestedBy: column.ref<'Person'>(),
    requestedAt: column.instant(),
    confirmedBy: column.ref<'Person'>().nullable(),
    confirmedAt: column.instant().nullable(),
    /** Nobody carries it out before this. */
    notBefore: column.instant().nullable(),
    erasedAt: column.instant().nullable(),
    /** What kinds of record it took. */
    kinds: column.texts(),
    version: column.version(),
  },
});

/** One person's erasure, from the first word to the certificate. Two people decide it, and then it waits. */
export class Erasure extends schema.class {
  /** With a reason it is that of a relative who is known by name alone. */
  static request(personId: Id<'Person'>, by: Id<'Person'>, at: Temporal.Instant, reason: string | null = null): Erasure {
    return make(Erasure, { id: newId<'Erasure'>(), personId, ofRelative: reason !== null, reason, status: 'REQUESTED', requestedBy: by, requestedAt: at, confirmedBy: null, confirmedAt: null, notBefore: null, erasedAt: null, kinds: [] });
  }

  /** What the ledger remembers of an erasure that a restored backup does not know. */
  static remembered(personId: Id<'Person'>, { erasureId, requestedBy, requestedAt }: ErasureCertificate, ofRelative: boolean): Erasure {
    return Object.assign(Erasure.request(personId, requestedBy, Temporal.Instant.from(requestedAt)), { id: erasureId, ofRelative });
  }

  confirm(by: Id<'Person'>, at: Temporal.Instant, waitDays: number): void {
    if (this.status !== 'REQUESTED') throw notNow();
    if (by === this.requestedBy) throw new DomainError('IDENTITY.ANOTHER_CONFIRMS', 'Somebody else than who asked for it confirms an erasure.');
    this.status = 'CONFIRMED';
    this.confirmedBy = by;
    this.confirmedAt = at;
    this.notBefore = at.add({ hours: 24 * waitDays });
  }

  withdraw(): void {
    if (this.status !== 'REQUESTED' && this.status !== 'CONFIRMED') throw notNow();
    this.status = 'WITHDRAWN';
  }

  /** Throws `IDENTITY.ERASURE_WAITS` before its time, `IDENTITY.ERASURE_NOT_NOW` unless it is confirmed. */
  requireDue(now: Temporal.Instant): void {
    if (this.status !== 'CONFIRMED' || !this.notBefore) throw notNow();
    if (Temporal.Instant.compare(now, this.notBefore) < 0) throw new DomainError('IDENTITY.ERASURE_WAITS', 'The waiting time of this erasure is not over yet.');
  }

  /** The certificate becomes what stands here. */
  carriedOut({ confirmedBy, confirmedAt, erasedAt, kinds }: ErasureCertificate): void {
    this.status = 'CARRIED_OUT';
    this.confirmedBy = confirmedBy;
    this.confirmedAt = Temporal.Instant.from(confirmedAt);
    this.erasedAt = Temporal.Instant.from(erasedAt);
    this.kinds = [...kinds];
    this.reason = null;
  }
}
schema.setClass(Erasure);
export const erasureSchema = schema;

const notNow = (): DomainError => new DomainError('IDENTITY.ERASURE_NOT_NOW', 'This erasure does not stand where that could be done. Look at it again.');
