import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { generateKeyPair, SignJWT } from 'jose';
import { GatewayUnderTest } from './gateway-under-test.ts';
import { json } from './service.ts';

const someId = '0193a1f0-7b1c-7def-8abc-0123456789ab';
const uuid = /^[\da-f-]{36}$/;
let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await GatewayUnderTest.open();
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.identity.instead = gateway.matching.instead = undefined;
  gateway.identity.received.length = gateway.matching.received.length = 0;
});

describe('a signed-in caller', () => {
  it('is answered out of two services, each of which believes the signature over the exact body', async () => {
    const reply = await gateway.ask('{ me { name mentor } openProposals }');
    expect(reply).toMatchObject({ status: 200, data: { me: { name: 'Robin', mentor: 'Kim' }, openProposals: 3 } });
    expect(reply.errors).toBeUndefined();
  });

  it('has the token and the correlation id passed on, and nothing else that was sent along', async () => {
    const token = await gateway.realm.token();
    const { headers } = await gateway.ask('{ me { id } }', { headers: { authorization: `Bearer ${token}`, 'x-correlation-id': someId, 'x-county': 'pierce', cookie: 'a=b' } });
    expect(gateway.identity.last.headers).toMatchObject({ authorization: `Bearer ${token}`, 'x-correlation-id': someId });
    expect(Object.keys(gateway.identity.last.headers)).not.toEqual(expect.arrayContaining([expect.stringMatching(/x-county|cookie/)]));
    expect(headers.get('x-correlation-id')).toBe(someId);
  });

  it.each([undefined, 'abc', `${someId} `.repeat(2), '<script>'])('gets a new correlation id instead of %p', async (given) => {
    const { headers } = await gateway.ask('{ me { id } }', { headers: { 'x-correlation-id': given } });
    expect(headers.get('x-correlation-id')).toMatch(uuid);
    expect(headers.get('x-correlation-id')).not.toBe(someId);
    expect(gateway.identity.last.headers['x-correlation-id']).toBe(headers.get('x-correlation-id'));
  });

  it('may read the schema, and is given no hints by a misspelt field', async () => {
    expect(await gateway.ask('{ __schema { queryType { name } } }')).toMatchObject({ data: { __schema: { queryType: { name: 'Query' } } } });
    const { status, errors } = await gateway.ask('{ mee { id } }');
    expect({ status, errors }).toMatchObject({ status: 400, errors: [{ message: 'Cannot query field "mee" on type "Query".', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
  });

  it('is answered without any word about how the answer was made', async () => {
    const { headers, ...body } = await gateway.ask('{ me { mentor } }', { headers: { 'apollo-query-plan-experimental': '1' } });
    expect(body).not.toHaveProperty('extensions');
    expect(Object.fromEntries(headers)).toMatchObject({ 'cache-control': 'no-store' });
    for (const name of ['x-powered-by', 'access-control-allow-origin']) expect(headers.get(name)).toBeNull();
  });
});

describe('a caller without a good token', () => {
  const strangers = generateKeyPair('ES256');
  it.each<[string, () => Promise<string | undefined>, string]>([
    ['no token', async () => undefined, 'UNAUTHENTICATED'],
    ['another scheme', async () => 'Basic cm9iaW46cm9iaW4=', 'UNAUTHENTICATED'],
    ['text that is no token', async () => 'Bearer abc', 'UNAUTHENTICATED'],
    ['a token past its time', async () => `Bearer ${await gateway.realm.token({ exp: 1_000, iat: 900 })}`, 'TOKEN_EXPIRED'],
    ['a token for another audience', async () => `Bearer ${await gateway.realm.token({ aud: 'account' })}`, 'UNAUTHENTICATED'],
    ['a token of a realm that is in no registry', async () => `Bearer ${await new SignJWT({ iss: 'https://elsewhere.example/realms/king' }).setProtectedHeader({ alg: 'ES256', kid: 'key-1', typ: 'JWT' }).sign((await strangers).privateKey)}`, 'UNKNOWN_ISSUER'],
    ["a stranger's key that claims the county", async () => `Bearer ${await new SignJWT({ iss: gateway.realm.issuer }).setProtectedHeader({ alg: 'ES256', kid: 'key-1', typ: 'JWT' }).sign((await strangers).privateKey)}`, 'UNAUTHENTICATED'],
  ])('is refused with %s, and no service hears of it', async (_, authorization, code) => {
    const { status, headers, errors } = await gateway.ask('{ __typename me { id } }', { headers: { authorization: await authorization() } });
    expect({ status, errors }).toEqual({ status: 401, errors: [{ message: expect.stringContaining('Please sign in'), extensions: { code } }] });
    expect(headers.get('www-authenticate')).toBe('Bearer');
    expect(headers.get('x-correlation-id')).toMatch(uuid);
    expect(gateway.identity.received).toHaveLength(0);
  });

  it('is refused before a body is read that is not small, and whatever a small one is', async () => {
    expect((await gateway.post('x'.repeat(1_000_000), { authorization: undefined })).status).toBe(401);
    expect((await gateway.post('{', { authorization: undefined })).status).toBe(401);
  });

  it('may ask for what is public, as often as the gateway bears it; whoever has signed in goes on meanwhile', async () => {
    const flooded = await GatewayUnderTest.open();
    try {
      const knock = async (): Promise<number> => (await flooded.ask('{ glossary }', { headers: { authorization: undefined } })).status;
      expect(await knock()).toBe(400); // let in: these services have no glossary
      const knocks = await Promise.all(Array.from({ length: 650 }, knock));
      expect(knocks.filter((status) => status === 429).length).toBeGreaterThan(0);
      expect(knocks.filter((status) => status !== 400 && status !== 429)).toEqual([]);
      expect(await flooded.ask('{ me { name } }')).toMatchObject({ status: 200, data: { me: { name: 'Robin' } } });
    } finally {
      await flooded.close();
    }
  });
});

describe('a service that is in trouble', () => {
  const both = '{ me { name } openProposals }';

  it('leaves its part out, with a code, while it is down, and answers again once it is back', async () => {
    await gateway.matching.close();
    const reply = await gateway.ask(both);
    expect(reply).toMatchObject({ status: 200, data: { me: { name: 'Robin' }, openProposals: null } });
    expect(reply.errors).toEqual([{ message: 'This part is not available at the moment; the rest of the answer is complete.', extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'matching' } }]);
    await gateway.matching.open();
    expect((await gateway.ask(both)).data).toEqual({ me: { name: 'Robin' }, openProposals: 3 });
  });

  it('is given up when it hangs, and when its answer trickles', async () => {
    const impatient = await GatewayUnderTest.open({ subgraphTimeoutMs: 1_000 });
    try {
      for (const instead of [() => undefined, (response: { write(text: string): void }) => void response.write('{"data":')]) {
        impatient.matching.instead = instead;
        const reply = await impatient.ask(both); // without that it would hang for ever
        expect(reply.data).toEqual({ me: { name: 'Robin' }, openProposals: null });
        expect(reply.errors).toEqual([expect.objectContaining({ extensions: { code: 'SUBGRAPH_TIMEOUT', service: 'matching' } })]);
      }
    } finally {
      await impatient.close();
    }
  });

  it.each<[string, (response: Parameters<NonNullable<typeof gateway.matching.instead>>[0]) => void]>([
    ['a page of HTML', (response) => void response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway at 10.0.0.7</h1>')],
    ['JSON that is no GraphQL', (response) => json(response, 500, { statusCode: 500, message: 'stack at 10.0.0.7' })],
    ['null', (response) => json(response, 200, null)],
    ['a redirect', (response) => void response.writeHead(307, { location: gateway.identity.url }).end()],
  ])('is unavailable when it answers with %s', async (_, instead) => {
    gateway.matching.instead = instead;
    const reply = await gateway.ask('{ openProposals }');
    expect(reply.errors).toEqual([expect.objectContaining({ extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'matching' } })]);
    expect(JSON.stringify(reply)).not.toContain('10.0.0.7');
    expect(gateway.identity.received).toHaveLength(0);
  });
});

describe("a service's errors", () => {
  it('keep their code, their words and their place, and lose everything else', async () => {
    const { status, headers, data, errors } = await gateway.ask('{ say(words: "refuse") }');
    expect({ status, data }).toEqual({ status: 200, data: { say: null } });
    expect(errors).toEqual([{ message: 'This mentor has no room at present.', path: ['say'], extensions: { code: 'MENTOR_FULL', service: 'identity' } }]);
    expect(headers.get('x-from-a-service')).toBeNull();
  });

  it('keep their code and their words when they come with 401', async () => {
    gateway.identity.instead = (response) => json(response, 401, { errors: [{ message: 'This account is closed.', extensions: { code: 'PERSON_DISABLED' } }] });
    const { data, errors } = await gateway.ask('{ me { id } openProposals }');
    expect(data).toEqual({ me: null, openProposals: 3 });
    expect(errors).toEqual([{ message: 'This account is closed.', extensions: { code: 'PERSON_DISABLED', service: 'identity' } }]);
  });

  it('that nobody foresaw become a reference', async () => {
    const { errors, headers } = await gateway.ask('{ say(words: "break") }');
    expect(errors).toEqual([{ message: expect.stringContaining(headers.get('x-correlation-id')!), path: ['say'], extensions: { code: 'INTERNAL', service: 'identity' } }]);
    expect(JSON.stringify(errors)).not.toContain('relation');
  });
});
