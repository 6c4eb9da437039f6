import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SIGNATURE_HEADER } from '@fc/auth/signed-request';
import { ask, SharedWorld, type GraphQLAnswer } from '@fc/testing';
import { sampleArguments } from '../isolation/sample-input.ts';
import { documentFor, references, rootFields } from '../isolation/schema-fields.ts';

/** What anybody may ask. Everything else asks for a token; a new one has to be named here too. */
const open = ['glossary'];

const glossary = '{ glossary { terms { key } } }';
const pleaseSignIn = { status: 401, data: null, errors: [{ message: 'Please sign in.', extensions: { code: 'UNAUTHENTICATED' } }] };

let world: SharedWorld;

beforeAll(async () => {
  world = await SharedWorld.join('king');
}, 120_000);
afterAll(() => world?.stop());

const withoutToken = (query: string, variables: object = {}): Promise<GraphQLAnswer<Record<string, unknown>>> => ask(world.gateway.url, {}, query, variables);

/** As the gateway asks a service for somebody without a token. */
async function signedFor(service: string, query: string, variables: object = {}): Promise<GraphQLAnswer<Record<string, unknown>>> {
  const signature = await world.signer.sign({ audience: service, body: JSON.stringify({ query, variables }) });
  return ask(world.subgraphs.get(service)!.url, { [SIGNATURE_HEADER]: signature }, query, variables);
}

/** Sends bytes to the gateway without a token, just as they are. */
const send = (body: string | Buffer, headers: Record<string, string> = {}, method = 'POST', path = '/graphql'): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(world.gateway.url);
    const sent = request({ hostname, port, path, method, timeout: 10_000, headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'yes', ...headers } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk)).on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('timeout', () => sent.destroy(new Error('It was never answered.'))).on('error', reject);
    if (headers['transfer-encoding']) sent.write(body);
    sent.end(headers['transfer-encoding'] || method === 'GET' ? undefined : body);
  });

describe('somebody without a token', () => {
  it('is answered what is public, by the gateway and by the service that has it', async () => {
    for (const answer of [await withoutToken(glossary), await signedFor('support', glossary)]) expect(answer).toMatchObject({ status: 200, errors: [], data: { glossary: { terms: expect.arrayContaining([{ key: 'PARENT' }]) } } });
  });

  it('is answered no other query and no mutation, by the gateway or by any service, alone or beside what is public', async () => {
    const closed = [...rootFields('Query'), ...rootFields('Mutation')].filter(({ name }) => !open.includes(name));
    expect(closed.length).toBeGreaterThan(100);
    for (const field of closed) {
      const [document, variables] = [documentFor(field, 0), sampleArguments(field, () => ['01900000-0000-7000-8000-000000000000', '01900000-0000-7000-8000-000000000001'])];
      expect(await withoutToken(document, variables)).toMatchObject(pleaseSignIn);
      expect(await signedFor(field.service, document, variables)).toMatchObject(pleaseSignIn);
    }
  }, 120_000);

  it.each([
    ['beside it', '{ glossary { wording } me { id } }'],
    ['under its name', '{ glossary: me { id } }'],
    ['in a second operation', 'query A { glossary { wording } } query B { me { id } }'],
    ['in a fragment', '{ ...all } fragment all on Query { me { id } }'],
    ['as a mutation', 'mutation { glossary: reviewSupportContent(input: {}) }'],
    ['about the schema', '{ __schema { types { name } } }'],
    ['about a type beside it', '{ glossary { wording } __type(name: "Person") { name } }'],
    ['about how services speak', '{ _service { sdl } }'],
    ['about the root alone', '{ __typename }'],
    ['that cannot be read', '{ glossary {'],
  ])('is asked to sign in for something %s, and told nothing about it', async (_, query) => {
    expect(await withoutToken(query)).toMatchObject(pleaseSignIn);
    for (const service of world.subgraphs.keys()) expect(await signedFor(service, query)).toMatchObject(pleaseSignIn);
  });

  it('is answered no reference, of whatever type', async () => {
    for (const { service, document, typename } of references()) expect(await signedFor(service, document, { representations: [{ __typename: typename, id: '01900000-0000-7000-8000-000000000000' }] })).toMatchObject(pleaseSignIn);
  });

  it('is not listened to for long: a request that is large, compressed, of unknown length or of another kind is refused as before', async () => {
    const body = JSON.stringify({ query: glossary });
    const large = JSON.stringify({ query: glossary, variables: { filler: 'x'.repeat(5_000) } });
    const refused = [
      await send(large),
      await send(body, { 'transfer-encoding': 'chunked' }),
      await send(gzipSync(body), { 'content-encoding': 'gzip' }),
      await send(body, { 'content-type': 'text/plain' }),
      await send(`[${body},${body}]`),
      await send('{'),
      await send('', {}, 'GET', `/graphql?query=${encodeURIComponent(glossary)}`),
      await send(body, { authorization: '' }),
      await send(body, { authorization: 'Bearer' }),
      await send(body, { authorization: 'Bearer not.a.token' }),
    ];
    for (const { status, text } of refused) expect({ status, code: (JSON.parse(text) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code }).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
    expect((await send(body)).status).toBe(200);
  });

  it('reaches no service without the gateway’s signature, not for what is public either', async () => {
    for (const { url } of world.subgraphs.values()) expect(await ask(url, {}, glossary)).toMatchObject({ status: 401, data: null, errors: [{ extensions: { code: 'UNSIGNED_REQUEST' } }] });
  });

  it('may still ask for no more at once than anybody else', async () => {
    const aliases = Array.from({ length: 40 }, (_, at) => `a${at}: glossary { wording }`).join(' ');
    expect(await withoutToken(`{ ${aliases} }`)).toMatchObject({ status: 400, data: null });
  });
});
