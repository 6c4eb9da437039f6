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
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

const gateway = join(import.meta.dirname, '../../gateway');

/** The public schema, as clients have it. */
const api = buildSchema(readFileSync(join(gateway, 'api.graphql'), 'utf8'));
/** The same with what each service answers of it. */
const supergraph = buildSchema(readFileSync(join(gateway, 'supergraph.graphql'), 'utf8'), { assumeValidSDL: true });

type AnyField = GraphQLField<unknown, unknown>;
/** Which fields a document asks for. */
export type Include = (type: GraphQLObjectType, field: AnyField) => boolean;
const everything: Include = () => true;
type Root = 'Query' | 'Mutation';

/** A query or a mutation, and the service that answers it. */
export interface RootField {
  readonly root: Root;
  readonly name: string;
  readonly service: string;
  readonly field: AnyField;
  /** Whether it takes the id of a thing somewhere in its arguments. */
  readonly takesId: boolean;
}

/** A thing that one service tells something about when another one names it by its id. */
export interface Reference {
  readonly typename: string;
  readonly service: string;
  /** Asks for everything that the service tells about it. */
  readonly document: string;
}

const rootFieldsOf = (schema: GraphQLSchema, root: Root): AnyField[] => Object.values((root === 'Query' ? schema.getQueryType() : schema.getMutationType())?.getFields() ?? {});

type Annotated = { readonly directives?: readonly ConstDirectiveNode[] } | null | undefined;
const argumentsOf = (node: Annotated, directive: string): Record<string, unknown>[] =>
  (node?.directives ?? [])
    .filter(({ name }) => name.value === directive)
    .map((found) => Object.fromEntries((found.arguments ?? []).map(({ name, value }) => [name.value, 'value' in value ? value.value : undefined])));
const serviceOf = (graph: unknown): string => String(graph).toLowerCase().replaceAll('_', '-');

/** Whether the service answers that field of that type: a field without a mark is answered by all that have the type. */
function answers(service: string, { astNode: type }: GraphQLObjectType, { astNode: field }: AnyField): boolean {
  const marks = argumentsOf(field, 'join__field');
  if (marks.length > 0) return marks.some((mark) => (mark['graph'] === undefined || serviceOf(mark['graph']) === service) && mark['external'] !== true);
  return argumentsOf(type, 'join__type').some((mark) => serviceOf(mark['graph']) === service);
}

/** What that service answers itself, without the others. */
export const answeredBy =
  (service: string): Include =>
  ({ name }, { name: fieldName }) => {
    const type = supergraph.getType(name);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    return isObjectType(type) && field !== undefined && answers(service, type, field);
  };

/** Every query, or every mutation. */
export const rootFields = (root: Root): RootField[] =>
  rootFieldsOf(api, root).map((field) => {
    const type = supergraph.getType(root) as GraphQLObjectType;
    const [mark] = argumentsOf(type.getFields()[field.name]?.astNode, 'join__field');
    const graph = mark?.['graph'] ?? argumentsOf(type.astNode, 'join__type')[0]?.['graph'];
    return { root, name: field.name, service: serviceOf(graph), field, takesId: field.args.some((argument) => takesId(argument.type)) };
  });

function takesId(type: GraphQLInputType, seen = new Set<GraphQLNamedType>()): boolean {
  const named = getNamedType(type);
  if (isScalarType(named)) return named.name === 'UUID';
  if (!isInputObjectType(named) || seen.has(named)) return false;
  seen.add(named);
  return Object.values(named.getFields()).some((field) => takesId(field.type, seen));
}

/** A document that calls one root field with variables named as its arguments, and asks for the values of what it answers and of what belongs to that, or for those of them that `include` wants. */
export function documentFor({ root, name, field }: RootField, depth = 2, include = everything): string {
  const declared = field.args.map((argument) => `$${argument.name}: ${argument.type}`).join(', ');
  const passed = field.args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  return `${root.toLowerCase()} ${declared && `(${declared})`} { ${name}${passed && `(${passed})`} ${selectionOf(field.type, depth, include)} }`;
}

/** Everything that every service tells about a thing that another service names by its id, or what of it `include` wants; but for that id, which only comes back. */
export const references = (include: Include = everything): Reference[] =>
  Object.values(supergraph.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type)) return [];
    const known = argumentsOf(type.astNode, 'join__type').filter((mark) => mark['key'] !== undefined);
    if (known.length < 2) return [];
    return known
      .filter((mark) => mark['resolvable'] !== false)
      .map(({ graph }) => {
        const service = serviceOf(graph);
        const selection = selectionOf(type, 1, (of, field) => include(of, field) && answers(service, of, field) && !(of === type && field.name === 'id'));
        return { typename: type.name, service, document: `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type.name} ${selection} } }` };
      });
  });

/** Every field that needs no argument; objects down to a depth, so that a page shows its nodes and a node what belongs to it. */
function selectionOf(type: GraphQLOutputType, depth: number, include: Include): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return isLeafType(named) ? '' : '{ __typename }';
  const fields = Object.values(named.getFields()).filter((field) => include(named, field) && field.args.every((argument) => !isRequiredArgument(argument)));
  const shown = fields.flatMap((field) => {
    if (isLeafType(getNamedType(field.type))) return field.name;
    return depth > 0 ? `${field.name} ${selectionOf(field.type, depth - 1, include)}` : [];
  });
  return `{ __typename ${shown.join(' ')} }`;
}

/** Documents about one family connection, by what they ask for as `Type.field`: each field that `covered` leads to and does not hold. */
export function fieldsBeside(covered: ReadonlySet<string>): [string, string][] {
  const beside: [string, string][] = [];
  const seen = new Set<string>();
  const walk = (type: GraphQLObjectType, wrap: (selection: string) => string): void => {
    if (seen.has(type.name)) return;
    seen.add(type.name);
    for (const field of Object.values(type.getFields()).filter(({ args }) => !args.some(isRequiredArgument))) {
      const [named, coordinate] = [getNamedType(field.type), `${type.name}.${field.name}`];
      if (!covered.has(coordinate)) beside.push([coordinate, wrap(isLeafType(named) ? field.name : `${field.name} { __typename }`)]);
      else if (isObjectType(named)) walk(named, (selection) => wrap(`${field.name} { ${selection} }`));
    }
  };
  walk(api.getType('FamilyConnection') as GraphQLObjectType, (selection) => `query ($id: UUID!) { familyConnection(id: $id) { ${selection} } }`);
  return beside;
}

/** Every kind of record that the public schema knows: the object types with an id of their own. */
export const recordKinds = (): string[] =>
  Object.values(api.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__') && 'id' in type.getFields())
    .map(({ name }) => name)
    .sort();
