import { newId } from '@fc/domain-kernel';
import { ask, eventually, openConnection, placeFamily, SharedWorld, type Actor, type GraphQLAnswer, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { change, codeOf, tell } from './asking.ts';

const clientId = 'partner-amara';
const inAWeek = (): string => new Date(Date.now() + 7 * 86_400_000).toISOString();

let world: SharedWorld;
let king: TestCounty;
let supervisor: Actor;
let coordinator: Actor;
let partnerId: string;
let token: string;
let granted: string;
let other: string;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  supervisor = king.supervisor;
  coordinator = await king.person('COORDINATOR');
  granted = await openConnection(king, await placeFamily(king, 'Mira'));
  other = await openConnection(king, await placeFamily(king, 'Lena'));
  token = await king.partnerToken(clientId);
  partnerId = (await supervisor.do<{ id: string }>(change('registerPartner'), { organisation: 'Amara', clientId })).id;
}, 120_000);
afterAll(() => world?.stop());

const asPartner = <Data>(query: string, variables: object = {}): Promise<GraphQLAnswer<Data>> => ask<Data>(world.gateway.url, { authorization: `Bearer ${token}` }, query, variables);
const codes = (answer: GraphQLAnswer<unknown>): (string | undefined)[] => answer.errors.map(({ extensions }) => extensions?.code);
const grant = (said: object = {}): Promise<unknown> =>
  supervisor.do(change('grantPartnerAccess'), { partnerId, purpose: 'Supporting families after the meeting', scopes: ['CONNECTIONS'], connectionIds: [granted], until: inAWeek(), ...said });
const untilAnswered = (): Promise<void> =>
  eventually(async () => {
    expect(codes(await asPartner('{ myPartnerGrant { id } }'))).toEqual([]);
  });
const one = 'query ($id: UUID!) { familyConnection(id: $id) { id status openedAt } }';

