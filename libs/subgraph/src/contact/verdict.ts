import { coverWhole, partsHeld, Temporal, type Id, type Span, type WeeklyHours } from '@fc/domain-kernel';
import type { Reader } from '@fc/tenancy';
import type { ContactChannel } from './contact.entities.ts';

/** PROHIBITED: some moment of it is forbidden. PERMITTED: none is, and permissions cover all of it. UNSAID: neither. */
export type Verdict = 'PROHIBITED' | 'PERMITTED' | 'UNSAID';

export type Pair = readonly [Id<'Person'>, Id<'Person'>];

interface RuleRow {
  readonly kind: 'PERMISSION' | 'PROHIBITION';
  readonly starts_at: string;
  readonly ends_at: string | null;
  readonly hours: readonly WeeklyHours[] | null;
}

/**
 * What the rules in `contact_rule` say of these two (the smaller id first), on that channel, throughout that time. A prohibition
 * always wins, whatever the sources: identity keeps the rules with their sources, and a service that plans keeps them without.
 */
export async function verdict(reader: Reader, pair: Pair, channel: ContactChannel, span: Span): Promise<Verdict> {
  return (await verdicts(reader, pair, channel, span))(span);
}

/** `verdict` for any time within that span, whose rules are read once. */
export async function verdicts(reader: Reader, pair: Pair, channel: ContactChannel, within: Span): Promise<(span: Span) => Verdict> {
  const rows = await reader.sql<RuleRow>(
    `select kind, starts_at, ends_at, hours from contact_rule
      where first_person_id = ? and second_person_id = ? and ? = any (channels) and starts_at < ?::timestamptz and (ends_at is null or ends_at > ?::timestamptz)`,
    [...pair, channel, within.closes.toString(), within.opens.toString()],
  );
  const rules = rows.map((row) => ({ kind: row.kind, time: timeOf(row) }));
  const zone = reader.context.county.timeZone;
  return (span) => {
    const partsOf = (kind: RuleRow['kind']): Span[] => rules.filter((rule) => rule.kind === kind).flatMap(({ time }) => partsHeld(time, span, zone));
    if (partsOf('PROHIBITION').length > 0) return 'PROHIBITED';
    return coverWhole(partsOf('PERMISSION'), span) ? 'PERMITTED' : 'UNSAID';
  };
}

/** Whom that person was forbidden contact with on that channel, and when: whatever the rules forbid them is read at once, however many others and times are asked about. */
export async function prohibitedWith(reader: Reader, person: string | null, channel: ContactChannel): Promise<(other: Id<'Person'>, at: Temporal.Instant) => boolean> {
  const rows = await reader.sql<RuleRow & { readonly other: Id<'Person'> }>(
    `select kind, starts_at, ends_at, hours, case when first_person_id = ? then second_person_id else first_person_id end as other from contact_rule
      where kind = 'PROHIBITION' and ? = any (channels) and (first_person_id = ? or second_person_id = ?)`,
    [person, channel, person, person],
  );
  const rules = rows.map((row) => ({ other: row.other, time: timeOf(row) }));
  const zone = reader.context.county.timeZone;
  return (other, at) => rules.some((rule) => rule.other === other && partsHeld(rule.time, momentOf(at), zone).length > 0);
}

/** An instant as the ledger is asked about it. A microsecond is the shortest that PostgreSQL knows. */
export const momentOf = (at: Temporal.Instant): Span => ({ opens: at, closes: at.add({ microseconds: 1 }) });

const timeOf = ({ starts_at, ends_at, hours }: RuleRow) => ({ from: instantOf(starts_at), to: ends_at === null ? null : instantOf(ends_at), hours: hours ?? [] });
const instantOf = (text: string): Temporal.Instant => Temporal.Instant.from(text.replace(' ', 'T'));
