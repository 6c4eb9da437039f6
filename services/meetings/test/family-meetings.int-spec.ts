import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConnectionClosedV1, ConnectionOpenedV1 } from '@fc/contracts';
import { newId, type Id } from '@fc/domain-kernel';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { change, command, Family, hoursAgo, inHours, refusal } from './family.ts';

interface Meeting {
  id: string;
  number: number;
  status: string;
  notice: string | null;
  peopleIds: string[];
  withoutParentBecause: string | null;
  decisions: { id: string; text: string; ownerId: string; dueOn: string; doneAt: string | null }[];
}

const meeting = 'id number status notice peopleIds withoutParentBecause decisions { id text ownerId dueOn doneAt }';
const [plan, hold, cancel, complete] = ['planFamilyMeeting', 'holdFamilyMeeting', 'cancelFamilyMeeting', 'completeFamilyDecision'].map((name) => command(name, meeting)) as [string, string, string, string];

let world: SharedWorld;
let king: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
}, 90_000);
afterAll(() => world?.stop());

const meetingsOf = (family: Family, as: Actor): Promise<Meeting[]> => family.read<Meeting[]>(as, `familyMeetings { ${meeting} }`);
const mine = async (actor: Actor): Promise<Meeting[]> => (await actor.get<{ myFamilyMeetings: Meeting[] }>(`{ myFamilyMeetings { ${meeting} } }`)).myFamilyMeetings;
const next = (family: Family, more: object = {}): object => ({ connectionId: family.connectionId, purpose: 'REUNIFICATION', scheduledFor: inHours(24), place: 'Library, room 2', ...more });
/** A day from now on, wherever the county's clocks stand. */
const soon = (): string => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

/** These two may meet, as identity has it and meetings knows. */
async function permit(...people: [Actor, Actor]): Promise<void> {
  const coordinator = await king.person('COORDINATOR');
  const rule = { personIds: people.map(({ personId }) => personId), channels: ['IN_PERSON'], from: hoursAgo(200), source: 'CASE_PLAN' };
  const { id } = await coordinator.do<{ id: string }>('mutation ($input: PermitContactInput!) { permitContact(input: $input) { id } }', rule);
  await eventually(async () => expect(await king.rows('select 1 from meetings.contact_rule where id = $1', [id])).toHaveLength(1));
}

/** Another parent of the first child, who has a connection of their own with the same home. */
async function otherParent({ connectionId: known, childIds, caregiver }: Family, name: string): Promise<Actor> {
  const other = await king.person('PARENT', name);
  const [home] = await king.rows<{ placementId: Id<'Placement'>; householdId: Id<'CaregiverHousehold'> }>(
    'select child.placement_id as "placementId", connection.household_id as "householdId" from meetings.connection_child child join meetings.family_connection connection on connection.id = child.connection_id where connection.id = $1',
    [known],
  );
  const connectionId = newId<'FamilyConnection'>();
  const children = [{ childId: childIds[0] as Id<'Child'>, placementId: home!.placementId }];
  await king.say(ConnectionOpenedV1, { connectionId, parentId: other.personId as Id<'Person'>, householdId: home!.householdId, caregiverIds: [caregiver.personId as Id<'Person'>], children, openedAt: hoursAgo(1) });
  await eventually(async () => expect(await king.rows('select 1 from meetings.connection_child where connection_id = $1', [connectionId])).toHaveLength(1));
  return other;
}

