import { ask, eventually, SharedWorld, type Actor, type GraphQLAnswer, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { change, codeOf } from './asking.ts';

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;
let token: string;

beforeAll(async () => {
  world = await SharedWorld.join('king', 'pierce');
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
  token = await king.clientToken('intake');
}, 120_000);
afterAll(() => world?.stop());

const wish = { as: 'PARENT', givenName: 'Noor', familyName: 'Example', phone: '+12065550177', preferredLanguage: 'so', message: 'Please call in the morning.' };
const asSite = <Data>(query: string, variables: object = {}): Promise<GraphQLAnswer<Data>> => ask<Data>(world.gateway.url, { authorization: `Bearer ${token}` }, query, variables);
const askToTakePart = (change: object = {}): Promise<GraphQLAnswer<{ askToTakePart: string }>> =>
  asSite('mutation ($input: AskToTakePartInput!) { askToTakePart(input: $input) }', { input: { idempotencyKey: crypto.randomUUID(), ...wish, ...change } });
const codeOfAnswer = ({ errors }: GraphQLAnswer<unknown>): string | undefined => errors[0]?.extensions?.code;
const waiting = '{ participationRequests(status: NEW) { nodes { id personId as preferredLanguage message } } }';
interface Waiting {
  readonly participationRequests: { readonly nodes: readonly { id: string; personId: string }[] };
}

describe('S12 a county’s public site', () => {
  it('hands in what a family asks for, who have no account and sign nothing, and a coordinator can call them', async () => {
    const { data } = await askToTakePart();
    const id = data!.askToTakePart;
    const { participationRequests } = await coordinator.get<Waiting>(waiting);
    const request = participationRequests.nodes.find((node) => node.id === id)!;
    expect(request).toMatchObject({ as: 'PARENT', preferredLanguage: 'so', message: wish.message });
    expect(await coordinator.get('query ($id: UUID!) { person(id: $id) { givenName phone languages } }', { id: request.personId })).toEqual({ person: { givenName: 'Noor', phone: wish.phone, languages: ['so'] } });
    expect((await world.county('pierce').supervisor.get<Waiting>(waiting)).participationRequests.nodes).toEqual([]);
  });

  it('reads nothing, and can do nothing else', async () => {
    for (const query of ['{ me { id } }', '{ participationRequests { nodes { id } } }', '{ familyConnections { nodes { id } } }', '{ myParticipationRequests { id } }', '{ myPartnerGrant { id } }'])
      expect(codeOfAnswer(await asSite(query))).toBe('FORBIDDEN');
    expect(codeOfAnswer(await asSite(change('requestParticipation'), { input: { idempotencyKey: crypto.randomUUID(), as: 'PARENT', preferredLanguage: 'en' } }))).toBe('FORBIDDEN');
    expect(codeOfAnswer(await asSite('mutation ($input: AppointFirstSupervisorInput!) { appointFirstSupervisor(input: $input) }', { input: { idempotencyKey: crypto.randomUUID(), givenName: 'A', familyName: 'B', email: 'a@example.org' } }))).toBe('FORBIDDEN');
  });

  it('is the only one that asks so: people ask for themselves', async () => {
    expect(await codeOf(coordinator.do('mutation ($input: AskToTakePartInput!) { askToTakePart(input: $input) }', wish))).toBe('FORBIDDEN');
  });

  it('makes one request of one key, and refuses what nobody could answer', async () => {
    const idempotencyKey = crypto.randomUUID();
    const [one, again] = [await askToTakePart({ idempotencyKey }), await askToTakePart({ idempotencyKey })];
    expect(again.data).toEqual(one.data);
    expect(codeOfAnswer(await askToTakePart({ phone: null, email: null }))).toBe('IDENTITY.HOW_TO_REACH');
    expect(codeOfAnswer(await askToTakePart({ phone: '555' }))).toBe('IDENTITY.PHONE_FORMAT');
    expect(codeOfAnswer(await askToTakePart({ preferredLanguage: 'no language' }))).toBe('IDENTITY.UNKNOWN_LANGUAGE');
  });

  it('leads to an account, once, when a coordinator opens one for the person', async () => {
    const { data } = await askToTakePart({ email: 'noor@mail.example.org' });
    const personId = (await coordinator.get<Waiting>(waiting)).participationRequests.nodes.find(({ id }) => id === data!.askToTakePart)!.personId;
    const account = { personId, email: 'noor.intake@example.org', roles: ['PARENT'] };
    expect(await codeOf(king.person('PARENT', 'Robin').then((parent) => parent.do(change('openAccount'), account)))).toBe('FORBIDDEN');
    await coordinator.do(change('openAccount'), account);
    expect(await codeOf(coordinator.do(change('openAccount'), account))).toBe('IDENTITY.ACCOUNT_ALREADY_THERE');
    await eventually(async () => expect(await king.rows('select 1 from identity.access_account where person_id = $1', [personId])).toHaveLength(1));
  });

  it('may hand in so much in a minute and no more', async () => {
    // Two minutes' worth and one more: the minute may turn meanwhile.
    const answers = await Promise.all(Array.from({ length: 121 }, () => asSite('{ __typename }')));
    expect(answers).toContainEqual(expect.objectContaining({ status: 429 }));
    expect((await coordinator.ask('{ me { id } }')).errors).toEqual([]);
  });
});
