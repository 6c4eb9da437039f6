/** What GraphQL itself calls an error about a query or its variables. Every other code is one of ours, with a sentence that repeats nothing. */
const graphqlCodes = new Set<unknown>(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

const inVariable = /^Variable "\$(\w+)" got invalid value .*; (.*)$/s;
const inVariableAt = /^Variable "\$\w+" got invalid value .* at "([\w.[\]]+)"; (.*)$/s;

/** The reasons that GraphQL gives, each with what may be said of it. The name of a field is told, when it can be one. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/^(Field "[\w.]+" of required type "[\w![\]]+" was not provided\.)$/, '$1'],
  [/^(Field "[A-Za-z_]\w{0,60}" is not defined by type "\w+"\.)$/, '$1'],
  [/^(Expected type "[\w![\]]+" to be an object\.)$/, '$1'],
  [/^(Expected non-nullable type "[\w![\]]+" not to be null\.)$/, '$1'],
  [/^Value ".*" does not exist in "(\w+)" enum\.$/s, 'This is no value of "$1".'],
  [/^Enum "(\w+)" cannot represent non-(?:enum|string) value: .*$/s, 'This is no value of "$1".'],
  [/^(\w+) cannot represent (?:a )?non.* value: .*$/s, 'This is no value of "$1".'],
  [/^Expected value of type "([\w![\]]+)", found .*$/s, 'This is no value of "$1".'],
];

const unusable = 'This value cannot be used.';

/**
 * The words of an error about a query without what was given in it, and without guesses at what was meant: errors are logged,
 * copied and shown, and what was given may be anybody's phone number. Our own sentences stay as they are.
 */
export function withoutInput(message: string, code: unknown): string {
  const ours = !graphqlCodes.has(code);
  const [, place, reason] = inVariableAt.exec(message) ?? inVariable.exec(message) ?? [];
  if (place !== undefined && reason !== undefined) return `In "${place}": ${ours ? reason : (inWords(reason) ?? unusable)}`;
  if (ours) return message;
  if (code === 'GRAPHQL_PARSE_FAILED') return 'Syntax Error: this query cannot be read from there on.';
  const told = message.replace(/ Did you mean .*\?$/s, '');
  return inWords(told) ?? told;
}

function inWords(reason: string): string | undefined {
  const told = reason.replace(/ Did you mean .*\?$/s, '');
  const [pattern, words] = reasons.find(([known]) => known.test(told)) ?? [];
  return pattern && told.replace(pattern, words ?? unusable);
}
