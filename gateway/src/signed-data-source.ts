import { SIGNATURE_HEADER, type RequestSigner } from '@fc/auth';
import type { Logger } from '@fc/runtime';
import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { GraphQLFormattedError } from 'graphql';
import type { Caller } from './caller.ts';

export interface SignedDataSourceOptions {
  /** The service's name, for which each request is signed. */
  readonly service: string;
  readonly url: string;
  readonly signer: RequestSigner;
  /** From the first byte sent to the last one received, in milliseconds. */
  readonly timeoutMs: number;
  readonly logger: Logger;
}

type Answer = Awaited<ReturnType<GraphQLDataSource['process']>>;

const tooSlow = { message: 'This part took too long to answer; the rest of the answer is complete.', code: 'SUBGRAPH_TIMEOUT' };
const unavailable = { message: 'This part is not available at the moment; the rest of the answer is complete.', code: 'SUBGRAPH_UNAVAILABLE' };

/**
 * Asks one service on the caller's behalf: with the caller's token if there is one, the correlation id, and a signature over exactly the
 * bytes that are sent. It never throws: what a service leaves unanswered becomes an error beside the rest of the data.
 */
export class SignedDataSource implements GraphQLDataSource {
  readonly #options: SignedDataSourceOptions;

  constructor(options: SignedDataSourceOptions) {
    this.#options = options;
  }

  process({ request, context }: GraphQLDataSourceProcessOptions): Promise<Answer> {
    const { query = '', operationName, variables } = request;
    return this.ask({ query, operationName, variables }, context as Caller); // the gateway asks a service for nothing but what a caller asked for
  }

  async ask(request: { query: string; operationName?: string | undefined; variables?: Record<string, unknown> | undefined }, caller: Caller): Promise<Answer> {
    const { service, timeoutMs, logger } = this.#options;
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      return answerIn(await this.#send(JSON.stringify(request), caller, timeout));
    } catch (error) {
      const { message, code } = timeout.aborted ? tooSlow : unavailable;
      logger.warn({ service, code, correlationId: caller.correlationId, reason: reasonOf(error) }, 'a service did not answer');
      return asAnswer({ errors: [{ message, extensions: { code } }] });
    }
  }

  /** Asks the service outside the graph, in nobody's name: `path` is `/links`. Throws when it does not answer, and when it refuses. */
  async post(path: string, body: object): Promise<unknown> {
    const { service, url, signer, timeoutMs } = this.#options;
    const text = JSON.stringify(body);
    const headers = { 'content-type': 'application/json', [SIGNATURE_HEADER]: await signer.sign({ audience: service, body: text }) };
    const response = await fetch(new URL(path, url), { method: 'POST', headers, body: text, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok) throw new Error(`${service} answered ${response.status}.`);
    return response.json();
  }

  async #send(body: string, { token, correlationId }: Caller, signal: AbortSignal): Promise<unknown> {
    const { service, url, signer } = this.#options;
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        'x-correlation-id': correlationId,
        [SIGNATURE_HEADER]: await signer.sign({ audience: service, body, ...(token !== undefined && { token }) }),
      },
      body,
      redirect: 'error', // the token goes to the service and to nobody else
      signal,
    });
    return response.json();
  }
}

interface GraphQLBody {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/**
 * The data and the errors of a GraphQL answer, whatever its HTTP status. Of an error's extensions the code alone goes on:
 * Apollo would let a service's `extensions.http` set the status and the headers of the gateway's own answer.
 */
function answerIn(body: unknown): Answer {
  const { data, errors } = (body ?? {}) as GraphQLBody;
  if (data === undefined && !errors?.length) throw new Error('The answer is none of GraphQL.');
  return asAnswer({
    ...(data !== undefined && { data }),
    ...(errors?.length && { errors: errors.map(({ message, path, extensions }) => ({ message, ...(path && { path }), extensions: { code: extensions?.['code'] } })) }),
  });
}

/** Apollo's type asks for errors as instances of a class, and its executor reads no more of them than what JSON carries. */
const asAnswer = (body: GraphQLBody): Answer => body as Answer;

const reasonOf = (error: unknown): string => (error instanceof Error && error.cause ? `${String(error)} (${String(error.cause)})` : String(error));
