import { DomainError, parseId, Temporal } from '@fc/domain-kernel';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** A value that the scalar does not take, with a code of its own and a sentence for people. */
const refuse = (code: string, message: string): never => {
  throw new GraphQLError(message, { extensions: { code } });
};

function textScalar<Inner>(name: string, description: string, parse: (text: string) => Inner, code: string, message: string): GraphQLScalarType<Inner, string> {
  const read = (value: unknown): Inner => {
    if (typeof value !== 'string') return refuse(code, message);
    try {
      return parse(value);
    } catch (error) {
      return error instanceof DomainError ? refuse(error.code, error.message) : refuse(code, message);
    }
  };
  return new GraphQLScalarType<Inner, string>({
    name,
    description,
    serialize: String,
    parseValue: read,
    parseLiteral: (node) => (node.kind === Kind.STRING ? read(node.value) : refuse(code, message)),
  });
}

export const UUID = textScalar('UUID', 'The id of a thing: a UUID, version 7.', parseId<string>, 'INVALID_ID', 'This is not an id of this system.');

/** A key may be any UUID: clients make them. */
export const IdempotencyKey = textScalar(
  'IdempotencyKey',
  'A UUID that the client makes anew for each thing that it wants done. Sending the same input with the same key again does nothing more and answers the same.',
  (text) => {
    if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)) throw new TypeError();
    return text.toLowerCase();
  },
  'INVALID_IDEMPOTENCY_KEY',
  'An idempotency key is a UUID.',
);

/** Those of the years 1 to 9999: others the database does not keep. */
function withYear<Value>(value: Value, year: number): Value {
  if (year < 1 || year > 9999) throw new RangeError();
  return value;
}

const parseInstant = (text: string): Temporal.Instant => {
  const instant = Temporal.Instant.from(text);
  return withYear(instant, instant.toZonedDateTimeISO('UTC').year);
};

const parseDate = (text: string): Temporal.PlainDate => {
  const day = Temporal.PlainDate.from(text);
  return withYear(day, day.year);
};

export const Instant = textScalar('Instant', 'A point in time: RFC 3339, in UTC.', parseInstant, 'INVALID_INSTANT', 'Write a point in time like 2026-03-01T17:30:00Z.');

export const LocalDate = textScalar('LocalDate', "A calendar day, as it is in the county's time zone: YYYY-MM-DD.", parseDate, 'INVALID_DATE', 'Write a day like 2026-03-01.');

/** All of them, by name. */
export const scalars = { UUID, IdempotencyKey, Instant, LocalDate };
