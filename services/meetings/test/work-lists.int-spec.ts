import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { change, command, Family, hoursAgo, inHours, now, refusal } from './family.ts';
import { coverAgenda, prepareBoth } from './matched.ts';

interface Item {
  id: string;
  kind: string;
  subjectId: string | null;
  side: string | null;
  child: { id: string } | null;
  connection: { id: string };
  forPersonIds: string[];
  plannedFor: string | null;
  needsReason: boolean;
  window: { rule: string; startedBy: string; state: string; closesAt: string; missReason: string | null };
}
interface Work {
  nodes: Item[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const item = 'id kind subjectId side child { id } connection { id } forPersonIds plannedFor needsReason window { rule startedBy state closesAt missReason }';
const page = `nodes { ${item} } pageInfo { hasNextPage endCursor }`;
const attempt = 'mutation ($input: RecordComfortCallAttemptInput!) { recordComfortCallAttempt(input: $input) { id } }';
const buyIn = 'mutation ($input: RecordBuyInInput!) { recordBuyIn(input: $input) { id } }';
const missed = 'mutation ($input: RecordMissReasonInput!) { recordMissReason(input: $input) }';
const schedule = 'mutation ($input: ScheduleConnectionsMeetingInput!) { scheduleConnectionsMeeting(input: $input) { id } }';

let world: SharedWorld;
let king: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
}, 120_000);
afterAll(() => world?.stop());

const myWork = async (actor: Actor): Promise<Item[]> => (await actor.get<{ myWork: Work }>(`{ myWork(first: 100) { ${page} } }`)).myWork.nodes;
const countyWork = async (actor: Actor, first: number, after: string | null = null): Promise<Work> =>
  (await actor.get<{ countyWork: Work }>(`query ($first: Int!, $after: String) { countyWork(first: $first, after: $after) { ${page} } }`, { first, after })).countyWork;
const kinds = (items: readonly Item[]): string[] => items.map(({ kind }) => kind);
const eventuallyKinds = (actor: Actor, expected: string[]): Promise<void> => eventually(async () => expect(kinds(await myWork(actor)).sort()).toEqual([...expected].sort()));

