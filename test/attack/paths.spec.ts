import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity } from '@fc/identity';
import { World } from '@fc/testing/world';

let world: World;

beforeAll(async () => {
  world = await World.start({ counties: ['king'], subgraphs: [identity] });
}, 120_000);
afterAll(() => world?.stop());

const asking = JSON.stringify({ query: '{ _service { sdl } __typename }' });
interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Sends a request with its path letter by letter: `fetch` would tidy it up. */
const send = (base: string, path: string, { method = 'POST', type = 'application/json', body = asking, headers = {} }: { method?: string; type?: string; body?: string; headers?: Record<string, string> } = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    const sent = request({ hostname, port, path, method, timeout: 5_000, headers: { 'content-type': type, 'apollo-require-preflight': 'yes', ...headers } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk)).on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('timeout', () => sent.destroy(new Error('It was never answered.'))).on('error', reject);
    sent.end(method === 'GET' ? undefined : body);
  });

const paths = ['/', '/graphql', '/graphql/', '/GraphQL', '/GRAPHQL/', '/graphql//', '/graphql/x', '/graphql;x', '/%67raphql', '//graphql', '/./graphql', '/x/../graphql', '/graphql%2f', '/graphql%00', '/graphql?x=1', '/favicon.ico', '/.env', '/%'];
const doors = { gateway: () => world.gateway.url, identity: () => world.subgraphs.get('identity')!.url };

describe('a person who is signed in', () => {
  it('is answered what they ask the gateway, and finds nothing there of how services speak to each other', async () => {
    const { supervisor } = world.county('king');
    expect((await supervisor.ask('{ me { id } __typename }')).errors).toEqual([]);
    for (const query of ['{ _service { sdl } }', '{ _entities(representations: [{ __typename: "Person", id: "x" }]) { __typename } }'])
      expect(await supervisor.ask(query)).toMatchObject({ status: 400, data: null, errors: [{ message: expect.not.stringMatching(/did you mean/i), extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
  });
});

describe.each(Object.entries(doors))('%s, asked without a token and a signature', (_, urlOf) => {
  it.each(paths)('answers no data under the path %s, by whatever method, and goes on', async (path) => {
    const query = `${path.includes('?') ? '&' : '?'}query=${encodeURIComponent('{ _service { sdl } __typename }')}`;
    const answers = [
      await send(urlOf(), path),
      await send(urlOf(), path + query, { method: 'GET' }),
      await send(urlOf(), path, { method: 'PUT' }),
      await send(urlOf(), path, { type: 'application/graphql', body: '{ _service { sdl } }' }),
      await send(urlOf(), path, { type: 'text/plain' }),
    ];
    for (const { status, text } of answers) {
      expect([400, 401, 404]).toContain(status);
      expect(text).not.toMatch(/"data"|schema @link/);
    }
    expect((await send(urlOf(), '/health/live', { method: 'GET' })).status).toBe(200);
  });

  it.each([
    ['is no JSON', '{"query": "{ me', {}],
    ['is a list', `[${asking},${asking}]`, {}],
    ['is larger than any that is read', JSON.stringify({ query: 'x'.repeat(1_100_000) }), {}],
    ['is said to be compressed and is not', asking, { 'content-encoding': 'gzip' }],
    ['is in letters that nobody knows', asking, { 'content-type': 'application/json; charset=nothing' }],
  ])('answers no data to a body that %s, and goes on', async (_title, body, headers) => {
    const { status, text } = await send(urlOf(), '/graphql', { body, headers });
    expect([400, 401, 413, 415]).toContain(status);
    expect(text).not.toMatch(/"data"|node_modules/);
    expect((await send(urlOf(), '/health/live', { method: 'GET' })).status).toBe(200);
  });
});
