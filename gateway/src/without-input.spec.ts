import { describe, expect, it } from '@jest/globals';
import { buildSchema, graphqlSync, GraphQLError, type GraphQLScalarType } from 'graphql';
import { withoutInput } from './without-input.ts';

const secret = '+12065550123';
const schema = buildSchema(`
  scalar Instant enum Kind { CALL TEXT }
  input Told { name: String!, at: Instant, kind: Kind, times: Int, more: [Told!] }
  type Query { tell(told: Told!, kind: Kind, times: Int): String }`);
const instant = schema.getType('Instant') as GraphQLScalarType;
instant.parseValue = () => {
  throw new GraphQLError('Write a point in time like 2026-03-01T17:30:00Z.', { extensions: { code: 'INVALID_INSTANT' } });
};

const tell = (told: unknown): string[] =>
  (graphqlSync({ schema, source: 'query ($told: Told!) { tell(told: $told) }', variableValues: { told } }).errors ?? []).map(({ message, extensions }) => withoutInput(message, extensions['code'] ?? 'BAD_USER_INPUT'));
const ask = (source: string, code = 'GRAPHQL_VALIDATION_FAILED'): string[] => (graphqlSync({ schema, source }).errors ?? []).map(({ message }) => withoutInput(message, code));

describe('an error about wrong input', () => {
  it.each<[string, unknown, string[]]>([
    ['a field that is missing', { times: 1 }, ['In "told": Field "name" of required type "String!" was not provided.']],
    ['a field that is none', { name: secret, nam: secret }, ['In "told": Field "nam" is not defined by type "Told".']],
    ['a field that cannot be one', { name: 'Noor', [secret]: 1 }, ['In "told": This value cannot be used.']],
    ['a value of another type', { name: { of: secret } }, ['In "told.name": This is no value of "String".']],
    ['a number that is none', { name: 'Noor', times: secret }, ['In "told.times": This is no value of "Int".']],
    ['a word that is none of the list', { name: 'Noor', kind: `${secret} at "a.b"; and so on` }, ['In "a.b": This value cannot be used.']],
    ['something deep inside', { name: 'Noor', more: [{ name: 'Ayan', kind: 'TEXTS' }] }, ['In "told.more[0].kind": This is no value of "Kind".']],
    ['no object', secret, ['In "told": Expected type "Told" to be an object.']],
    ['what one of our scalars refuses', { name: 'Noor', at: secret }, ['In "told.at": Write a point in time like 2026-03-01T17:30:00Z.']],
  ])('says where it is and not what was given: %s', (_, told, words) => {
    expect(tell(told)).toEqual(words);
  });

  it.each([
    [`{ tell(told: { name: "Noor", times: "${secret}" }) }`, ['This is no value of "Int".']],
    [`{ tell(told: "${secret}") }`, ['This is no value of "Told!".']],
    [`{ tell(told: { name: "Noor" }, kind: "${secret}") }`, ['This is no value of "Kind".']],
    ['{ tell(told: { name: "Noor" }, kind: TEXTS) }', ['This is no value of "Kind".']],
    ['{ tell(told: { name: "Noor" }, kinds: TEXT) }', ['Unknown argument "kinds" on field "Query.tell".']],
    ['{ tel }', ['Cannot query field "tel" on type "Query".']],
  ])('repeats nothing that stands in the query itself, and guesses nothing: %s', (source, words) => {
    expect(ask(source)).toEqual(words);
  });

  it('says nothing of a query that cannot be read but where', () => {
    expect(ask(`{ tell(told: { name: "Noor" "${secret}" }) }`, 'GRAPHQL_PARSE_FAILED')).toEqual(['Syntax Error: this query cannot be read from there on.']);
  });

  it('leaves our own sentences alone', () => {
    expect(withoutInput('This person has no room at present. Did you mean another one?', 'MATCHING.MENTOR_FULL')).toBe('This person has no room at present. Did you mean another one?');
  });
});
