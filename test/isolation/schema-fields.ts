import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isScalarType,
  Kind,
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type ObjectTypeDefinitionNode,
} from 'graphql';

const gateway = join(import.meta.dirname, '../../gateway');

/** The public schema, as clients have it. */
const api = buildSchema(readFileSync(join(gateway, 'api.graphql'), 'utf8'));

/** A query or a mutation, and the service that answers it. */
export interface RootField {
  readonly name: string;
  readonly service: string;
  readonly field: GraphQLField<unknown, unknown>;
}

const supergraph = buildSchema(readFileSync(join(gateway, 'supergraph.graphql'), 'utf8'), { assumeValidSDL: true });

type Root = 'Query' | 'Mutation';
const fieldsOf = (schema: GraphQLSchema, root: Root): GraphQLField<unknown, unknown>[] => Object.values((root === 'Query' ? schema.getQueryType() : schema.getMutationType())?.getFields() ?? {});

/** The graph that a join directive names. */
const graphIn = (node: { readonly directives?: readonly ConstDirectiveNode[] } | null | undefined, directive: string): string | undefined => {
  const named = node?.directives?.find(({ name }) => name.value === directive)?.arguments?.find(({ name }) => name.value === 'graph')?.value;
  return named?.kind === Kind.ENUM ? named.value.toLowerCase().replaceAll('_', '-') : undefined;
};

/** The service that answers a root field, as the supergraph says: on the field, or on the type while one service alone has such fields. */
function ownerOf(root: Root, name: string): string {
  const field = fieldsOf(supergraph, root).find((known) => known.name === name);
  return graphIn(field?.astNode, 'join__field') ?? graphIn(supergraph.getType(root)?.astNode as ObjectTypeDefinitionNode, 'join__type') ?? 'unknown';
}

/** All queries, or all mutations, that take the id of a thing somewhere in their arguments. */
export const rootFieldsWithIds = (root: Root): RootField[] =>
  fieldsOf(api, root)
    .filter(({ args }) => args.some(({ type }) => takesId(type)))
    .map((field) => ({ name: field.name, service: ownerOf(root, field.name), field }));

function takesId(type: GraphQLInputType, seen = new Set<GraphQLNamedType>()): boolean {
  const named = getNamedType(type);
  if (isScalarType(named)) return named.name === 'UUID';
  if (!isInputObjectType(named) || seen.has(named)) return false;
  seen.add(named);
  return Object.values(named.getFields()).some((field) => takesId(field.type, seen));
}

/** A document that calls one root field with variables named as its arguments, and asks for the values of what it answers. */
export function documentFor(kind: 'query' | 'mutation', { name, field }: RootField): string {
  const declared = field.args.map((argument) => `$${argument.name}: ${argument.type}`).join(', ');
  const passed = field.args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  return `${kind} (${declared}) { ${name}(${passed}) ${selectionOf(field.type)} }`;
}

/** Every field of an object that is a value by itself. */
function selectionOf(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const values = Object.values(named.getFields()).filter((field) => isLeafType(getNamedType(field.type)) && field.args.every((argument) => !isRequiredArgument(argument)));
  return `{ __typename ${values.map((field) => field.name).join(' ')} }`;
}
