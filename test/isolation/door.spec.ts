import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { RequestSigner, SIGNATURE_HEADER } from '@fc/auth';
import { changeRegistry } from '@fc/countyctl';
import { newId } from '@fc/domain-kernel';
import type { County } from '@fc/tenancy';
import { ask, eventually, type Actor, type GraphQLAnswer, type TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';
import { decodeJwt, SignJWT } from 'jose';
import { everyService, serviceNames } from '../attack/every-service.ts';
import { sampleArguments } from './sample-input.ts';
import { documentFor, rootFields } from './schema-fields.ts';

let world: World;
let king: TestCounty;
let pierce: TestCounty;
let supervisor: Actor;

beforeAll(async () => {
  world = await World.start({ counties: ['king', 'pierce'], subgraphs: everyService });
  [king, pierce] = [world.county('king'), world.county('pierce')];
  supervisor = king.supervisor;
}, 120_000);
afterAll(() => world?.stop());

const me = '{ me { id } }';
const query = '{ __typename }';
const pleaseSignIn = 'Please sign in again.';
const throughGateway = (token: string): Promise<GraphQLAnswer<unknown>> => ask(world.gateway.url, { authorization: `Bearer ${token}` }, me);
const refusal = (code: string, message: string): object => ({ status: 401, data: null, errors: [{ message, extensions: { code } }] });

/** Everywhere that a token is looked at: the gateway, and each service behind it, asked with a good signature. */
const doors = [
  ['the gateway', throughGateway],
  ...serviceNames.map((service) => [service, (token: string) => world.askDirectly(service, token, query)] as const),
] as const;

describe.each(doors)('at the door of %s', (name, knock) => {
  it('lets somebody of the county in', async () => {
    expect(await knock(await supervisor.token())).toMatchObject({ status: 200, errors: [] });
  });

  it('asks whoever brings no token to sign in', async () => {
    const answer = name === 'the gateway' ? await ask(world.gateway.url, {}, me) : await withoutToken(name);
    expect(answer).toEqual(refusal('UNAUTHENTICATED', 'Please sign in.'));
  });

  it('knows no issuer that is not in the registry, though the same identity provider signed', async () => {
    expect(await knock(await masterToken())).toEqual(refusal('UNKNOWN_ISSUER', pleaseSignIn));
  });

  it("believes no token in a county's name that another key signed", async () => {
    expect(await knock(await forged(await supervisor.token()))).toEqual(refusal('UNAUTHENTICATED', pleaseSignIn));
  });

  it('believes no token of the county that was made for something else', async () => {
    expect(await knock(await king.clientToken('identity-service'))).toEqual(refusal('UNAUTHENTICATED', pleaseSignIn));
  });

  it('takes no token that has expired', async () => {
    const token = await supervisor.token();
    jest.useFakeTimers({ now: decodeJwt(token).exp! * 1_000 + 6_000, doNotFake: [...everythingButTheDate] });
    try {
      expect(await knock(token)).toEqual(refusal('TOKEN_EXPIRED', pleaseSignIn));
    } finally {
      jest.useRealTimers();
    }
  });
});

it('a token of yesterday is refused by the gateway for every field there is', async () => {
  const token = await supervisor.token();
  jest.useFakeTimers({ now: decodeJwt(token).exp! * 1_000 + 6_000, doNotFake: [...everythingButTheDate] });
  try {
    for (const field of [...rootFields('Query'), ...rootFields('Mutation')])
      expect(await ask(world.gateway.url, { authorization: `Bearer ${token}` }, documentFor(field), sampleArguments(field, () => [newId(), newId()]))).toEqual(refusal('TOKEN_EXPIRED', pleaseSignIn));
  } finally {
    jest.useRealTimers();
  }
});

describe.each(serviceNames)('%s, asked without the gateway', (service) => {
  const body = JSON.stringify({ query, variables: {} });
  const unsigned = refusal('UNSIGNED_REQUEST', 'This service answers only requests that come through the gateway.');
  const send = async (signature: string | undefined, asked = query): Promise<GraphQLAnswer<unknown>> =>
    ask(world.subgraphs.get(service)!.url, { authorization: `Bearer ${await supervisor.token()}`, ...(signature && { [SIGNATURE_HEADER]: signature }) }, asked);

  it('answers a request that the gateway signed for it, once', async () => {
    const signature = await world.signer.sign({ audience: service, body, token: await supervisor.token() });
    expect(await send(signature)).toMatchObject({ status: 200, errors: [] });
    expect(await send(signature)).toEqual(unsigned);
  });

  it('answers nothing unsigned, not even what its schema is', async () => {
    expect(await send(undefined)).toEqual(unsigned);
    expect(await send(undefined, '{ _service { sdl } }')).toEqual(unsigned);
  });

  it('answers no request that was signed for another service', async () => {
    const audience = service === 'identity' ? 'matching' : 'identity';
    expect(await send(await world.signer.sign({ audience, body, token: await supervisor.token() }))).toEqual(unsigned);
  });

  it('answers no request whose body or token is not the one that was signed', async () => {
    const token = await supervisor.token();
    expect(await send(await world.signer.sign({ audience: service, body: body.replace('__typename', 'me'), token }))).toEqual(unsigned);
    expect(await send(await world.signer.sign({ audience: service, body, token: await pierce.supervisor.token() }))).toEqual(unsigned);
  });

  it('answers nobody who signs with a key of their own in the name of the gateway', async () => {
    const { privateKey } = generateKeyPairSync('ed25519', { publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } });
    expect(await send(await new RequestSigner({ issuer: 'gateway', privateKeyPem: privateKey }).sign({ audience: service, body, token: await supervisor.token() }))).toEqual(unsigned);
  });
});

