export interface GraphQLAnswer<Data> {
  readonly status: number;
  readonly data: Data | null;
  readonly errors: readonly { readonly message: string; readonly path?: readonly (string | number)[]; readonly extensions?: { readonly code?: string } }[];
}

/** Sends one operation and answers everything that came back. */
export async function ask<Data>(url: string, headers: Record<string, string>, query: string, variables: object = {}): Promise<GraphQLAnswer<Data>> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query, variables }) });
  const { data = null, errors = [] } = (await response.json()) as Partial<GraphQLAnswer<Data>>;
  return { status: response.status, data, errors };
}

/** A refusal that a test did not expect, or expected: with its code. */
export class Refused extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

/** The answer's data; throws `Refused` with the first error's code. */
export function dataOf<Data>(answer: GraphQLAnswer<Data>): Data {
  const [error] = answer.errors;
  if (error) throw new Refused(error.extensions?.code ?? 'NO_CODE', error.message);
  if (!answer.data) throw new Refused('NO_DATA', `status ${answer.status}`);
  return answer.data;
}
