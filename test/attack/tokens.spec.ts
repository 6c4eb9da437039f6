import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readRegistry } from '@fc/countyctl';
import { ask, deep, eventually, type Actor, type GraphQLAnswer } from '@fc/testing';
import { World } from '@fc/testing/world';
import { everyService, serviceNames } from './every-service.ts';
import { forgeries, type Stage } from './forgeries.ts';
import { newKey, OwnRealm, signed } from './own-realm.ts';

let world: World;
let stage: Stage;
let leaving: Actor;
let demoted: Actor;

beforeAll(async () => {
  world = await World.start({ counties: ['king', 'pierce'], subgraphs: everyService });
  const [king, pierce] = [world.county('king'), world.county('pierce')];
  leaving = await king.person('CASEWORKER', 'Leaving');
  demoted = await king.person('COORDINATOR', 'Demoted');
  const person = king.supervisor;
  const fromOldRealm = await person.token();
  const { state } = await readRegistry(world.platform);
  stage = { king: await OwnRealm.takeOver(world, king), pierce: await OwnRealm.takeOver(world, pierce), stateIssuer: state.issuer, person, fromOldRealm };
  for (const knock of Object.values(doors)) await eventually(async () => expect(await knock(await stage.king.token(person))).toMatchObject(letIn));
}, 120_000);
afterAll(async () => {
  await world?.stop();
  await Promise.all([stage?.king.close(), stage?.pierce.close()]);
});

type Knock = (token: string) => Promise<GraphQLAnswer<unknown>>;
const throughGateway: Knock = (token) => ask(world.gateway.url, { authorization: `Bearer ${token}` }, '{ me { id } }');
/** Everywhere that a token is looked at. The services are asked directly, each in a request that is signed as the gateway signs: no gateway has looked before them. */
const doors: Record<string, Knock> = {
  gateway: throughGateway,
  ...Object.fromEntries(serviceNames.map((service) => [service, (token: string) => world.askDirectly(service, token, '{ __typename }')])),
};

const letIn = { status: 200, errors: [] };
const refused = (code: string): object => ({ status: 401, data: null, errors: [{ message: expect.stringMatching(/^Please sign in/), extensions: { code } }] });
/** What each door answers to it. */
async function atEveryDoor(token: string): Promise<Record<string, unknown>> {
  return Object.fromEntries(await Promise.all(Object.entries(doors).map(async ([name, knock]) => [name, await knock(token)] as const)));
}
const everywhere = (answer: object): object => Object.fromEntries(Object.keys(doors).map((name) => [name, answer]));

describe('a token', () => {
  it('that is good is accepted at the gateway and by every service', async () => {
    expect(await atEveryDoor(await stage.king.token(stage.person))).toMatchObject(everywhere(letIn));
  });

  it.each(forgeries)('is refused everywhere, between two that are not: one $title', async ({ forge, code = 'UNAUTHENTICATED' }) => {
    const [good, forged] = [await stage.king.token(stage.person), await forge(stage)];
    expect(await throughGateway(good)).toMatchObject(letIn);
    expect(await atEveryDoor(forged)).toEqual(everywhere(refused(code)));
    expect(await throughGateway(good)).toMatchObject(letIn);
  });

  it('is not even read when it is 10 MB long', async () => {
    const long = await stage.king.token(stage.person, { filler: 'x'.repeat(10_000_000) });
    for (const knock of Object.values(doors)) expect(await knock(long).then(({ status }) => status, () => 'hung up')).not.toBe(200);
    expect(await atEveryDoor(await stage.king.token(stage.person))).toMatchObject(everywhere(letIn));
  });

  it('opens the county of its realm alone: the same subject in another county is nobody there', async () => {
    const { sub } = await stage.king.claims(stage.person);
    const theirs = await stage.pierce.token(world.county('pierce').supervisor, { sub });
    const nobody = { status: 401, data: null, errors: [{ extensions: { code: 'UNKNOWN_PERSON' } }] };
    const { gateway, ...services } = await atEveryDoor(theirs);
    expect(services).toMatchObject(Object.fromEntries(serviceNames.map((service) => [service, nobody])));
    expect(gateway).toMatchObject({ data: { me: null }, errors: [{ extensions: { code: 'UNKNOWN_PERSON' } }] });
  });
});

