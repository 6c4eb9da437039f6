import { DomainError, newId, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

/** What a hold keeps: a person's records, a child's and those of whoever belongs to the child's case, or the whole county's. */
export enum LegalHoldScope {
  PERSON = 'PERSON',
  CHILD = 'CHILD',
  COUNTY = 'COUNTY',
}
const scopes: readonly `${LegalHoldScope}`[] = Object.values(LegalHoldScope);

const schema = defineEntity({
  name: 'LegalHold',
  tableName: 'legal_hold',
  properties: {
    id: column.id<'LegalHold'>(),
    scope: column.oneOf(scopes),
    /** The person or the child; null for the whole county. */
    subjectId: column.ref<'Person'>().nullable().index(),
    reason: column.text(),
    /** The matter's number with the court or the counsel. */
    matter: column.text(),
    placedBy: column.ref<'Person'>(),
    placedAt: column.instant(),
    liftedBy: column.ref<'Person'>().nullable(),
    liftedAt: column.instant().nullable(),
    liftedBecause: column.text().nullable(),
    version: column.version(),
  },
});

/** Until it is lifted, nothing within its scope is erased, and the county is not handed back or destroyed. */
export class LegalHold extends schema.class {
  static place(on: { scope: `${LegalHoldScope}`; subjectId: Id<'Person'> | null; reason: string; matter: string; placedBy: Id<'Person'>; placedAt: Temporal.Instant }): LegalHold {
    if ((on.scope === 'COUNTY') !== (on.subjectId === null)) throw new DomainError('IDENTITY.HOLD_SUBJECT', 'Name the person or the child of the hold, or nobody when it is on the whole county.');
    return make(LegalHold, {
      ...on,
      id: newId<'LegalHold'>(),
      reason: requireText(on.reason, { field: 'The reason', max: 500 }),
      matter: requireText(on.matter, { field: 'The matter', max: 100 }),
      liftedBy: null,
      liftedAt: null,
      liftedBecause: null,
    });
  }

  lift(by: Id<'Person'>, at: Temporal.Instant, because: string): void {
    if (this.liftedAt) throw new DomainError('IDENTITY.HOLD_LIFTED', 'This hold has been lifted already.');
    this.liftedBecause = requireText(because, { field: 'The reason', max: 500 });
    this.liftedBy = by;
    this.liftedAt = at;
  }
}
schema.setClass(LegalHold);
export const legalHoldSchema = schema;
