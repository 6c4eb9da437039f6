import { randomUUID } from 'node:crypto';
import { isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLInputType } from 'graphql';
import type { RootField } from './schema-fields.ts';

/** The id to put into a field of that name: `parentId`, `childIds`. */
export type IdFor = (fieldName: string) => string;

/** Arguments that the schema accepts, every optional one too, with ids of one's own choice. */
export const sampleArguments = ({ field }: RootField, idFor: IdFor): Record<string, unknown> =>
  Object.fromEntries(field.args.map(({ name, type }) => [name, sampleOf(name, type, idFor)]));

const scalars: Record<string, () => unknown> = {
  String: () => 'Example',
  Boolean: () => true,
  Int: () => 1,
  Float: () => 1,
  IdempotencyKey: () => randomUUID(),
  Instant: () => new Date(Date.now() - 3_600_000).toISOString(),
  LocalDate: () => '2020-02-29',
};

function sampleOf(name: string, type: GraphQLInputType, idFor: IdFor): unknown {
  if (isNonNullType(type)) return sampleOf(name, type.ofType as GraphQLInputType, idFor);
  if (isListType(type)) return [sampleOf(name, type.ofType as GraphQLInputType, idFor)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) return Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, sampleOf(field.name, field.type, idFor)]));
  if (type.name === 'UUID') return idFor(name);
  const scalar = scalars[type.name];
  if (!scalar) throw new Error(`Say in ${import.meta.filename} what a sample of the scalar ${type.name} is.`);
  return scalar();
}