describe('work lists', () => {
  it('S54 R83 tells a caseworker which contacts are due on their own cases, by when, for whom and why, and nobody else', async () => {
    const family = await Family.open(king, 'amir', { placed: 30 });
    const other = await Family.open(king, 'bea');
    const [call, icebreaker] = await eventually(async () => {
      const found = await myWork(family.caseworker);
      expect(kinds(found)).toEqual(['COMFORT_CALL', 'ICEBREAKER']);
      return found as [Item, Item];
    });
    expect(call).toMatchObject({
      connection: { id: family.connectionId },
      child: { id: family.childIds[0] },
      needsReason: true,
      window: { rule: 'COMFORT_CALL_24_HOURS_FROM_PLACEMENT', startedBy: 'PLACEMENT', state: 'MISSED' },
    });
    expect([...call.forPersonIds].sort()).toEqual([family.caregiver.personId, family.caseworker.personId].sort());
    expect(icebreaker).toMatchObject({ forPersonIds: [family.caseworker.personId], needsReason: false, window: { state: 'APPROACHING' } });
    expect((await myWork(other.caseworker)).map(({ connection }) => connection.id)).toEqual([other.connectionId, other.connectionId]);
    expect(kinds(await myWork(family.caregiver))).toEqual(['COMFORT_CALL']);
    expect(await myWork(family.parent)).toEqual([]);
    expect(await myWork(await king.person('CASEWORKER', 'elsewhere'))).toEqual([]);
  });

  it('R84 S54 takes the reason for a miss by the item of the list, once, and lists what was done no longer', async () => {
    const family = await Family.open(king, 'cleo', { placed: 30 });
    await family.permit();
    const [call] = await myWork(family.caseworker);
    const stranger = await king.person('CASEWORKER', 'stranger');
    await expect(stranger.do(missed, { windowId: call!.id, reason: 'UNREACHABLE' })).rejects.toEqual(refusal('NOT_FOUND'));
    await expect(family.parent.do(missed, { windowId: call!.id, reason: 'UNREACHABLE' })).rejects.toEqual(refusal('FORBIDDEN'));
    await family.caseworker.do(missed, { windowId: call!.id, reason: 'UNREACHABLE' });
    await family.caseworker.do(missed, { windowId: call!.id, reason: 'OTHER' });
    expect((await myWork(family.caseworker))[0]).toMatchObject({ needsReason: false, window: { state: 'MISSED', missReason: 'UNREACHABLE' } });
    for (const [who, by] of [[family.caseworker, 'AGENCY'], [family.caseworker, 'CASEWORKER'], [family.parent, 'PARENT'], [family.caregiver, 'CAREGIVER']] as const) await who.do(buyIn, { comfortCallId: call!.subjectId, by });
    await family.caregiver.do(attempt, { comfortCallId: call!.subjectId, outcome: 'SPOKE', at: now() });
    expect(kinds(await myWork(family.caseworker))).toEqual(['ICEBREAKER']);
    await expect(family.caseworker.do(missed, { windowId: call!.id, reason: 'OTHER' })).rejects.toEqual(refusal('MEETINGS.NOT_MISSED'));
  });

  it('R31 presses no caregiver to call a parent who was not ready, about a sibling neither, until the parent agrees', async () => {
    const family = await Family.open(king, 'dina', { children: 2 });
    await family.permit();
    const [call] = await myWork(family.caregiver);
    for (const [who, by] of [[family.caseworker, 'AGENCY'], [family.caseworker, 'CASEWORKER'], [family.parent, 'PARENT'], [family.caregiver, 'CAREGIVER']] as const) await who.do(buyIn, { comfortCallId: call!.subjectId, by });
    await family.caregiver.do(attempt, { comfortCallId: call!.subjectId, outcome: 'NOT_READY', at: now() });
    expect(await myWork(family.caregiver)).toEqual([]);
    expect(kinds(await myWork(family.caseworker))).toContain('COMFORT_CALL');
    await family.parent.get('mutation ($id: UUID!) { agreeToAnotherCall(comfortCallId: $id) { id } }', { id: call!.subjectId });
    expect(kinds(await myWork(family.caregiver))).toEqual(['COMFORT_CALL', 'COMFORT_CALL']);
  });

  it('S03 S04 S06 leads the mentors from the preparation to the meeting and on, each to their own', async () => {
    const family = await Family.open(king, 'elif');
    await family.permit();
    const { mentor: ally } = await family.match('PARENT_ALLY', hoursAgo(24 * 9));
    await eventuallyKinds(ally, ['PREPARATION']);
    const { mentor, end } = await family.match('CAREGIVER_MENTOR');
    await eventuallyKinds(mentor, ['PREPARATION', 'CONNECTIONS_MEETING']);
    const [preparation] = await myWork(mentor);
    expect(preparation).toMatchObject({ side: 'HOUSEHOLD', subjectId: null, forPersonIds: [mentor.personId], window: { rule: 'PREPARATION_7_DAYS_FROM_MATCH', state: 'DUE' } });
    await prepareBoth({ family, ally, mentor });
    for (const own of [ally, mentor]) expect(kinds(await myWork(own))).toEqual(['CONNECTIONS_MEETING']);
    const { id: meetingId } = await ally.do<{ id: string }>(schedule, { connectionId: family.connectionId, scheduledFor: inHours(1), place: 'Library' });
    const [planned] = await myWork(mentor);
    expect(planned).toMatchObject({ kind: 'CONNECTIONS_MEETING', window: { rule: 'CONNECTIONS_MEETING_14_DAYS_FROM_SECOND_MATCH' } });
    expect(planned?.plannedFor).not.toBeNull();
    expect([...planned!.forPersonIds].sort()).toEqual([ally.personId, mentor.personId].sort());
    await coverAgenda({ ally, mentor, meetingId });
    await mentor.do('mutation ($input: HoldMeetingInput!) { holdMeeting(input: $input) { id } }', { meetingId, heldAt: now() });
    const [talk] = await myWork(ally);
    expect(talk).toMatchObject({ kind: 'FOLLOW_UP', side: 'PARENT', forPersonIds: [ally.personId], window: { rule: 'FOLLOW_UP_EVERY_14_DAYS', state: 'APPROACHING' } });
    const inCounty = (await countyWork(family.coordinator, 100)).nodes.filter(({ connection }) => connection.id === family.connectionId);
    expect(inCounty.filter(({ kind }) => kind === 'FOLLOW_UP').map(({ subjectId }) => subjectId)).toEqual([null, null]);
    await end();
    await eventually(async () => expect(await myWork(mentor)).toEqual([]));
    expect(kinds(await myWork(ally))).toEqual(['FOLLOW_UP']);
  });

  it('R43 R78 asks for nothing that is prohibited, and nothing but a plan brings a meeting back', async () => {
    const family = await Family.open(king, 'fay');
    const permission = await family.permit();
    const { mentor: ally } = await family.match('PARENT_ALLY');
    const { mentor } = await family.match('CAREGIVER_MENTOR');
    await eventuallyKinds(mentor, ['PREPARATION', 'CONNECTIONS_MEETING']);
    const prohibition = await family.prohibit();
    expect(permission).not.toBe(prohibition);
    await eventuallyKinds(mentor, ['PREPARATION']);
    expect(await myWork(family.caregiver)).toEqual([]);
    expect(await myWork(family.caseworker)).toEqual([]);
    await family.endRule(prohibition);
    await prepareBoth({ family, ally, mentor });
    expect(await myWork(mentor)).toEqual([]);
    await ally.do(schedule, { connectionId: family.connectionId, scheduledFor: inHours(1), place: 'Library' });
    expect(kinds(await myWork(mentor))).toEqual(['CONNECTIONS_MEETING']);
  });

  it('R81 S54 lists nothing of a placement that is over, but what was missed while it lasted (R84)', async () => {
    const family = await Family.open(king, 'gita', { placed: 30 });
    await eventuallyKinds(family.caseworker, ['COMFORT_CALL', 'ICEBREAKER']);
    await family.move(family.childIds[0]!, { type: 'GROUP_HOME' });
    await eventuallyKinds(family.caseworker, []);
    const ofFamily = async (): Promise<Item[]> => (await countyWork(family.coordinator, 100)).nodes.filter(({ connection }) => connection.id === family.connectionId);
    await eventually(async () => expect(await ofFamily()).toMatchObject([{ kind: 'COMFORT_CALL', needsReason: true }]));
    await family.coordinator.do(missed, { windowId: (await ofFamily())[0]!.id, reason: 'AGENCY_DELAY' });
    expect(await ofFamily()).toEqual([]);
  });

  it('S54 tells a caseworker what families and courts wait for on their own cases, until it is answered, and nobody else', async () => {
    const family = await Family.open(king, 'iman');
    const { connectionId, parent, caregiver, caseworker, coordinator } = family;
    const elsewhere = await king.person('CASEWORKER', 'elsewhere');
    const requests = async (actor: Actor): Promise<unknown[]> =>
      (await actor.get<{ myOpenRequests: { kind: string; id: string; connection: { id: string }; forPersonId: string | null }[] }>('{ myOpenRequests { kind id connection { id } forPersonId } }')).myOpenRequests.map((one) => {
        expect(one.connection.id).toBe(connectionId);
        return [one.kind, one.id, one.forPersonId];
      });
    const [call] = await family.read<[{ id: string }]>(caseworker, 'comfortCalls { id }');
    const way = await parent.do<{ id: string }>(command('askForMeetingSupport', 'id'), { connectionId, kind: 'TRANSPORT', forPersonId: parent.personId });
    const hearing = await caseworker.do<{ id: string }>(command('planReviewHearing', 'id'), { connectionId, kind: 'COURT', scheduledFor: inHours(48), place: 'Room 3' });
    await change(caseworker, command('holdReviewHearing', 'id'), { hearingId: hearing.id, heldAt: now() });
    const { findings } = await caseworker.do<{ findings: [{ id: string }] }>(command('recordHearingFinding', 'findings { id }'), { hearingId: hearing.id, kind: 'FINDING', text: 'The parent waits for a place.' });
    const [buyInAsked, wayAsked, outcomeAsked] = [['BUY_IN', call.id, null], ['MEETING_SUPPORT', way.id, parent.personId], ['FINDING_OUTCOME', findings[0].id, null]];
    expect(await requests(caseworker)).toEqual([buyInAsked, wayAsked, outcomeAsked]); // those that wait longest first
    expect(await requests(elsewhere)).toEqual([]);
    for (const other of [parent, caregiver, coordinator]) expect((await other.ask('{ myOpenRequests { id } }')).errors[0]?.extensions?.code).toBe('FORBIDDEN');

    await change(caseworker, command('recordFindingOutcome', 'id'), { findingId: findings[0].id, outcome: 'SERVICE_BEGUN' });
    expect(await requests(caseworker)).toEqual([buyInAsked, wayAsked]);
    // Somebody from outside brings them: confirmed for one appointment, and asked for again when that is called off.
    await family.permit();
    const [{ id: icebreakerId }] = await family.read<[{ id: string }]>(caseworker, 'icebreakers { id }');
    await caseworker.do(command('scheduleIcebreaker', 'id'), { icebreakerId, scheduledFor: inHours(5), place: 'Field office', facilitatorId: caseworker.personId });
    expect(await requests(caseworker)).toEqual([buyInAsked, wayAsked]);
    await change(caseworker, command('confirmMeetingSupport', 'id'), { supportId: way.id, meetingId: icebreakerId });
    expect(await requests(caseworker)).toEqual([buyInAsked]);
    await change(caseworker, command('cancelIcebreaker', 'id'), { icebreakerId });
    expect(await requests(caseworker)).toEqual([buyInAsked, wayAsked]);
    await change(parent, command('withdrawMeetingSupport', 'id'), { supportId: way.id });
    await caseworker.do(buyIn, { comfortCallId: call.id, by: 'CASEWORKER' });
    expect(await requests(caseworker)).toEqual([]);
  });

  it('gives a coordinator all that is due in the county, page by page, the soonest first, and nobody else', async () => {
    const { coordinator, caseworker, parent } = await Family.open(king, 'hana', { children: 2 });
    const whole = await countyWork(coordinator, 100);
    expect(whole.nodes.length).toBeGreaterThan(5);
    const due = whole.nodes.map(({ window }) => Date.parse(window.closesAt));
    expect(due).toEqual([...due].sort((one, other) => one - other));
    const paged: Item[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { nodes, pageInfo } = await countyWork(coordinator, 3, after);
      paged.push(...nodes);
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(paged.map(({ id }) => id)).toEqual(whole.nodes.map(({ id }) => id));
    const soon = await coordinator.get<{ countyWork: Work }>(`query ($before: Instant!) { countyWork(first: 100, dueBefore: $before) { ${page} } }`, { before: inHours(30) });
    expect(soon.countyWork.nodes.every(({ window }) => Date.parse(window.closesAt) < Date.now() + 30 * 3_600_000)).toBe(true);
    expect(soon.countyWork.nodes.length).toBeLessThan(whole.nodes.length);
    for (const actor of [caseworker, parent]) expect((await actor.ask('{ countyWork { nodes { id } } }')).errors[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await coordinator.ask('{ countyWork(after: "nonsense") { nodes { id } } }')).errors[0]?.extensions?.code).toBe('INVALID_CURSOR');
    expect((await coordinator.ask('{ countyWork(first: 1001) { nodes { id } } }')).errors[0]?.extensions?.code).toBe('INVALID_PAGE_SIZE');
  });
});
