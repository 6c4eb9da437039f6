import { DomainError, newId, requireNotBefore, requireText, requireWeeklyHours, Temporal, type Id, type WeeklyHours } from '@fc/domain-kernel';
import { contactChannels, type ContactChannel } from '@fc/subgraph';
import { column, defineEntity, make } from '@fc/tenancy';
import type { Pair } from './pair.ts';
import { requireWordOver } from './precedence.ts';

/** Court order over case plan over consent: whose word it is. */
export enum ContactSource {
  COURT_ORDER = 'COURT_ORDER',
  CASE_PLAN = 'CASE_PLAN',
  CONSENT = 'CONSENT',
}
const sources: readonly `${ContactSource}`[] = Object.values(ContactSource);

export enum ContactRuleKind {
  PROHIBITION = 'PROHIBITION',
  PERMISSION = 'PERMISSION',
}
const kinds: readonly `${ContactRuleKind}`[] = Object.values(ContactRuleKind);

const schema = defineEntity({
  name: 'ContactRule',
  tableName: 'contact_rule',
  properties: {
    id: column.id<'ContactRule'>(),
    kind: column.oneOf(kinds),
    /** The smaller of the two ids, so that a pair is found however it is named. */
    first: column.ref<'Person'>().fieldNames('first_person_id').index(),
    second: column.ref<'Person'>().fieldNames('second_person_id').index(),
    channels: column.texts().$type<ContactChannel[]>(),
    from: column.instant().fieldNames('starts_at'),
    to: column.instant().fieldNames('ends_at').nullable(),
    /** Only at these hours of the week, where the court or the plan says so; null for all hours. */
    hours: column.json<WeeklyHours[]>().nullable(),
    /** Stays here: no event and no participant's answer carries it. */
    source: column.oneOf(sources),
    /** Where the order or the plan can be found, in the county's own words. */
    document: column.text().nullable(),
    recordedBy: column.ref<'Person'>(),
    /** By whose word it ended, and where that can be found; null until somebody ends it. */
    endedBySource: column.oneOf(sources).nullable(),
    endedByDocument: column.text().nullable(),
    /** The rule that this one says of another record of one of the two; null for what somebody has entered. */
    copyOf: column.ref<'ContactRule'>().fieldNames('copy_of').nullable().index(),
    version: column.version(),
  },
});

export interface NewContactRule {
  readonly pair: Pair;
  readonly channels: readonly ContactChannel[];
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant | null;
  readonly hours: readonly WeeklyHours[];
  readonly source: `${ContactSource}`;
  readonly document: string | null;
  readonly recordedBy: Id<'Person'>;
}

/** Two people may, or may not, have contact on these channels in this time. Of several rules an active prohibition always wins. */
export class ContactRule extends schema.class {
  static record(kind: `${ContactRuleKind}`, { pair: [first, second], channels, from, to, hours, source, document, recordedBy }: NewContactRule): ContactRule {
    const named = contactChannels.filter((channel) => channels.includes(channel));
    if (named.length === 0) throw new DomainError('IDENTITY.NO_CHANNEL', 'Name at least one way of contact.');
    if (to) requireNotBefore(to, from, 'The end', 'the beginning');
    return make(ContactRule, {
      id: newId<'ContactRule'>(),
      kind,
      first,
      second,
      channels: named,
      from,
      to,
      hours: hours.length > 0 ? requireWeeklyHours(hours) : null,
      source,
      document: documentOf(document),
      recordedBy,
      endedBySource: null,
      endedByDocument: null,
      copyOf: null,
    });
  }

  /** The same of other records of the two: it ends when this one does. */
  copyFor([first, second]: Pair): ContactRule {
    const { kind, channels, from, to = null, hours = null, source, document = null, recordedBy } = this;
    return make(ContactRule, { id: newId<'ContactRule'>(), kind, first, second, channels, from, to, hours, source, document, recordedBy, endedBySource: null, endedByDocument: null, copyOf: this.original() });
  }

  /** What somebody has entered, of which this is a copy or the thing itself. */
  original(): Id<'ContactRule'> {
    return this.copyOf ?? this.id;
  }

  /** Whether it holds then, or is still to come. */
  lasts(at: Temporal.Instant): boolean {
    return !this.to || Temporal.Instant.compare(this.to, at) > 0;
  }

  isOf([first, second]: Pair): boolean {
    return this.first === first && this.second === second;
  }

  /** It brings nothing back that it suspended. Throws `IDENTITY.HIGHER_WORD_NEEDED`, `IDENTITY.CONTACT_RULE_ENDED`. */
  end(at: Temporal.Instant, by: { readonly source: `${ContactSource}`; readonly document: string | null }): void {
    requireWordOver(this.source, by.source);
    if (!this.lasts(at)) throw new DomainError('IDENTITY.CONTACT_RULE_ENDED', 'This has ended already.');
    this.to = at;
    this.endedBySource = by.source;
    this.endedByDocument = documentOf(by.document);
  }
}
schema.setClass(ContactRule);
export const contactRuleSchema = schema;

const documentOf = (document: string | null): string | null => (document?.trim() ? requireText(document, { field: 'The document', max: 200 }) : null);
