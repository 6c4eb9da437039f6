import { createHmac, createPublicKey } from 'node:crypto';
import { identity } from '@fc/identity';
import { matching } from '@fc/matching';
import { ask, infrastructure, type Actor, type GraphQLAnswer, type TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader, type JWK } from 'jose';

const { kind } = infrastructure().identityProvider;
let world: World;
let king: TestCounty;
let pierce: TestCounty;
let people: { readonly king: Actor; readonly pierce: Actor; readonly state: Actor };
let publishedKey: JWK;

beforeAll(async () => {
  world = await World.start({ counties: ['king', 'pierce'], subgraphs: [identity, matching] });
  [king, pierce] = [world.county('king'), world.county('pierce')];
  people = { king: await king.person('COORDINATOR', 'Cora'), pierce: await pierce.person('COORDINATOR', 'Petra'), state: await world.stateAdministrator() };
  const { kid } = decodeProtectedHeader(await people.king.token());
  const { keys } = (await (await fetch(`${king.county.issuer}/protocol/openid-connect/certs`)).json()) as { keys: JWK[] };
  publishedKey = keys.find((key) => key.kid === kid) ?? {};
}, 240_000);
afterAll(() => world?.stop(), 90_000);

type Part = Readonly<Record<string, unknown>>;
const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const partsOf = (token: string): { header: Part; claims: Part; signature: string } => ({ header: { ...decodeProtectedHeader(token) }, claims: decodeJwt(token), signature: token.split('.')[2] ?? '' });
const joined = (header: object, claims: object, signature: string): string => `${encode(header)}.${encode(claims)}.${signature}`;

/** The public key of the realm, spelled in each way that somebody may take for a secret. */
function spelledKeys(): Record<string, string | Buffer> {
  const key = createPublicKey({ key: publishedKey as never, format: 'jwk' }); // jose's and Node's types of a JWK differ
  const pem = key.export({ type: 'spki', format: 'pem' }).toString();
  const [certificate] = publishedKey.x5c ?? [];
  return {
    'the public key in PEM': pem,
    'the public key in PEM without its last line break': pem.trim(),
    'the public key in DER': key.export({ type: 'spki', format: 'der' }),
    'the public key as its JWK': JSON.stringify(publishedKey),
    ...(certificate && { 'the certificate in PEM': `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----\n` }),
  };
}

/** What can be made out of a good token by who has no key, by what it is. */
async function forgeries(): Promise<Record<string, string>> {
  const [token, another, theirs, states] = await Promise.all([people.king.token(), king.supervisor.token(), people.pierce.token(), people.state.token()]);
  const { header, claims, signature } = partsOf(token);
  const hashed = (secret: string | Buffer): string => {
    const input = `${encode({ ...header, alg: 'HS256' })}.${encode(claims)}`;
    return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
  };
  return {
    ...Object.fromEntries(['none', 'None', 'nOnE', 'NONE', ''].flatMap((alg) => [[`algorithm "${alg}", no signature`, joined({ ...header, alg }, claims, '')], [`algorithm "${alg}", the signature of before`, joined({ ...header, alg }, claims, signature)]])),
    ...Object.fromEntries(Object.entries(spelledKeys()).map(([spelling, secret]) => [`HS256 with ${spelling}`, hashed(secret)])),
    'the signature cut off': token.replace(/[^.]+$/, ''),
    'the last part cut off': token.split('.').slice(0, 2).join('.'),
    'the signature cut short': token.slice(0, -8),
    'the signature of somebody else’s token': joined(header, claims, partsOf(another).signature),
    'another subject under the old signature': joined(header, { ...claims, sub: partsOf(another).claims['sub'] }, signature),
    'the state’s class under the old signature': joined(header, { ...claims, realm_access: { roles: ['state'] } }, signature),
    'a later end under the old signature': joined(header, { ...claims, exp: Number(claims['exp']) + 300 }, signature),
    'another county’s token, said to be of this one': joined(partsOf(theirs).header, { ...partsOf(theirs).claims, iss: claims['iss'] }, partsOf(theirs).signature),
    'this county’s token, said to be of another': joined(header, { ...claims, iss: partsOf(theirs).claims['iss'] }, signature),
    'the state’s token, said to be of this county': joined(partsOf(states).header, { ...partsOf(states).claims, iss: claims['iss'] }, partsOf(states).signature),
    'this county’s token, said to be of the state': joined(header, { ...claims, iss: partsOf(states).claims['iss'], realm_access: { roles: ['state'] } }, signature),
  };
}

