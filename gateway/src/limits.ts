import { ApolloArmor } from '@escape.tech/graphql-armor';
import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql';

/** What a client may ask for in one request. A page of the county's whole picture stays below half of each. */
const atMost = { tokens: 2_000, depth: 12, aliases: 30, directives: 20, cost: 10_000 };

/** The largest body that is read, in bytes. */
export const bodyLimit = 256 * 1024;

/** A longer query is given up while it is parsed. graphql-armor's own token limit answers with 500, and with the text of any other failure. */
export const parseOptions = { maxTokens: atMost.tokens };

/** The limit itself is not told. */
export const queryTooLarge = { message: 'This query asks for more than is answered at once.', code: 'QUERY_TOO_LARGE' };

/** Neither the parser nor Apollo leaves such an error anything but its words to be known by. */
export const isQueryTooLarge = (message: string): boolean => message === queryTooLarge.message || /document contains more tha[nt] \d+ tokens/i.test(message);

/** The rules that refuse a query for its depth, its aliases, its directives or its cost. */
export function limits(): ValidationRule[] {
  const limit = <Options extends object>(options: Options) => ({ ...options, onReject: [refuse], propagateOnRejection: false });
  return new ApolloArmor({
    maxDepth: limit({ n: atMost.depth, flattenFragments: true }),
    maxAliases: limit({ n: atMost.aliases, allowList: [] }),
    maxDirectives: limit({ n: atMost.directives }),
    costLimit: limit({ maxCost: atMost.cost, flattenFragments: true }),
    maxTokens: { enabled: false },
    blockFieldSuggestion: { enabled: false },
  }).protect().validationRules;
}

function refuse(context: ValidationContext | null): void {
  context?.reportError(new GraphQLError(queryTooLarge.message));
}