describe('family meetings', () => {
  it('R59 S26 S50 is planned with the parent unless somebody says why not, and decides nothing without them either', async () => {
    const family = await Family.open(king, 'amir');
    const { caseworker, parent, caregiver } = family;
    await expect(caseworker.do(plan, next(family, { withParent: false }))).rejects.toEqual(refusal('MEETINGS.PARENT_BELONGS'));
    await expect(parent.do(plan, next(family))).rejects.toEqual(refusal('FORBIDDEN'));
    const without = await caseworker.do<Meeting>(plan, next(family, { withParent: false, withoutParentBecause: 'NOT_REACHED' }));
    expect(without).toMatchObject({ number: 1, withoutParentBecause: 'NOT_REACHED' });
    expect(without.peopleIds).not.toContain(parent.personId);
    expect(await meetingsOf(family, caregiver)).toMatchObject([{ withoutParentBecause: null }]);
    expect(await meetingsOf(family, parent)).toEqual([]);
    await change(caseworker, cancel, { meetingId: without.id });

    await expect(caseworker.do(plan, next(family))).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    await family.permit();
    const { id: meetingId } = await caseworker.do<Meeting>(plan, next(family));
    await expect(caseworker.do(plan, next(family))).rejects.toEqual(refusal('MEETINGS.ALREADY_SCHEDULED'));
    const decisions = [{ text: 'Nights at home on weekends.', ownerId: caseworker.personId, dueOn: soon() }];
    const held = { meetingId, heldAt: hoursAgo(0.5), cameIds: [caregiver.personId, caseworker.personId], decisions };
    await expect(caseworker.do(hold, held)).rejects.toEqual(refusal('MEETINGS.PARENT_BELONGS'));
    await expect(caseworker.do(hold, { ...held, heldAt: hoursAgo(24 * 400), withoutParentBecause: 'DECLINED' })).rejects.toEqual(refusal('DATE_TOO_EARLY'));
    await expect(caseworker.do(hold, { ...held, cameIds: [newId()] })).rejects.toEqual(refusal('MEETINGS.NOT_INVITED'));
    expect(await caseworker.do(hold, { ...held, withoutParentBecause: 'DECLINED' })).toMatchObject({ number: 2, status: 'HELD', withoutParentBecause: 'DECLINED' });
  });

  it('R59 counts every parent whom the children have, and shows another one the meeting that they are in', async () => {
    const family = await Family.open(king, 'dara');
    const { caseworker, parent, caregiver } = family;
    await family.permit();
    const other = await otherParent(family, 'dara-father');
    const stranger = await king.person('PARENT', 'dara-stranger');
    await expect(caseworker.do(plan, next(family))).rejects.toEqual(refusal('MEETINGS.PARENT_BELONGS'));
    await expect(caseworker.do(plan, next(family, { otherParentIds: [other.personId, stranger.personId] }))).rejects.toEqual(refusal('MEETINGS.NOT_A_GUEST'));
    await expect(caseworker.do(plan, next(family, { otherParentIds: [other.personId] }))).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    await permit(other, caregiver);
    const { id } = await caseworker.do<Meeting>(plan, next(family, { otherParentIds: [other.personId] }));
    expect(await mine(other)).toMatchObject([{ id, withoutParentBecause: null }]);
    expect(await mine(stranger)).toEqual([]);
    const decisions = [{ text: 'Both are told first.', ownerId: caseworker.personId, dueOn: soon() }];
    await expect(caseworker.do(hold, { meetingId: id, heldAt: hoursAgo(0.5), cameIds: [parent.personId, caregiver.personId], decisions })).rejects.toEqual(refusal('MEETINGS.PARENT_BELONGS'));
    await caseworker.do(hold, { meetingId: id, heldAt: hoursAgo(0.5), cameIds: [parent.personId, other.personId, caregiver.personId], decisions });
  });

  it('R59 asks why a parent who was to come did not, also where another parent was left out for a reason', async () => {
    const family = await Family.open(king, 'gus');
    const { caseworker, caregiver } = family;
    await family.permit();
    await otherParent(family, 'gus-father');
    const { id: meetingId } = await caseworker.do<Meeting>(plan, next(family, { withoutParentBecause: 'DECLINED' }));
    const decisions = [{ text: 'Nights at home on weekends.', ownerId: caseworker.personId, dueOn: soon() }];
    const held = { meetingId, heldAt: hoursAgo(0.5), cameIds: [caregiver.personId, caseworker.personId], decisions };
    await expect(caseworker.do(hold, held)).rejects.toEqual(refusal('MEETINGS.PARENT_BELONGS'));
    expect(await caseworker.do(hold, { ...held, withoutParentBecause: 'NOT_REACHED' })).toMatchObject({ status: 'HELD', withoutParentBecause: 'NOT_REACHED' });
  });

  it('S50 is kept by another caseworker once whoever planned it has left the case, and by no colleague before', async () => {
    const family = await Family.open(king, 'hedy');
    const { caseworker, coordinator, parent } = family;
    const [colleague, supervisor] = [await king.person('CASEWORKER', 'hedy-colleague'), await king.person('CASEWORKER_SUPERVISOR', 'hedy-supervisor')];
    await family.permit();
    await family.assign(colleague);
    await family.assign(supervisor, 'CASEWORKER_SUPERVISOR');
    const move = command('rescheduleFamilyMeeting', meeting);
    const { id: meetingId } = await caseworker.do<Meeting>(plan, next(family));
    const to = { meetingId, scheduledFor: inHours(48), reason: 'SOMEBODY_CANNOT_COME' };
    for (const other of [colleague, supervisor, coordinator]) await expect(change(other, move, to)).rejects.toEqual(refusal('NOT_FOUND'));
    expect(await meetingsOf(family, colleague)).toEqual([]);
    await expect(change(parent, move, to)).rejects.toEqual(refusal('FORBIDDEN'));
    expect(await change(king.supervisor, move, to)).toMatchObject({ status: 'SCHEDULED' }); // sees every one

    await family.unassign(caseworker);
    await expect(change(caseworker, move, to)).rejects.toEqual(refusal('NOT_FOUND'));
    expect(await meetingsOf(family, colleague)).toMatchObject([{ id: meetingId }]);
    for (const other of [supervisor, coordinator]) await expect(change(other, move, to)).rejects.toEqual(refusal('NOT_FOUND'));
    const moved = await change<Meeting>(colleague, move, to);
    expect(moved.peopleIds).toContain(colleague.personId);
    expect(moved.peopleIds).not.toContain(caseworker.personId);
    const third = await king.person('CASEWORKER', 'hedy-third');
    await family.assign(third);
    await expect(change(third, cancel, { meetingId })).rejects.toEqual(refusal('NOT_FOUND')); // it is the colleague's now
    expect(await colleague.do(hold, { meetingId, heldAt: hoursAgo(0.5), cameIds: [parent.personId, colleague.personId], decisions: [{ text: 'Asks for a place.', ownerId: colleague.personId, dueOn: soon() }] })).toMatchObject({ status: 'HELD' });
    const { id: withSupervisor } = await colleague.do<Meeting>(plan, next(family, { professionalIds: [supervisor.personId] }));
    expect(await change(supervisor, cancel, { meetingId: withSupervisor })).toMatchObject({ status: 'CANCELLED' });
  });

  it('S50 keeps who does what by when, for those in the meeting and nobody else', async () => {
    const family = await Family.open(king, 'bea');
    const { caseworker, coordinator, parent, caregiver } = family;
    const { mentor: ally } = await family.match('PARENT_ALLY');
    const { mentor } = await family.match('CAREGIVER_MENTOR');
    await family.permit();
    await expect(caseworker.do(plan, next(family, { professionalIds: [parent.personId] }))).rejects.toEqual(refusal('MEETINGS.NOT_A_GUEST'));
    const { id: meetingId } = await caseworker.do<Meeting>(plan, next(family, { professionalIds: [ally.personId] }));
    const there = [parent, caregiver, ally, caseworker].map(({ personId }) => personId);
    const held = { meetingId, heldAt: hoursAgo(0.5), cameIds: there };
    const decision = { text: 'Asks the school for a place.', ownerId: parent.personId, dueOn: soon() };
    await expect(caseworker.do(hold, { ...held, decisions: [{ ...decision, ownerId: mentor.personId }] })).rejects.toEqual(refusal('MEETINGS.OWNER_NOT_THERE'));
    await expect(caseworker.do(hold, { ...held, decisions: [{ ...decision, dueOn: '2020-02-29' }] })).rejects.toEqual(refusal('MEETINGS.DUE_BEFORE_MEETING'));
    await expect(coordinator.do(hold, { ...held, decisions: [decision] })).rejects.toEqual(refusal('NOT_FOUND'));
    const { decisions } = await caseworker.do<Meeting>(hold, { ...held, decisions: [decision] });
    await expect(caseworker.do(hold, { ...held, decisions: [decision] })).rejects.toEqual(refusal('MEETINGS.ALREADY_HELD'));
    const decisionId = decisions[0]!.id;
    for (const reader of [parent, caregiver, ally, king.supervisor]) expect((await meetingsOf(family, reader))[0]!.decisions).toMatchObject([{ ownerId: parent.personId, doneAt: null }]);
    for (const other of [mentor, coordinator]) expect(await meetingsOf(family, other)).toEqual([]);
    await expect(change(mentor, complete, { decisionId })).rejects.toEqual(refusal('NOT_FOUND'));
    await expect(change(caregiver, complete, { decisionId })).rejects.toEqual(refusal('FORBIDDEN'));
    expect((await change<Meeting>(parent, complete, { decisionId })).decisions[0]!.doneAt).not.toBeNull();
    await expect(change(parent, complete, { decisionId })).rejects.toEqual(refusal('MEETINGS.DECISION_DONE'));
  });

  it('S50 S54 puts what somebody promised on their own work list by its day, and on nobody else’s, until it is done', async () => {
    const family = await Family.open(king, 'edda');
    const { caseworker, coordinator, parent, caregiver } = family;
    const aunt = await king.person('RELATIVE', 'Luz');
    await family.permit();
    await permit(aunt, caregiver);
    const { id: meetingId } = await caseworker.do<Meeting>(plan, next(family, { relativeIds: [aunt.personId] }));
    const promise = (owner: Actor): object => ({ text: 'Asks for a place.', ownerId: owner.personId, dueOn: soon() });
    const { decisions } = await caseworker.do<Meeting>(hold, { meetingId, heldAt: hoursAgo(0.5), cameIds: [parent, caregiver, caseworker, aunt].map(({ personId }) => personId), decisions: [parent, caseworker, aunt].map(promise) });
    const work = async (actor: Actor, list = 'myWork'): Promise<{ id: string; kind: string; subjectId: string; forPersonIds: string[]; needsReason: boolean; window: { rule: string; state: string } }[]> => {
      const answer = await actor.get<Record<string, { nodes: Awaited<ReturnType<typeof work>> }>>(`{ ${list}(first: 100) { nodes { id kind subjectId forPersonIds needsReason window { rule state } } } }`);
      return answer[list]!.nodes.filter(({ kind }) => kind === 'FAMILY_DECISION');
    };
    const decisionOf = (owner: Actor): string => decisions.find(({ ownerId }) => ownerId === owner.personId)!.id;
    for (const owner of [parent, caseworker, aunt])
      expect(await work(owner)).toMatchObject([{ subjectId: decisionOf(owner), forPersonIds: [owner.personId], needsReason: false, window: { rule: 'FAMILY_DECISION_BY_A_CHOSEN_DAY', state: 'DUE' } }]);
    for (const other of [caregiver, coordinator, king.supervisor]) expect(await work(other)).toEqual([]);
    expect(await work(coordinator, 'countyWork')).toEqual([]);
    const [item] = await work(parent);
    for (const windowId of [item!.id, item!.subjectId]) await expect(caseworker.do('mutation ($input: RecordMissReasonInput!) { recordMissReason(input: $input) }', { windowId, reason: 'OTHER' })).rejects.toEqual(refusal('NOT_FOUND'));
    await change(parent, complete, { decisionId: decisionOf(parent) });
    expect(await work(parent)).toEqual([]);
    await change(caseworker, complete, { decisionId: decisionOf(aunt) });
    expect(await work(aunt)).toEqual([]);
    expect(await work(caseworker)).toHaveLength(1);
    await king.say(ConnectionClosedV1, { connectionId: family.connectionId, closedAt: hoursAgo(0) });
    await eventually(async () => expect(await work(caseworker)).toEqual([]));
  });

  it('S50 has relatives in it by name as far as the ledger permits, and is suspended once it forbids', async () => {
    const family = await Family.open(king, 'cleo');
    const { caseworker, parent, caregiver } = family;
    const aunt = await king.person('RELATIVE', 'Luz');
    await family.permit();
    const withAunt = next(family, { relativeIds: [aunt.personId] });
    await expect(caseworker.do(plan, withAunt)).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    await permit(aunt, caregiver);
    const { id } = await caseworker.do<Meeting>(plan, withAunt);
    expect(await mine(aunt)).toMatchObject([{ id, status: 'SCHEDULED', decisions: [] }]);
    expect(await mine(await king.person('RELATIVE', 'stranger'))).toEqual([]);
    await family.prohibit(['IN_PERSON']);
    for (const actor of [parent, caregiver, aunt]) await eventually(async () => expect(await mine(actor)).toMatchObject([{ id, status: 'SUSPENDED', notice: expect.stringContaining('caseworker') }]));
    await expect(caseworker.do(hold, { meetingId: id, heldAt: hoursAgo(0), cameIds: [parent.personId, caregiver.personId], decisions: [] })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
  });

  it('S50 is moved for a reason to another time, place or screen, as far as the ledger permits all of it, and everybody in it is told', async () => {
    const family = await Family.open(king, 'finn');
    const { caseworker, coordinator, parent, caregiver } = family;
    await family.permit();
    const move = command('rescheduleFamilyMeeting', 'id status scheduledFor minutes place setting moveReason movedAt');
    const { id: meetingId } = await caseworker.do<Meeting>(plan, next(family, { minutes: 90 }));
    const base = Date.now();
    const at = (hours: number): string => new Date(base + hours * 3_600_000).toISOString();
    const to = { meetingId, scheduledFor: at(48), reason: 'SUPPORT_MISSING' };
    for (const other of [parent, caregiver]) await expect(change(other, move, to)).rejects.toEqual(refusal('FORBIDDEN'));
    for (const other of [coordinator, (await Family.open(king, 'finn-other')).caseworker]) await expect(change(other, move, to)).rejects.toEqual(refusal('NOT_FOUND')); // are not in it
    await expect(change(caseworker, move, { ...to, scheduledFor: hoursAgo(1) })).rejects.toEqual(refusal('DATE_IN_PAST'));
    await expect(change(caseworker, move, { ...to, setting: 'VIRTUAL' })).rejects.toEqual(refusal('MEETINGS.NOT_A_LINK'));
    await expect(change(caseworker, move, { ...to, minutes: 481 })).rejects.toEqual(refusal('MEETINGS.INVALID_LENGTH'));
    const told = async (): Promise<string[]> =>
      (await king.rows<{ person: string }>(
        `select envelope->'data'->>'personId' as person from (select envelope from meetings.event_log union all select envelope from meetings.outbox_event) said
          where envelope->>'type' = 'meetings.notification-requested.v1' and envelope->'data'->>'template' = 'APPOINTMENT_PLANNED' and envelope->'data'->>'personId' = any ($1)`,
        [[parent, caregiver, caseworker].map(({ personId }) => personId)],
      )).map(({ person }) => person).sort();
    const everybody = [parent, caregiver, caseworker].map(({ personId }) => personId);
    expect(await told()).toEqual([...everybody].sort());
    expect(await change(caseworker, move, to)).toMatchObject({ id: meetingId, status: 'SCHEDULED', minutes: 90, place: 'Library, room 2', setting: 'TEAM_MEETING', moveReason: 'SUPPORT_MISSING', movedAt: expect.any(String) });
    expect(await told()).toEqual([...everybody, ...everybody].sort());
    expect(await family.read(parent, 'familyMeetings { moveReason }')).toEqual([{ moveReason: 'SUPPORT_MISSING' }]);
    const onScreen = { ...to, setting: 'VIRTUAL', place: 'https://video.example.org/room' };
    expect(await change(caseworker, move, onScreen)).toMatchObject({ setting: 'VIRTUAL', place: onScreen.place });

    // What forbids a part of it forbids it; what begins when it is over does not.
    await family.prohibitFrom(at(73));
    const inPerson = { ...to, scheduledFor: at(72), setting: 'COMMUNITY', place: 'Park' };
    await expect(change(caseworker, move, { ...inPerson, minutes: 61 })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    expect(await change(caseworker, move, { ...inPerson, minutes: 60 })).toMatchObject({ status: 'SCHEDULED', place: 'Park' });
    await change(caseworker, cancel, { meetingId });
    await expect(change(caseworker, move, to)).rejects.toEqual(refusal('MEETINGS.CANCELLED'));
    await expect(caseworker.do(plan, next(family, { scheduledFor: at(72), minutes: 61 }))).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    expect(await caseworker.do(plan, next(family, { scheduledFor: at(72) }))).toMatchObject({ status: 'SCHEDULED' });
    await family.prohibitFrom(at(72.5));
    await eventually(async () => expect((await meetingsOf(family, parent)).map(({ status }) => status)).toEqual(['CANCELLED', 'SUSPENDED']));
  });

  it('S50 R43 has in it no relative who has nothing to do with this family, whether or not the caregivers come', async () => {
    const family = await Family.open(king, 'iris');
    const { caseworker, caregiver, coordinator, childIds } = family;
    const [stranger, aunt, grandmother] = [await king.person('RELATIVE', 'iris-stranger'), await king.person('RELATIVE', 'iris-aunt'), await king.person('RELATIVE', 'iris-grandmother')];
    await family.permit();
    await permit(stranger, (await Family.open(king, 'iris-other')).caregiver);
    await permit(aunt, caregiver);
    const withChild = { personIds: [grandmother.personId, childIds[0]], channels: ['IN_PERSON'], from: hoursAgo(200), source: 'CASE_PLAN' };
    const { id: rule } = await coordinator.do<{ id: string }>('mutation ($input: PermitContactInput!) { permitContact(input: $input) { id } }', withChild);
    await eventually(async () => expect(await king.rows('select 1 from meetings.contact_rule where id = $1', [rule])).toHaveLength(1));
    const having = (withCaregivers: boolean, ...relatives: Actor[]): Promise<Meeting> => caseworker.do<Meeting>(plan, next(family, { withCaregivers, relativeIds: relatives.map(({ personId }) => personId) }));
    for (const withCaregivers of [true, false]) await expect(having(withCaregivers, aunt, stranger)).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    await expect(having(true, grandmother)).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE')); // with the caregivers she may not be
    const { id: meetingId } = await having(true, aunt);
    await change(caseworker, cancel, { meetingId });
    expect((await having(false, aunt, grandmother)).peopleIds).toEqual(expect.arrayContaining([aunt.personId, grandmother.personId]));
  });

  it('S50 S51 is planned on no connection that closes at that moment, and neither is a review', async () => {
    for (const [name, mutation, about] of [
      ['jo', plan, { purpose: 'REUNIFICATION' }],
      ['jo-court', command('planReviewHearing', 'id'), { kind: 'COURT' }],
    ] as const) {
      const family = await Family.open(king, name);
      await family.permit();
      const closing = king.rows('with closed as (update meetings.family_connection set closed_at = now() where id = $1 returning 1) select pg_sleep(3) from closed', [family.connectionId]);
      await sleep(500); // it has not committed yet
      await expect(family.caseworker.do(mutation, { connectionId: family.connectionId, scheduledFor: inHours(24), place: 'Library', ...about })).rejects.toEqual(refusal('MEETINGS.CONNECTION_CLOSED'));
      await closing;
    }
  });
});
