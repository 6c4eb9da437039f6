import { identity } from '@fc/identity';
import { meetings } from '@fc/meetings';
import { eventually, openConnection, placeFamily, type Actor, type TestCounty, type TestFamily } from '@fc/testing';
import { World } from '@fc/testing/world';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const call = 'mutation ($input: CallThroughBridgeInput!) { callThroughBridge(input: $input) { status bridgedAt } }';
const howItStands = 'query ($id: UUID!) { familyConnection(id: $id) { comfortCalls { status bridgedAt notConnectedAt } } }';
const attempt = 'mutation ($input: RecordComfortCallAttemptInput!) { recordComfortCallAttempt(input: $input) { status bridgedAt } }';
const buyIn = 'mutation ($input: RecordBuyInInput!) { recordBuyIn(input: $input) { id } }';
const parties = ['AGENCY', 'CASEWORKER', 'PARENT', 'CAREGIVER'];

let world: World;
let king: TestCounty;
let coordinator: Actor;

beforeAll(async () => {
  world = await World.start({ counties: ['king'], subgraphs: [identity, meetings] });
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
}, 90_000);
afterAll(() => world?.stop());

interface Ready {
  readonly family: TestFamily;
  readonly connectionId: string;
  readonly comfortCallId: string;
  readonly numbers: { readonly caregiver: string; readonly parent: string };
}
let last = 100;

/** Two families who may speak with each other, and whose numbers the program has. */
async function ready(name: string, reached: readonly ('caregiver' | 'parent')[] = ['caregiver', 'parent']): Promise<Ready> {
  const family = await placeFamily(king, name);
  const { parent, caregiver } = family;
  const numbers = { caregiver: `+12065550${(last += 1)}`, parent: `+12065550${(last += 1)}` };
  for (const who of reached)
    await family[who].get('mutation ($input: SetContactDetailsInput!) { setContactDetails(input: $input) { id } }', { input: { personId: family[who].personId, phones: [{ number: numbers[who], kind: 'MOBILE', safeToLeaveMessage: false }] } });
  const connectionId = await openConnection(king, family);
  await coordinator.do('mutation ($input: PermitContactInput!) { permitContact(input: $input) { id } }', { personIds: [parent.personId, caregiver.personId], channels: ['CALL'], source: 'CASE_PLAN' });
  const comfortCallId = await eventually(async () => {
    const { familyConnection } = await coordinator.get<{ familyConnection: { comfortCalls: { id: string }[] } }>('query ($id: UUID!) { familyConnection(id: $id) { comfortCalls { id } } }', { id: connectionId });
    expect(await king.rows('select 1 from meetings.contact_rule where $1 in (first_person_id, second_person_id)', [parent.personId])).toHaveLength(1);
    return familyConnection.comfortCalls[0]!.id;
  });
  return { family, connectionId, comfortCallId, numbers };
}

const refusal = (code: string): object => expect.objectContaining({ code }) as object;
// On a busy machine the ledger's answer may come too late, which is refused in other words.
const ring = (by: Actor, comfortCallId: string): Promise<unknown> => eventually(() => by.do(call, { comfortCallId }));
const expectRefused = (by: Actor, comfortCallId: string, code: string): Promise<void> => eventually(() => expect(by.do(call, { comfortCallId })).rejects.toEqual(refusal(code)));
const callsTo = async (number: string): Promise<string[]> => (await world.outgoing()).filter(({ method, to }) => method === 'CALL' && to === number).map(({ text }) => text);
const wantIt = async (comfortCallId: string, by = parties): Promise<void> => {
  for (const party of by) await coordinator.do(buyIn, { comfortCallId, by: party });
};