describe('S83 a partner organisation', () => {
  it('is answered nothing, however good its token is, before the county grants it something', async () => {
    expect(codes(await asPartner('{ myPartnerGrant { id } }'))).toEqual(['NO_GRANT']);
    expect(codes(await asPartner('{ familyConnections { nodes { id } } }'))).toEqual(['NO_GRANT']);
  });

  it('is registered and granted by a program supervisor, and by nobody else', async () => {
    expect(await codeOf(coordinator.do(change('registerPartner'), { organisation: 'Other', clientId: 'partner-other' }))).toBe('FORBIDDEN');
    expect(await codeOf(coordinator.do(change('grantPartnerAccess'), { partnerId, purpose: 'x', scopes: ['CONNECTIONS'], connectionIds: [granted], until: inAWeek() }))).toBe('FORBIDDEN');
    expect(await codeOf(supervisor.do(change('registerPartner'), { organisation: 'Amara again', clientId }))).toBe('IDENTITY.PARTNER_ALREADY_REGISTERED');
    expect(await codeOf(supervisor.do(change('registerPartner'), { organisation: 'Nobody', clientId: 'countyctl' }))).toBe('IDENTITY.PARTNER_CLIENT_FORMAT');
    expect(await codeOf(grant({ scopes: [] }))).toBe('IDENTITY.GRANT_EMPTY');
    expect(await codeOf(grant({ until: '2020-01-01T00:00:00Z' }))).toBe('IDENTITY.GRANT_LENGTH');
    expect(await codeOf(grant({ requestsPerMinute: 0 }))).toBe('IDENTITY.GRANT_BUDGET');
    expect(await codeOf(grant({ connectionIds: [newId()] }))).toBe('NOT_FOUND');
  });

  it('reads what its grant covers of the connections that it names, and can ask what that is', async () => {
    await grant({ program: 'Parents for parents' });
    await untilAnswered();
    const { data } = await asPartner<{ myPartnerGrant: { organisation: string; covers: { scope: string; fields: string[] }[]; connectionIds: string[] } }>(
      '{ myPartnerGrant { organisation purpose program until requestsPerMinute connectionIds covers { scope fields } } }',
    );
    expect(data?.myPartnerGrant).toMatchObject({ organisation: 'Amara', program: 'Parents for parents', connectionIds: [granted], covers: [{ scope: 'CONNECTIONS' }] });
    expect(data?.myPartnerGrant.covers[0]?.fields).toContain('FamilyConnection.status');
    expect((await asPartner(one, { id: granted })).data).toMatchObject({ familyConnection: { id: granted, status: 'OPEN' } });
    expect((await asPartner('{ familyConnections { nodes { id } } }')).data).toEqual({ familyConnections: { nodes: [{ id: granted }] } });
    expect(codes(await asPartner(one, { id: other }))).toEqual(['NOT_FOUND']);
  });

  it('reads no field that its grant does not cover, and changes nothing', async () => {
    for (const selection of ['parent { givenName }', 'children { id }', 'household { id }']) {
      const { data, errors } = await asPartner<{ familyConnection: unknown }>(`query ($id: UUID!) { familyConnection(id: $id) { id ${selection} } }`, { id: granted });
      expect(errors[0]?.extensions?.code).toBe('FORBIDDEN');
      expect(data?.familyConnection ?? null).toBeNull();
    }
    for (const query of ['{ me { id } }', '{ people { nodes { id } } }', '{ partners { nodes { id } } }', '{ identityAuditTrail { nodes { action } } }'])
      expect(codes(await asPartner(query))).toEqual(['FORBIDDEN']);
    expect(codes(await asPartner(change('endPartnerGrant'), { input: { partnerId } }))).toEqual(['FORBIDDEN']);
    expect((await king.rows(`select 1 from identity.audit_entry where actor_kind = 'partner' and outcome = 'REFUSED'`)).length).toBeGreaterThan(0);
  });

  it('spends the budget of its grant, and is told when there is one again', async () => {
    await grant({ costPerMinute: 500, requestsPerMinute: 10_000 });
    await eventually(async () => {
      // 401 each: a hundred times a node and its three fields, and the page.
      expect(await asPartner('{ familyConnections(first: 100) { nodes { id status openedAt } } }')).toMatchObject({ status: 429, errors: [{ extensions: { code: 'PARTNER_BUDGET_SPENT' } }] });
    });
    await grant({ requestsPerMinute: 1, costPerMinute: 100_000 });
    await untilAnswered(); // once, by the new grant
    await eventually(async () => {
      expect(codes(await asPartner('{ myPartnerGrant { id } }'))).toEqual(['PARTNER_BUDGET_SPENT']);
    });
    expect((await coordinator.ask('{ me { id } }')).errors).toEqual([]);
  });

  it('is answered nothing any more within a second of the end of its grant', async () => {
    await grant();
    await untilAnswered();
    await tell(supervisor, 'endPartnerGrant', { partnerId });
    const ended = Date.now();
    await eventually(async () => {
      expect(codes(await asPartner(one, { id: granted }))).toEqual(['NO_GRANT']);
    });
    expect(Date.now() - ended).toBeLessThan(2_000); // the half second for which a gateway believes identity, with room for a busy machine
    expect((await coordinator.get<{ partners: { nodes: { grant: unknown }[] } }>('{ partners { nodes { grant { id } } } }')).partners.nodes).toEqual([{ grant: null }]);
  });

  it('loses a connection from its grant when the connection closes', async () => {
    await grant({ connectionIds: [granted, other], requestsPerMinute: 10_000, costPerMinute: 100_000 }); // asking again and again spends it
    await untilAnswered();
    await eventually(async () => expect(codes(await asPartner(one, { id: other }))).toEqual([]));
    const [{ child_id: childId } = { child_id: '' }] = await king.rows<{ child_id: string }>('select child_id from identity.connection_child where connection_id = $1', [other]);
    await tell(coordinator, 'exitFosterCare', { childIds: [childId], reason: 'REUNIFICATION', exitedAt: new Date().toISOString() });
    await eventually(async () => expect(codes(await asPartner(one, { id: other }))).toEqual(['NOT_FOUND']));
    expect(codes(await asPartner(one, { id: granted }))).toEqual([]);
  });
});