const throughGateway = (token: string, query = '{ me { id } }'): Promise<GraphQLAnswer<unknown>> => ask(world.gateway.url, { authorization: `Bearer ${token}` }, query);
const atIdentity = (token: string, query = '{ me { id } }'): Promise<GraphQLAnswer<unknown>> => world.askDirectly('identity', token, query);
const codes = ({ errors }: GraphQLAnswer<unknown>): unknown[] => errors.map(({ extensions }) => extensions?.code);

describe(`tokens of the counties’ realms (${kind} provider)`, () => {
  it('are signed by a key that the realm publishes, and let their holder in at the gateway and at the service', async () => {
    expect(publishedKey).toMatchObject({ kty: 'RSA' });
    for (const [actor, county] of [[people.king, king], [people.pierce, pierce]] as const) {
      const token = await actor.token();
      expect(decodeJwt(token)).toMatchObject({ iss: county.county.issuer, typ: 'Bearer' });
      for (const knock of [throughGateway, atIdentity]) expect(await knock(token)).toMatchObject({ data: { me: { id: actor.personId } }, errors: [] });
    }
  });

  it('are believed as the realm made them, and in no way forged out of one: each is refused at the gateway and at the service, between two that are not', async () => {
    const forged = Object.entries(await forgeries());
    expect(forged.length).toBe(10 + Object.keys(spelledKeys()).length + 11);
    const good = await people.king.token();
    for (const [what, token] of forged)
      for (const knock of [throughGateway, atIdentity]) {
        expect({ what, answer: await knock(token) }).toEqual({ what, answer: expect.objectContaining({ status: 401, data: null, errors: [expect.objectContaining({ extensions: { code: 'UNAUTHENTICATED' } })] }) });
        expect(await knock(good)).toMatchObject({ status: 200, errors: [] });
      }
  }, 120_000);

  it('open the county of their realm and no other, where the same question is answered to its own people', async () => {
    const { personId } = people.king;
    const query = `{ me { id } person(id: "${personId}") { givenName } people { nodes { givenName } } }`;
    for (const knock of [throughGateway, atIdentity]) {
      expect(await knock(await people.king.token(), query)).toMatchObject({ data: { person: { givenName: 'Cora' } }, errors: [] });
      const theirs = await knock(await people.pierce.token(), query);
      expect(theirs.data ?? { person: null }).toMatchObject({ person: null });
      expect(codes(theirs)).toEqual(['NOT_FOUND']);
      expect(JSON.stringify(theirs)).not.toContain('Cora');
      expect(JSON.stringify(await knock(await people.pierce.token(), '{ people { nodes { givenName } } }'))).toContain('Petra');
    }
  });

  it('of the state’s realm open no county, and a county’s nothing of the state’s', async () => {
    for (const knock of [throughGateway, atIdentity]) {
      for (const query of ['{ me { id } }', `{ person(id: "${people.king.personId}") { givenName } }`]) {
        const answer = await knock(await people.state.token(), query);
        expect(codes(answer)).toEqual(['NO_COUNTY']);
        expect(JSON.stringify(answer)).not.toContain('Cora');
        expect(codes(await knock(await people.king.token(), query))).toEqual([]);
      }
    }
    const ofState = '{ stateCommitteeRoster { nodes { __typename } } }';
    for (const knock of [throughGateway, (token: string, query: string) => world.askDirectly('matching', token, query)]) {
      expect(codes(await knock(await people.king.token(), ofState))).toEqual(['FORBIDDEN']);
      expect(codes(await knock(await people.state.token(), ofState))).toEqual([]);
    }
  });
});