describe('a key set', () => {
  it('is fetched a few times at most under a flood of unknown keys, while a good token goes on being accepted', async () => {
    const stranger = await newKey('stranger');
    const claims = await stage.king.claims(stage.person);
    const flood = await Promise.all(Array.from({ length: deep(40, 2_000) }, (_, at) => signed({ ...stage.king.header, kid: `unknown-${at}` }, claims, stranger)));
    const [askedBefore, began] = [stage.king.asked, performance.now()];
    const good = await stage.king.token(stage.person);
    for (const token of flood) {
      expect(await atEveryDoor(token)).toEqual(everywhere(refused('UNAUTHENTICATED')));
      expect(await throughGateway(good)).toMatchObject(letIn);
    }
    const seconds = (performance.now() - began) / 1_000;
    expect(stage.king.asked - askedBefore).toBeLessThanOrEqual(Object.keys(doors).length * (2 + seconds));
  }, deep(30_000, 1_800_000));
});

describe('somebody whose standing has changed', () => {
  it('is let in nowhere once their account is closed, though the token is as good as before, and again when it is opened', async () => {
    const token = await stage.king.token(leaving);
    const supervisor = await stage.king.token(stage.person);
    const change = (mutation: 'disablePerson' | 'enablePerson'): Promise<unknown> =>
      ask(world.gateway.url, { authorization: `Bearer ${supervisor}` }, `mutation ($input: ${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { id } }`, { input: { personId: leaving.personId } });
    const atServices = async (): Promise<unknown> => {
      const { gateway: _, ...answers } = await atEveryDoor(token);
      return answers;
    };
    const allServices = (answer: object): object => Object.fromEntries(serviceNames.map((service) => [service, answer]));
    expect(await atServices()).toMatchObject(allServices(letIn));
    await change('disablePerson');
    await eventually(async () => expect(await atServices()).toMatchObject(allServices({ status: 401, data: null, errors: [{ extensions: { code: 'PERSON_DISABLED' } }] })));
    expect(await throughGateway(token)).toMatchObject({ data: { me: null }, errors: [{ extensions: { code: 'PERSON_DISABLED' } }] });
    await change('enablePerson');
    await eventually(async () => expect(await atServices()).toMatchObject(allServices(letIn)));
  });

  it('may do no more than the roles that they have left, whatever their token was when they had them', async () => {
    const [token, supervisor] = [await stage.king.token(demoted), await stage.king.token(stage.person)];
    const asked = ['people', 'openMentorNeeds', 'matchProposals', 'mentorProfiles', 'participationRequests'];
    const codes = async (): Promise<unknown[]> =>
      Promise.all(asked.map(async (field) => (await ask(world.gateway.url, { authorization: `Bearer ${token}` }, `{ ${field} { nodes { id } } }`)).errors[0]?.extensions?.code ?? 'ANSWERED'));
    expect(await codes()).toEqual(asked.map(() => 'ANSWERED'));
    const revoked = await ask(world.gateway.url, { authorization: `Bearer ${supervisor}` }, 'mutation ($input: RevokeRoleInput!) { revokeRole(input: $input) { id } }', { input: { personId: demoted.personId, role: 'COORDINATOR' } });
    expect(revoked.errors).toEqual([]);
    await eventually(async () => expect(await codes()).toEqual(asked.map(() => 'FORBIDDEN')));
  });
});

describe('a key that is changed', () => {
  it('is followed: the new one is believed, and the one that was withdrawn no longer', async () => {
    const before = await stage.king.token(stage.person);
    await stage.king.rotate();
    const after = await stage.king.token(stage.person);
    await eventually(async () => expect(await atEveryDoor(after)).toMatchObject(everywhere(letIn)));
    expect(await atEveryDoor(before)).toEqual(everywhere(refused('UNAUTHENTICATED')));
  });
});

describe('while a realm does not answer at all', () => {
  it('its people go on by the tokens that they have, at every door, and nobody comes in by a key that nobody has seen', async () => {
    const supervisor = world.county('pierce').supervisor;
    const [token, stranger] = [await stage.pierce.token(supervisor), await signed({ alg: 'RS256', kid: 'unseen', typ: 'JWT' }, await stage.pierce.claims(supervisor), await newKey('unseen'))];
    await eventually(async () => expect(await atEveryDoor(token)).toMatchObject(everywhere(letIn)));
    await stage.pierce.close();
    expect(await atEveryDoor(token)).toMatchObject(everywhere(letIn));
    for (const answer of Object.values(await atEveryDoor(stranger))) expect(answer).toMatchObject({ data: null, errors: [{ extensions: { code: expect.stringMatching(/^(UNAUTHENTICATED|SIGN_IN_UNAVAILABLE)$/) } }] });
    expect(await atEveryDoor(token)).toMatchObject(everywhere(letIn));
    expect(await throughGateway(await stage.king.token(stage.person))).toMatchObject(letIn);
  });
});