describe('a comfort call through the bridge', () => {
  it('R79 R21 S16 connects the caregiver with the parent once all four want it, and shows neither the other’s number', async () => {
    const { family, comfortCallId, numbers } = await ready('amir');
    const { caregiver, parent } = family;
    await wantIt(comfortCallId, ['AGENCY', 'CASEWORKER', 'CAREGIVER']);
    await expectRefused(caregiver, comfortCallId, 'MEETINGS.BUY_IN_MISSING');
    await parent.do(buyIn, { comfortCallId, by: 'PARENT' });
    for (const other of [parent, coordinator]) await expectRefused(other, comfortCallId, 'FORBIDDEN');
    await expectRefused(await king.person('CAREGIVER', 'Stranger'), comfortCallId, 'NOT_FOUND');
    expect(await ring(caregiver, comfortCallId)).toEqual({ status: 'OPEN', bridgedAt: expect.any(String) });
    await eventually(async () => expect(await callsTo(numbers.caregiver)).toEqual([`is connected with ${numbers.parent}`]));
    const seen = await caregiver.ask('query ($id: UUID!) { person(id: $id) { contactDetails { phones { number } } } }', { id: parent.personId });
    expect(JSON.stringify(seen)).not.toContain(numbers.parent);
    const said = await king.rows<{ envelope: object }>('select envelope from meetings.event_log union all select envelope from meetings.outbox_event');
    expect(JSON.stringify(said)).not.toMatch(/\+1206555/);
  });

  it('R31 S16 is made again only after somebody has said how the last one went, and after a parent was not ready only with their agreement', async () => {
    const { family, comfortCallId, numbers } = await ready('bea');
    const { caregiver, parent } = family;
    await wantIt(comfortCallId);
    const say = (outcome: string): Promise<unknown> => eventually(() => caregiver.do(attempt, { comfortCallId, outcome, at: new Date().toISOString() }));
    await ring(caregiver, comfortCallId);
    await expectRefused(caregiver, comfortCallId, 'MEETINGS.OUTCOME_NEEDED');
    expect(await say('NO_ANSWER')).toEqual({ status: 'OPEN', bridgedAt: null });
    await ring(caregiver, comfortCallId);
    await say('NOT_READY');
    await expectRefused(caregiver, comfortCallId, 'MEETINGS.NO_CALL_WITHOUT_AGREEMENT');
    await parent.get('mutation ($id: UUID!) { agreeToAnotherCall(comfortCallId: $id) { id } }', { id: comfortCallId });
    await ring(caregiver, comfortCallId);
    expect(await say('SPOKE')).toEqual({ status: 'HELD', bridgedAt: null });
    await expectRefused(caregiver, comfortCallId, 'MEETINGS.ALREADY_HELD');
    await eventually(async () => expect((await callsTo(numbers.caregiver)).length).toBeGreaterThan(0));
  });

  it('R79 S16 says to whoever called that no phone rang, and not why, and lets them call again at once', async () => {
    const { family, connectionId, comfortCallId, numbers } = await ready('dina', ['caregiver']); // nobody knows the parent's number
    const { caregiver, parent } = family;
    await wantIt(comfortCallId);
    await ring(caregiver, comfortCallId);
    const calls = async (as: Actor): Promise<object[]> => (await as.get<{ familyConnection: { comfortCalls: object[] } }>(howItStands, { id: connectionId })).familyConnection.comfortCalls;
    await eventually(async () => expect(await calls(caregiver)).toEqual([{ status: 'OPEN', bridgedAt: null, notConnectedAt: expect.any(String) }]));
    expect(await callsTo(numbers.caregiver)).toEqual([]);
    await parent.get('mutation ($input: SetContactDetailsInput!) { setContactDetails(input: $input) { id } }', { input: { personId: parent.personId, phones: [{ number: numbers.parent, kind: 'MOBILE', safeToLeaveMessage: false }] } });
    await ring(caregiver, comfortCallId); // without a word about how the last call went: there was none
    await eventually(async () => expect(await callsTo(numbers.caregiver)).toEqual([`is connected with ${numbers.parent}`]));
    expect(await calls(caregiver)).toEqual([{ status: 'OPEN', bridgedAt: expect.any(String), notConnectedAt: null }]);
  });

  it('R78 R43 rings nowhere once contact is prohibited, and says no reason', async () => {
    const { family, comfortCallId, numbers } = await ready('cleo');
    const { caregiver, parent } = family;
    await wantIt(comfortCallId);
    await coordinator.do('mutation ($input: ProhibitContactInput!) { prohibitContact(input: $input) { id } }', { personIds: [parent.personId, caregiver.personId], channels: ['CALL'], source: 'COURT_ORDER' });
    await expectRefused(caregiver, comfortCallId, 'CONTACT_NOT_POSSIBLE');
    await eventually(() => expect(caregiver.do(call, { comfortCallId })).rejects.toThrow('This is not possible at present. Please ask your caseworker.'));
    expect(await callsTo(numbers.caregiver)).toEqual([]);
  });
});
