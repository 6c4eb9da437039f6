import type { Id, Temporal, WeeklyHours } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

export const contactChannels = ['IN_PERSON', 'CALL', 'VIDEO', 'MESSAGE', 'MEDIA'] as const;
export type ContactChannel = (typeof contactChannels)[number];

const pairSchema = defineEntity({
  name: 'ContactPair',
  tableName: 'contact_pair',
  properties: {
    /** The smaller of the two ids, so that a pair is one row however it is named. */
    first: column.ref<'Person'>().primary().fieldNames('first_person_id'),
    second: column.ref<'Person'>().primary().fieldNames('second_person_id'),
  },
});
/** Two people, as the row that planning and prohibiting lock against each other. */
export class ContactPair extends pairSchema.class {}
pairSchema.setClass(ContactPair);

const ruleSchema = defineEntity({
  name: 'ContactRule',
  tableName: 'contact_rule',
  properties: {
    id: column.id<'ContactRule'>(),
    first: column.ref<'Person'>().fieldNames('first_person_id').index(),
    second: column.ref<'Person'>().fieldNames('second_person_id').index(),
    kind: column.oneOf(['PERMISSION', 'PROHIBITION']),
    channels: column.texts(),
    from: column.instant().fieldNames('starts_at'),
    to: column.instant().fieldNames('ends_at').nullable(),
    /** Only at these hours of the week; null for all hours. */
    hours: column.json<WeeklyHours[]>().nullable(),
  },
});
export interface KnownRule {
  readonly id: string;
  readonly people: readonly Id<'Person'>[];
  readonly kind: 'PERMISSION' | 'PROHIBITION';
  readonly channels: readonly string[];
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant | null;
  readonly hours: readonly WeeklyHours[];
}

/** What the contact ledger says of two people: they may, or may not, have contact on these channels in this time. Why stays with identity. */
export class ContactRule extends ruleSchema.class {
  static of({ id, people, kind, channels, from, to, hours }: KnownRule): ContactRule {
    const [first, second] = pairOf(people);
    return make(ContactRule, { id: id as Id<'ContactRule'>, first, second, kind, channels: [...channels], from, to, hours: hours.length > 0 ? [...hours] : null });
  }
}
ruleSchema.setClass(ContactRule);

/** The two in their one order. */
export function pairOf(people: readonly Id<'Person'>[]): readonly [Id<'Person'>, Id<'Person'>] {
  const [one, other] = people;
  if (!one || !other || people.length !== 2) throw new RangeError('A pair is two people.');
  return one < other ? [one, other] : [other, one];
}

export const contactEntities = [pairSchema, ruleSchema];
