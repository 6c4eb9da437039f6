import { DomainError, newId, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

export enum IcwaStatus {
  UNKNOWN = 'UNKNOWN',
  REASON_TO_KNOW = 'REASON_TO_KNOW',
  CONFIRMED = 'CONFIRMED',
  DETERMINED_NOT = 'DETERMINED_NOT',
}
const statuses: readonly `${IcwaStatus}`[] = Object.values(IcwaStatus);

/** Reason to know counts as yes until it is determined otherwise (decision 18). */
export const icwaApplies = (status: `${IcwaStatus}`): boolean => status === 'REASON_TO_KNOW' || status === 'CONFIRMED';

const schema = defineEntity({
  name: 'IcwaRecord',
  tableName: 'icwa_record',
  properties: {
    id: column.id<'IcwaRecord'>(),
    childId: column.ref<'Child'>().index(),
    status: column.oneOf(statuses),
    /** The day from which it counts. */
    on: column.date().fieldNames('effective_on'),
    /** On what it rests: an answer of the family or the tribe, a finding of the court. */
    basis: column.text(),
    tribeIds: column.texts().$type<Id<'Tribe'>[]>(),
    /** Those of them who are a party to the case. */
    partyIds: column.texts().$type<Id<'Tribe'>[]>(),
    recordedBy: column.ref<'Person'>(),
  },
});

export interface IcwaFacts {
  readonly status: `${IcwaStatus}`;
  readonly on: Temporal.PlainDate;
  readonly basis: string;
  readonly tribeIds: readonly Id<'Tribe'>[];
  readonly partyIds: readonly Id<'Tribe'>[];
}

/** What is known at one time of whether the Indian Child Welfare Act applies to a child. A newer record takes its place; it is never changed. */
export class IcwaRecord extends schema.class {
  /** Throws `IDENTITY.TRIBE_NEEDED`, `IDENTITY.PARTY_NOT_NAMED`, `DATE_IN_FUTURE`, `TEXT_...`. */
  static of(childId: Id<'Child'>, { status, on, basis, tribeIds, partyIds }: IcwaFacts, by: { recordedBy: Id<'Person'>; today: Temporal.PlainDate }): IcwaRecord {
    if (status === 'CONFIRMED' && tribeIds.length === 0) throw new DomainError('IDENTITY.TRIBE_NEEDED', 'Name the tribe of which the child is a member or may be one.');
    if (partyIds.some((party) => !tribeIds.includes(party))) throw new DomainError('IDENTITY.PARTY_NOT_NAMED', 'A tribe that is a party to the case is one of the child’s tribes.');
    if (on.since(by.today).sign > 0) throw new DomainError('DATE_IN_FUTURE', 'The day cannot be in the future.');
    return make(IcwaRecord, {
      ...{ id: newId<'IcwaRecord'>(), childId, status, on, recordedBy: by.recordedBy },
      basis: requireText(basis, { field: 'What it rests on', max: 1_000 }),
      tribeIds: [...new Set(tribeIds)],
      partyIds: [...new Set(partyIds)],
    });
  }
}
schema.setClass(IcwaRecord);
export const icwaRecordSchema = schema;
