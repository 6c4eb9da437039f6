import { Kind, OperationTypeNode, parse, type DocumentNode, type SelectionNode } from 'graphql';

/**
 * What anybody may ask without signing in: content that is the same for the whole world. The gateway and every service refuse a
 * request without a token that asks for anything else, so `@AllowPublic` on a query that is not here opens nothing.
 */
export const publicQueries: readonly string[] = ['glossary'];

/** What a request without a token may hold, in tokens of the query language. */
const most = 300;

/** Whether all that this document does is to ask such queries. False too for what cannot be read, and for what asks about the schema. */
export function asksOnlyForPublic(query: unknown): boolean {
  const document = typeof query === 'string' ? readable(query) : undefined;
  const operations = document?.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION) ?? [];
  const [operation] = operations;
  return operations.length === 1 && operation?.operation === OperationTypeNode.QUERY && operation.selectionSet.selections.every(isPublic);
}

/** A fragment at the root is no such query: nobody has to look into it. */
const isPublic = (selection: SelectionNode): boolean => selection.kind === Kind.FIELD && publicQueries.includes(selection.name.value);

function readable(query: string): DocumentNode | undefined {
  try {
    return parse(query, { maxTokens: most, noLocation: true });
  } catch {
    return undefined;
  }
}