describe('a reference or a field that only people may ask for', () => {
  it('is guarded like a query: a program of the operators is refused it, a person is not', async () => {
    const references = 'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person { id } } }';
    const needs = 'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on FamilyConnection { mentorNeeds { id } } } }';
    const person = { representations: [{ __typename: 'Person', id: supervisor.personId }] };
    const connection = { representations: [{ __typename: 'FamilyConnection', id: supervisor.personId }] };
    const operator = await king.clientToken('countyctl');
    for (const [service, asked, variables] of [['identity', references, person], ['matching', needs, connection]] as const) {
      expect((await world.askDirectly(service, operator, asked, variables)).errors[0]).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
      expect((await world.askDirectly(service, supervisor, asked, variables)).errors).toEqual([]);
    }
  });

  it('may be asked about a thousand at a time, and not about one more', async () => {
    const references = 'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }';
    const many = (count: number): object => ({ representations: Array.from({ length: count }, () => ({ __typename: 'FamilyConnection', id: supervisor.personId })) });
    expect((await world.askDirectly('matching', supervisor, references, many(1_000))).errors).toEqual([]);
    expect((await world.askDirectly('matching', supervisor, references, many(1_001))).errors[0]).toMatchObject({ extensions: { code: 'TOO_MANY_REFERENCES' } });
  });
});

describe('a change in the registry of counties', () => {
  const change = (county: TestCounty, to: (known: County) => readonly County[]): Promise<unknown> =>
    changeRegistry(world.platform, (counties) => counties.flatMap((known) => (known.slug === county.county.slug ? to(known) : [known])));
  const within = { within: 5_000 };

  it('closes a suspended county within five seconds, no other, and opens it again', async () => {
    const token = await king.supervisor.token();
    await change(king, (known) => [{ ...known, status: 'SUSPENDED' }]);
    const suspended = refusal('COUNTY_SUSPENDED', "This county's program is not open at the moment.");
    for (const [, knock] of doors) await eventually(async () => expect(await knock(token)).toEqual(suspended), within);
    for (const [, knock] of doors) expect(await knock(await pierce.supervisor.token())).toMatchObject({ status: 200, errors: [] });
    await change(king, (known) => [{ ...known, status: 'ACTIVE' }]);
    for (const [, knock] of doors) await eventually(async () => expect(await knock(token)).toMatchObject({ status: 200, errors: [] }), within);
  });

  it('forgets a county that has left, as if it had never been there', async () => {
    const token = await pierce.supervisor.token();
    await change(pierce, () => []);
    for (const [, knock] of doors) await eventually(async () => expect(await knock(token)).toEqual(refusal('UNKNOWN_ISSUER', pleaseSignIn)), within);
  });
});

const everythingButTheDate = ['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const;

/** A request that the gateway signed without a token. */
async function withoutToken(service: string): Promise<GraphQLAnswer<unknown>> {
  const signature = await world.signer.sign({ audience: service, body: JSON.stringify({ query, variables: {} }) });
  return ask(world.subgraphs.get(service)!.url, { [SIGNATURE_HEADER]: signature }, query);
}

/** A good token of the identity provider's own realm, which is no county. */
async function masterToken(): Promise<string> {
  const { baseUrl, adminSecret } = world.platform.identityProvider;
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'countyctl', client_secret: adminSecret });
  return ((await (await fetch(`${baseUrl}/realms/master/protocol/openid-connect/token`, { method: 'POST', body })).json()) as { access_token: string }).access_token;
}

/** The same claims, signed by a stranger. */
const forged = (token: string): Promise<string> =>
  new SignJWT(decodeJwt(token)).setProtectedHeader({ alg: 'RS256', kid: 'forged', typ: 'JWT' }).sign(generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey);
