import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';

/** What an endpoint answers. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  /** Where the thing that was made is found. */
  readonly location?: string;
}

/** Ends a request with a refusal in Keycloak's form. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly answer: Answer;

  constructor(status: number, body: { error: string; error_description?: string } | { errorMessage: string }) {
    super(`Refused with ${status}`);
    this.answer = { status, body };
  }
}

export function send(response: ServerResponse, { status, body, location }: Answer): void {
  response.writeHead(status, { 'cache-control': 'no-store', ...(location && { location }), ...(body !== undefined && { 'content-type': 'application/json' }) });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

const largestBody = 1_048_576;

/** The request's JSON body in this shape; fields that the shape does not know are left out. Refuses anything else with 400. */
export async function readBody<Shape extends z.ZodType>(request: IncomingMessage, shape: Shape): Promise<z.infer<Shape>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) throw new Refusal(413, { error: 'The request is too large' });
    chunks.push(chunk);
  }
  const parsed = shape.safeParse(parseJson(Buffer.concat(chunks).toString('utf8')));
  if (!parsed.success) throw new Refusal(400, { error: 'Cannot parse the JSON', error_description: parsed.error.message });
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
