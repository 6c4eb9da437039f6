import { SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { change, codeOf, expectAudited, said, tell } from './asking.ts';

interface Request {
  readonly id: string;
  readonly personId: string;
  readonly status: string;
}

const request = change('requestParticipation', '{ id personId as preferredLanguage message status }');
const mine = '{ myParticipationRequests { id status } }';
const list = 'query ($first: Int, $after: String, $status: ParticipationStatus) { participationRequests(first: $first, after: $after, status: $status) { nodes { id personId status } pageInfo { hasNextPage endCursor } } }';

const triage = 'query ($status: ParticipationStatus, $takenUpByMe: Boolean! = false) { participationRequests(first: 100, status: $status, takenUpByMe: $takenUpByMe) { nodes { id status declineReason takenUpBy takenUpAt closedAt } } }';
interface Triage {
  readonly participationRequests: { readonly nodes: readonly Request[] };
}

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
}, 120_000);
afterAll(() => world?.stop());

const decide = (requestId: string, decision: string): Promise<Request> => tell(coordinator, 'decideParticipationRequest', { requestId, decision }, '{ id personId status }');

describe('"Interested in participating?"', () => {
  it('S12 R30 lets a parent ask with nothing but a language, and change their mind before anybody decides', async () => {
    const parent = await king.person('PARENT', 'Noor');
    const asked = await parent.do<Request>(request, { as: 'PARENT', preferredLanguage: 'so' });
    expect(asked).toMatchObject({ personId: parent.personId, as: 'PARENT', preferredLanguage: 'so', message: null, status: 'NEW' });
    expect(await said(king, 'identity.participation-requested.v1')).toContainEqual(expect.objectContaining({ requestId: asked.id, as: 'PARENT' }));

    expect(await codeOf(parent.do(request, { as: 'PARENT', preferredLanguage: 'so' }))).toBe('IDENTITY.REQUEST_ALREADY_OPEN');
    expect(await tell(parent, 'withdrawParticipationRequest', { requestId: asked.id }, '{ status }')).toEqual({ status: 'WITHDRAWN' });
    expect(await codeOf(tell(parent, 'withdrawParticipationRequest', { requestId: asked.id }))).toBe('IDENTITY.REQUEST_CLOSED');
    expect(await parent.get(mine)).toEqual({ myParticipationRequests: [{ id: asked.id, status: 'WITHDRAWN' }] });
  });

  it('S12 lets a caseworker ask for somebody, and a coordinator review and accept', async () => {
    const caseworker = await king.person('CASEWORKER');
    const relative = await king.person('RELATIVE', 'Luz');
    expect(await codeOf(caseworker.do(request, { as: 'CAREGIVER', preferredLanguage: 'es' }))).toBe('IDENTITY.FOR_WHOM');
    const { id } = await caseworker.do<Request>(request, { as: 'CAREGIVER', preferredLanguage: 'es-mx', message: 'She cares for her nephew.', forPersonId: relative.personId });
    expect(await relative.get(mine)).toEqual({ myParticipationRequests: [{ id, status: 'NEW' }] });

    expect(await codeOf(decide(id, 'ACCEPTED'))).toBe('IDENTITY.REQUEST_NOT_IN_REVIEW');
    expect((await decide(id, 'IN_REVIEW')).status).toBe('IN_REVIEW');
    expect((await decide(id, 'ACCEPTED')).status).toBe('ACCEPTED');
    expect(await codeOf(decide(id, 'ACCEPTED'))).toBe('IDENTITY.REQUEST_NOT_IN_REVIEW');
    expect(await king.rows(`select role from identity.role_assignment where person_id = $1 and ends_at is null order by role`, [relative.personId])).toEqual([{ role: 'CAREGIVER' }, { role: 'RELATIVE' }]);
  });

  it('S12 declines with a reason that the family and whoever asked for them read, and nobody else', async () => {
    const caseworker = await king.person('CASEWORKER', 'Wren');
    const [parent, stranger] = [await king.person('PARENT', 'Hibo'), await king.person('PARENT', 'Elsewhere')];
    const { id } = await caseworker.do<Request>(request, { as: 'PARENT', preferredLanguage: 'so', forPersonId: parent.personId });
    const waiting = async (of: object): Promise<string[]> => (await coordinator.get<Triage>(triage, of)).participationRequests.nodes.map((node) => node.id);
    expect(await waiting({ status: 'NEW' })).toContain(id);
    expect(await waiting({ takenUpByMe: true })).not.toContain(id);
    await decide(id, 'IN_REVIEW');
    expect(await waiting({ status: 'NEW' })).not.toContain(id);
    expect(await waiting({ takenUpByMe: true, status: 'IN_REVIEW' })).toContain(id);

    const another = await king.person('COORDINATOR');
    const decline = (said: object): Promise<unknown> => tell(another, 'decideParticipationRequest', { requestId: id, ...said });
    expect(await codeOf(decline({ decision: 'DECLINED' }))).toBe('IDENTITY.DECLINE_REASON_NEEDED');
    await expectAudited(king, another, 'decideParticipationRequest', 'IDENTITY.DECLINE_REASON_NEEDED');
    expect(await codeOf(decline({ decision: 'ACCEPTED', reason: 'ANOTHER_COUNTY' }))).toBe('IDENTITY.DECLINE_REASON_NOT_NEEDED');
    await decline({ decision: 'DECLINED', reason: 'NO_CHILD_IN_FOSTER_CARE' });

    const declined = { id, status: 'DECLINED', declineReason: 'NO_CHILD_IN_FOSTER_CARE', takenUpBy: coordinator.personId, takenUpAt: expect.any(String), closedAt: expect.any(String) };
    const own = '{ myParticipationRequests { id status declineReason takenUpBy takenUpAt closedAt } }';
    for (const reader of [parent, caseworker]) expect(await reader.get(own)).toEqual({ myParticipationRequests: [declined] });
    expect((await coordinator.get<Triage>(triage, { takenUpByMe: true })).participationRequests.nodes).toContainEqual(declined);
    expect(await stranger.get(own)).toEqual({ myParticipationRequests: [] });
    expect(await codeOf(stranger.get(triage, {}))).toBe('FORBIDDEN');
    expect(JSON.stringify(await said(king, 'identity.participation-requested.v1'))).not.toContain('NO_CHILD_IN_FOSTER_CARE');
  });

  it('S12 shows the work list to a coordinator alone, oldest first and page by page', async () => {
    const [first, second] = [await king.person('PARENT', 'Ada'), await king.person('PARENT', 'Bea')];
    for (const parent of [first, second]) await parent.do(request, { as: 'PARENT', preferredLanguage: 'en' });
    type Listed = { participationRequests: { nodes: Request[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
    const { participationRequests: page } = await coordinator.get<Listed>(list, { first: 1, status: 'NEW' });
    expect(page).toMatchObject({ nodes: [{ personId: first.personId }], pageInfo: { hasNextPage: true } });
    const { participationRequests: rest } = await coordinator.get<Listed>(list, { first: 5, after: page.pageInfo.endCursor, status: 'NEW' });
    expect(rest).toMatchObject({ nodes: [{ personId: second.personId }], pageInfo: { hasNextPage: false } });

    expect(await codeOf(first.get(list, {}))).toBe('FORBIDDEN');
    await expectAudited(king, first, 'participationRequests', 'FORBIDDEN');
  });

  it('refuses somebody else’s decision, and a request for somebody else by one of a family', async () => {
    const [parent, other] = [await king.person('PARENT', 'Cleo'), await king.person('PARENT', 'Dot')];
    expect(await codeOf(parent.do(request, { as: 'PARENT', preferredLanguage: 'en', forPersonId: other.personId }))).toBe('FORBIDDEN');
    const { id } = await parent.do<Request>(request, { as: 'PARENT', preferredLanguage: 'en' });
    expect(await codeOf(tell(parent, 'decideParticipationRequest', { requestId: id, decision: 'ACCEPTED' }))).toBe('FORBIDDEN');
    expect(await codeOf(tell(other, 'withdrawParticipationRequest', { requestId: id }))).toBe('NOT_FOUND');
    expect(await codeOf(parent.do(request, { as: 'CAREGIVER', preferredLanguage: 'not a language' }))).toBe('IDENTITY.UNKNOWN_LANGUAGE');
    await expectAudited(king, parent, 'requestParticipation', 'FORBIDDEN');
    await expectAudited(king, parent, 'decideParticipationRequest', 'FORBIDDEN');
    await expectAudited(king, other, 'withdrawParticipationRequest', 'NOT_FOUND');
  });

  it('makes one request of the same input sent twice, and refuses another input under its key', async () => {
    const parent = await king.person('PARENT', 'Eve');
    const input = { idempotencyKey: crypto.randomUUID(), as: 'PARENT', preferredLanguage: 'en' };
    const [once, again] = [await parent.do<Request>(request, input), await parent.do<Request>(request, input)];
    expect(again.id).toBe(once.id);
    expect(await king.rows(`select 1 from identity.participation_request where person_id = $1`, [parent.personId])).toHaveLength(1);
    expect(await codeOf(parent.do(request, { ...input, preferredLanguage: 'es' }))).toBe('IDEMPOTENCY_KEY_REUSED');
    await expectAudited(king, parent, 'requestParticipation', 'IDEMPOTENCY_KEY_REUSED');
  });
});
