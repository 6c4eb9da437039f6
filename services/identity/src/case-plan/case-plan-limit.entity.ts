import { DomainError, newId, requireNotBefore, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { contactChannels, contactSupervisions, type ContactChannel, type ContactSupervision } from '@fc/subgraph';
import { column, defineEntity, make } from '@fc/tenancy';

/** What the plan sets at one time. */
export interface LimitTerms {
  readonly channels: readonly ContactChannel[];
  readonly timesPerWeek: number | null;
  readonly supervision: ContactSupervision | null;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant | null;
  /** Where the plan can be found, in the county's own words. */
  readonly document: string | null;
}

/** What an earlier revision said; instants as RFC 3339. */
export interface EarlierTerms extends Omit<LimitTerms, 'from' | 'until'> {
  readonly revision: number;
  readonly from: string;
  readonly until: string | null;
}

const schema = defineEntity({
  name: 'CasePlanLimit',
  tableName: 'case_plan_limit',
  uniques: [{ name: 'case_plan_limit_one_each', properties: ['childId', 'personId'] }],
  properties: {
    id: column.id<'CasePlanLimit'>(),
    childId: column.ref<'Child'>(),
    /** A parent, or another relative of the child. */
    personId: column.ref<'Person'>().index(),
    channels: column.texts().$type<ContactChannel[]>(),
    timesPerWeek: column.integer().nullable(),
    supervision: column.oneOf(contactSupervisions).nullable(),
    from: column.instant().fieldNames('starts_at'),
    until: column.instant().fieldNames('ends_at').nullable(),
    document: column.text().nullable(),
    revision: column.integer(),
    /** The newest last. */
    earlier: column.json<EarlierTerms[]>(),
    recordedBy: column.ref<'Person'>(),
    version: column.version(),
  },
});

/** What the case plan sets for the contact of a child and one of the family: in which ways, how often, how supervised. Whether they may be in contact at all the contact ledger says. */
export class CasePlanLimit extends schema.class {
  /** Throws `IDENTITY.NO_CHANNEL`, `IDENTITY.INVALID_FREQUENCY`, `DATE_TOO_EARLY`, `TEXT_...`. */
  static set(childId: Id<'Child'>, personId: Id<'Person'>, terms: LimitTerms, recordedBy: Id<'Person'>): CasePlanLimit {
    return make(CasePlanLimit, { id: newId<'CasePlanLimit'>(), childId, personId, ...checked(terms), revision: 1, earlier: [], recordedBy });
  }

  /** What it said until now stays readable. Throws as `set` does. */
  revise(terms: LimitTerms, recordedBy: Id<'Person'>): void {
    const { channels, timesPerWeek = null, supervision = null, document = null, from, until, revision, earlier } = this;
    const now = { channels, timesPerWeek, supervision, document, revision, from: from.toString(), until: until?.toString() ?? null };
    Object.assign(this, checked(terms), { earlier: [...earlier, now], revision: revision + 1, recordedBy });
  }

  /** Throws `IDENTITY.LIMIT_ENDED`, `DATE_TOO_EARLY`. */
  end(at: Temporal.Instant, recordedBy: Id<'Person'>): void {
    if (!this.lasts(at)) throw new DomainError('IDENTITY.LIMIT_ENDED', 'This limit has ended already.');
    this.revise({ ...this.terms(), until: at }, recordedBy);
  }

  /** Whether it holds then, or is still to come. */
  lasts(at: Temporal.Instant): boolean {
    return !this.until || this.until.since(at).sign > 0;
  }

  /** What it sets at present. */
  terms(): LimitTerms {
    const { channels, timesPerWeek = null, supervision = null, document = null, from, until = null } = this;
    return { channels, timesPerWeek, supervision, document, from, until };
  }
}
schema.setClass(CasePlanLimit);
export const casePlanLimitSchema = schema;

function checked({ channels, timesPerWeek, supervision, from, until, document }: LimitTerms): Omit<LimitTerms, 'channels'> & { channels: ContactChannel[] } {
  const named = contactChannels.filter((channel) => channels.includes(channel));
  if (named.length === 0) throw new DomainError('IDENTITY.NO_CHANNEL', 'Name at least one way of contact. Where none is possible, enter that in the contact ledger.');
  if (timesPerWeek !== null && (!Number.isInteger(timesPerWeek) || timesPerWeek < 1 || timesPerWeek > 100)) throw new DomainError('IDENTITY.INVALID_FREQUENCY', 'How often a week is a number from 1 to 100.');
  if (until) requireNotBefore(until, from, 'The end', 'the beginning');
  return { channels: named, timesPerWeek, supervision, from, until, document: document?.trim() ? requireText(document, { field: 'The document', max: 200 }) : null };
}
