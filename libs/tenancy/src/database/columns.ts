import { Temporal, type Id } from '@fc/domain-kernel';
import { p, Type } from '@mikro-orm/postgresql';
import type { Sealed } from '../protection/person-key.ts';

/** timestamptz <-> Temporal.Instant */
export class InstantColumn extends Type<Temporal.Instant | null, string | null> {
  override convertToDatabaseValue(value: Temporal.Instant | string | null): string | null {
    return value === null ? null : value.toString();
  }
  override convertToJSValue(value: string | null): Temporal.Instant | null {
    return value === null ? null : Temporal.Instant.from(value.replace(' ', 'T'));
  }
  override getColumnType(): string {
    return 'timestamptz';
  }
  override compareAsType(): string {
    return 'string';
  }
}

/** date <-> Temporal.PlainDate */
export class DateColumn extends Type<Temporal.PlainDate | null, string | null> {
  override convertToDatabaseValue(value: Temporal.PlainDate | string | null): string | null {
    return value === null ? null : value.toString();
  }
  override convertToJSValue(value: string | null): Temporal.PlainDate | null {
    return value === null ? null : Temporal.PlainDate.from(value);
  }
  override getColumnType(): string {
    return 'date';
  }
  override compareAsType(): string {
    return 'string';
  }
}

/** The kinds of column that the platform's tables are made of. */
export const column = {
  /** The row's own id. */
  id: <Kind extends string>() => p.uuid().$type<Id<Kind>>().primary(),
  /** Another thing's id, in this service or in another. */
  ref: <Kind extends string>() => p.uuid().$type<Id<Kind>>(),
  text: () => p.text(),
  /** Text that only the key of the person whom it is about opens: see `Protection`. */
  sealed: () => p.text().$type<Sealed>(),
  texts: () => p.array<string>(),
  boolean: () => p.boolean(),
  integer: () => p.integer(),
  double: () => p.double(),
  oneOf: <const Values extends readonly string[]>(values: Values) => p.enum(values),
  /** A point in time, UTC. */
  instant: () => p.type(InstantColumn).$type<Temporal.Instant>(),
  /** A calendar day. */
  date: () => p.type(DateColumn).$type<Temporal.PlainDate>(),
  json: <Value>() => p.json<Value>(),
  /** Counts the row's changes; a write over a row that somebody else changed meanwhile fails. */
  version: () => p.integer().version(),
};
