import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import type { CountySlug } from '@fc/domain-kernel';
import type { County } from '@fc/tenancy/registry';
import type { PlatformParts } from './test-world.ts';

/** Where the platform is that a whole test run shares, and what a test has to know of it. */
export interface SharedPlatform {
  readonly platform: PlatformParts;
  readonly gatewayUrl: string;
  readonly subgraphUrls: Readonly<Record<string, string>>;
  /** The gateway's own key. */
  readonly signingKeyPem: string;
  /** Where tests ask the platform's operator. */
  readonly operatorUrl: string;
}

/** What a test asks the shared platform's operator to do. */
export interface SharedOperator {
  provision(name: string): Promise<County>;
  /** The county is needed no more. */
  release(slug: CountySlug): Promise<void>;
  ensurePartnerClient(county: CountySlug, client: string): Promise<string>;
}

/** Lets tests in other processes ask this operator; answers where. */
export function serveOperator(operator: SharedOperator): Promise<string> {
  const server = createServer((request, response) => {
    response.setHeader('connection', 'close'); // a test may be silent for longer than a connection is kept
    const answer = async (): Promise<string> => {
      // Both ends are `SharedOperator`: what arrives is what `operatorAt` below has sent.
      const { task, parameters } = (await json(request)) as { task: keyof SharedOperator; parameters: [never, never] };
      return JSON.stringify((await operator[task](...parameters)) ?? null);
    };
    answer().then(
      (text) => response.end(text),
      (error: unknown) => response.writeHead(500).end(String(error instanceof Error ? error.stack : error)),
    );
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as { port: number }).port}`)));
}

/** The operator of a shared platform in another process. */
export function operatorAt(url: string): SharedOperator {
  const ask = async <Answer>(task: keyof SharedOperator, ...parameters: string[]): Promise<Answer> => {
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify({ task, parameters }) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`The shared platform's operator could not ${task} ${parameters.join(' ')}: ${text}`);
    return JSON.parse(text) as Answer; // what the operator in the other process has answered, of the same interface
  };
  return {
    provision: (name) => ask('provision', name),
    release: (slug) => ask('release', slug),
    ensurePartnerClient: (county, client) => ask('ensurePartnerClient', county, client),
  };
}
