// Fails when one service that is down would take other services' answers with it: a required field that cannot be answered
// nulls everything around it.
import { isNonNullType, isObjectType, buildASTSchema, parse, valueFromASTUntyped, type DirectiveNode, type GraphQLObjectType } from 'graphql';
import { textOf } from './generated-files.ts';

const supergraph = 'gateway/supergraph.graphql';

/** Which service brings people, children and connections into being; the others add fields to them. */
const home = 'IDENTITY';

/** The fields that must be nullable and are not, as `Type.field`. */
export function requiredAcrossServices(supergraphSdl: string): string[] {
  const schema = buildASTSchema(parse(supergraphSdl), { assumeValid: true });
  const objects = Object.values(schema.getTypeMap()).filter(isObjectType);
  return objects.flatMap((type) => requiredFields(type).map((field) => `${type.name}.${field}`));
}

function requiredFields(type: GraphQLObjectType): string[] {
  const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
  if (type.name === 'Query') return fields.map((field) => field.name);
  const services = graphsOf(type.astNode?.directives, 'join__type');
  if (new Set(services).size < 2 || !hasKey(type)) return [];
  const owner = services.includes(home) ? home : services[0];
  return fields.filter((field) => graphsOf(field.astNode?.directives, 'join__field').some((service) => service !== owner)).map((field) => field.name);
}

const graphsOf = (directives: readonly DirectiveNode[] | undefined, name: string): string[] =>
  (directives ?? []).filter((directive) => directive.name.value === name).flatMap((directive) => argument(directive, 'graph') ?? []);

const hasKey = (type: GraphQLObjectType): boolean => (type.astNode?.directives ?? []).some((directive) => directive.name.value === 'join__type' && argument(directive, 'key') !== undefined);

const argument = (directive: DirectiveNode, name: string): string | undefined => {
  const given = directive.arguments?.find((each) => each.name.value === name);
  return given ? String(valueFromASTUntyped(given.value)) : undefined;
};

if (import.meta.main) {
  for (const field of requiredAcrossServices(textOf(supergraph) ?? '')) {
    console.error(`${field} is required: while its service is down, the rest of the answer would be lost too. Declare it nullable.`);
    process.exitCode = 1;
  }
}
