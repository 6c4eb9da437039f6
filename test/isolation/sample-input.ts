import { randomUUID } from 'node:crypto';
import { getNamedType, isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLInputType } from 'graphql';
import type { RootField } from './schema-fields.ts';

/** Two ids to put into a field of that name, `parentId` or `childIds`; the name of an argument `id` is that of the type it answers. */
export type IdsFor = (fieldName: string, service: string) => readonly [string, string];

/** Arguments that the schema accepts, every optional one too, with ids of one's own choice. */
export const sampleArguments = ({ field, service }: RootField, idsFor: IdsFor): Record<string, unknown> =>
  Object.fromEntries(field.args.map(({ name, type }) => [name, sampleOf(name === 'id' ? `${getNamedType(field.type).name}Id` : name, type, (fieldName) => idsFor(fieldName, service))]));

const scalars: Record<string, () => unknown> = {
  String: () => 'Example',
  Boolean: () => true,
  Int: () => 1,
  Float: () => 1,
  IdempotencyKey: () => randomUUID(),
  Instant: () => new Date(Date.now() - 3_600_000).toISOString(),
  LocalDate: () => '2020-02-29',
};

function sampleOf(name: string, type: GraphQLInputType, idsFor: (fieldName: string) => readonly [string, string], at = 0): unknown {
  if (name === 'after') return undefined; // a cursor is had from an earlier page
  if (isNonNullType(type)) return sampleOf(name, type.ofType as GraphQLInputType, idsFor, at);
  if (isListType(type)) {
    const one = (at: number): unknown => sampleOf(name, type.ofType as GraphQLInputType, idsFor, at);
    return getNamedType(type).name === 'UUID' ? [one(0), one(1)] : [one(0)];
  }
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) return Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, sampleOf(field.name, field.type, idsFor)]));
  if (type.name === 'UUID') return idsFor(name)[at];
  const scalar = scalars[type.name];
  if (!scalar) throw new Error(`Say in ${import.meta.filename} what a sample of the scalar ${type.name} is.`);
  return scalar();
}
