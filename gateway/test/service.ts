import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { RequestVerifier, SIGNATURE_HEADER } from '@fc/auth';
import { graphql, parse, type GraphQLSchema } from 'graphql';

type SubgraphModule = Parameters<typeof buildSubgraphSchema>[0] extends infer Modules ? Extract<Modules, { typeDefs: unknown }> : never;

export interface ReceivedRequest {
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** A small federated service on a real port, which believes a request only by its signature, and remembers what it received. */
export class Service {
  readonly name: string;
  readonly sdl: string;
  readonly received: ReceivedRequest[] = [];
  /** Answers instead of the service, when set. */
  instead: ((response: ServerResponse) => void) | undefined;
  readonly #schema: GraphQLSchema;
  readonly #verifier: RequestVerifier;
  #server: Server | undefined;
  #port = 0;

  constructor(name: string, { sdl, resolvers, gatewayKey }: { sdl: string; resolvers: NonNullable<SubgraphModule['resolvers']>; gatewayKey: string }) {
    this.name = name;
    this.sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n${sdl}`;
    this.#schema = buildSubgraphSchema({ typeDefs: parse(this.sdl), resolvers });
    this.#verifier = new RequestVerifier({ audience: name, publicKeys: { gateway: gatewayKey } });
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/graphql`;
  }

  get last(): ReceivedRequest {
    return this.received.at(-1)!;
  }

  /** Listens, on the same port as before where there was one. */
  async open(): Promise<void> {
    this.#server = createServer((request, response) => void this.#answer(request, response)).listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((closed) => this.#server?.close(closed));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    this.received.push({ headers: request.headers, body });
    if (this.instead) return this.instead(response);
    try {
      await this.#verifier.verify(request.headers[SIGNATURE_HEADER] as string, { body, token: request.headers.authorization!.slice('Bearer '.length) });
    } catch (error) {
      return void json(response, 401, { errors: [{ message: String(error), extensions: { code: 'UNSIGNED_REQUEST' } }] });
    }
    const { query, variables, operationName } = JSON.parse(body.toString()) as { query: string; variables?: Record<string, unknown>; operationName?: string };
    json(response, 200, await graphql({ schema: this.#schema, source: query, ...(variables && { variableValues: variables }), ...(operationName && { operationName }) }));
  }
}

export const json = (response: ServerResponse, status: number, body: unknown): void => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
