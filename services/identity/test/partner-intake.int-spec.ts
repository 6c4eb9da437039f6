import { ask, eventually, openConnection, placeFamily, SharedWorld, type Actor, type GraphQLAnswer, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { change, codeOf, tell } from './asking.ts';

const inAWeek = (): string => new Date(Date.now() + 7 * 86_400_000).toISOString();
const wish = { as: 'PARENT', givenName: 'Noor', familyName: 'Example', phone: '+12065550177', preferredLanguage: 'so', message: 'Please call in the morning.' };
const handIn = 'mutation ($input: AskToTakePartInput!) { askToTakePart(input: $input) }';
const own = '{ myParticipationRequests { id status requestedAt closedAt } }';
interface Own {
  readonly myParticipationRequests: readonly { readonly id: string; readonly status: string }[];
}

/** A partner organisation's program, as it asks through the gateway. */
interface Organisation {
  readonly partnerId: string;
  readonly ask: <Data>(query: string, variables?: object) => Promise<GraphQLAnswer<Data>>;
  readonly handIn: (said?: object) => Promise<GraphQLAnswer<{ askToTakePart: string }>>;
}

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;
let amara: Organisation;
let mockingbird: Organisation;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
  [amara, mockingbird] = [await organisation('Amara'), await organisation('Mockingbird')];
  for (const { partnerId } of [amara, mockingbird]) await grant(partnerId, { scopes: ['INTAKE'], connectionIds: [] });
  for (const each of [amara, mockingbird]) await eventually(async () => expect(codes(await each.ask(own))).toEqual([]));
}, 120_000);
afterAll(() => world?.stop());

async function organisation(name: string): Promise<Organisation> {
  const clientId = `partner-${name.toLowerCase()}`;
  const headers = { authorization: `Bearer ${await king.partnerToken(clientId)}` };
  const { id: partnerId } = await king.supervisor.do<{ id: string }>(change('registerPartner'), { organisation: name, clientId });
  const asks: Organisation['ask'] = (query, variables = {}) => ask(world.gateway.url, headers, query, variables);
  return { partnerId, ask: asks, handIn: (said = {}) => asks(handIn, { input: { idempotencyKey: crypto.randomUUID(), ...wish, ...said } }) };
}

const grant = (partnerId: string, said: object): Promise<unknown> =>
  king.supervisor.do(change('grantPartnerAccess'), { partnerId, purpose: 'Families who come to us and would like to take part', until: inAWeek(), requestsPerMinute: 10_000, costPerMinute: 100_000, ...said });
const codes = (answer: GraphQLAnswer<unknown>): (string | undefined)[] => answer.errors.map(({ extensions }) => extensions?.code);

describe('S12 S83 a partner organisation whose grant covers intake', () => {
  it('asks that a family take part, who sign nothing, and whoever decides sees which organisation asked and can call them', async () => {
    const idempotencyKey = crypto.randomUUID();
    const [{ data, errors }, again] = [await amara.handIn({ idempotencyKey }), await amara.handIn({ idempotencyKey })];
    expect(errors).toEqual([]);
    expect(again.data).toEqual(data);
    const id = data!.askToTakePart;
    const parent = await king.person('PARENT', 'Herself');
    const { id: ownId } = await parent.do<{ id: string }>(change('requestParticipation'), { as: 'PARENT', preferredLanguage: 'en' });

    type Waiting = { participationRequests: { nodes: { id: string; personId: string; organisation: string | null; message: string | null }[] } };
    const { participationRequests } = await coordinator.get<Waiting>('{ participationRequests(status: NEW) { nodes { id personId organisation message } } }');
    const [theirs, herOwn] = [id, ownId].map((each) => participationRequests.nodes.find((node) => node.id === each));
    expect(theirs).toMatchObject({ organisation: 'Amara', message: wish.message });
    expect(herOwn).toMatchObject({ organisation: null });
    expect(await coordinator.get('query ($id: UUID!) { person(id: $id) { givenName phone } }', { id: theirs?.personId })).toEqual({ person: { givenName: 'Noor', phone: wish.phone } });
    expect(await king.rows(`select actor_kind from identity.audit_entry where action = 'askToTakePart' and person = $1`, [amara.partnerId])).toContainEqual({ actor_kind: 'partner' });
  });

  it('reads how far its own requests have come, of no other’s, and nothing of the family', async () => {
    const id = (await mockingbird.handIn()).data!.askToTakePart;
    await tell(coordinator, 'decideParticipationRequest', { requestId: id, decision: 'IN_REVIEW' });
    expect((await mockingbird.ask<Own>(own)).data).toMatchObject({ myParticipationRequests: [{ id, status: 'IN_REVIEW', closedAt: null }] });
    expect((await amara.ask<Own>(own)).data!.myParticipationRequests.map((request) => request.id)).not.toContain(id);
    for (const field of ['personId', 'message', 'preferredLanguage', 'as', 'organisation', 'takenUpBy', 'declineReason']) expect(codes(await mockingbird.ask(`{ myParticipationRequests { ${field} } }`))).toEqual(['FORBIDDEN']);
  });

  it('does nothing else: it withdraws and decides nothing, asks in nobody’s own name, and reads no connection', async () => {
    const requestId = (await amara.handIn()).data!.askToTakePart;
    for (const [name, input] of [
      ['withdrawParticipationRequest', { requestId }],
      ['decideParticipationRequest', { requestId, decision: 'ACCEPTED' }],
      ['requestParticipation', { idempotencyKey: crypto.randomUUID(), as: 'PARENT', preferredLanguage: 'en' }],
    ] as const)
      expect(codes(await amara.ask(change(name), { input }))).toEqual(['FORBIDDEN']);
    for (const query of ['{ participationRequests { nodes { id } } }', '{ familyConnections { nodes { id } } }', '{ people { nodes { id } } }']) expect(codes(await amara.ask(query))).toEqual(['FORBIDDEN']);
    expect(codes(await amara.handIn({ phone: null }))).toEqual(['IDENTITY.HOW_TO_REACH']);
  });

  it('names family connections as soon as it covers anything that reads of them', async () => {
    expect(await codeOf(grant(amara.partnerId, { scopes: ['INTAKE', 'CONNECTIONS'], connectionIds: [] }))).toBe('IDENTITY.GRANT_EMPTY');
  });

  it('asks for nobody any more once its grant covers something else, or has ended', async () => {
    const before = (await king.rows('select 1 from identity.participation_request')).length;
    const connectionId = await openConnection(king, await placeFamily(king, 'Mira'));
    await grant(amara.partnerId, { scopes: ['CONNECTIONS'], connectionIds: [connectionId] });
    await eventually(async () => expect(codes(await amara.ask('{ familyConnections { nodes { id } } }'))).toEqual([]));
    for (const refused of [await amara.handIn(), await amara.ask(own)]) expect(codes(refused)).toEqual(['FORBIDDEN']);
    await tell(king.supervisor, 'endPartnerGrant', { partnerId: mockingbird.partnerId });
    await eventually(async () => expect(codes(await mockingbird.ask(own))).toEqual(['NO_GRANT']));
    expect(codes(await mockingbird.handIn())).toEqual(['NO_GRANT']);
    expect(await king.rows('select 1 from identity.participation_request')).toHaveLength(before);
  });
});
