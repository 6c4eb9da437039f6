import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConnectionClosedV1, ConnectionOpenedV1 } from '@fc/contracts';
import { newId, type Id } from '@fc/domain-kernel';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { change, command, Family, hoursAgo, inHours, now, refusal } from './family.ts';
import { prepared } from './matched.ts';

interface Meeting {
  id: string;
  status: string;
  setting: string;
  place: string;
  scheduledFor: string;
  noShow: boolean;
}
interface Slots {
  slots: { startsAt: string; endsAt: string }[];
  waitingForPersonIds: string[];
}

const fields = 'id status setting place scheduledFor noShow';
const schedule = `mutation ($input: ScheduleConnectionsMeetingInput!) { scheduleConnectionsMeeting(input: $input) { ${fields} } }`;
const reschedule = `mutation ($input: RescheduleConnectionsMeetingInput!) { rescheduleConnectionsMeeting(input: $input) { ${fields} } }`;
const noShow = `mutation ($input: RecordNoShowInput!) { recordNoShow(input: $input) { ${fields} } }`;
const free = 'mutation ($input: SayFreeTimesInput!) { sayFreeTimes(input: $input) { weekday from to } }';
const near = { travelMinutes: 0 };
const scheduleIcebreaker = 'mutation ($input: ScheduleIcebreakerInput!) { scheduleIcebreaker(input: $input) { setting status } }';
const holdIcebreaker = 'mutation ($input: HoldIcebreakerInput!) { holdIcebreaker(input: $input) { setting status } }';
const ask = 'mutation ($input: AskForMeetingSupportInput!) { askForMeetingSupport(input: $input) { id } }';
const [arrange, confirm, withdraw] = ['arrangeMeetingSupport', 'confirmMeetingSupport', 'withdrawMeetingSupport'].map((name) => command(name, 'id')) as [string, string, string];
const slotFields = 'meetingSlots { slots { startsAt endsAt } waitingForPersonIds }';

let world: SharedWorld;
let king: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
}, 120_000);
afterAll(() => world?.stop());

const everyDay = (from: string, to: string): object[] => [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, to }));

describe('scheduling', () => {
  it('S04 proposes three slots on different days, in which exactly those who are needed have time', async () => {
    const { family, ally, mentor } = await prepared(king, 'amir');
    await family.permit();
    const slotsFor = (actor: Actor): Promise<Slots | null> => family.read<Slots | null>(actor, slotFields);
    expect((await slotsFor(ally))?.waitingForPersonIds.length).toBe(4);
    await change(family.parent, free, { hours: everyDay('09:00', '15:00'), ...near });
    await change(family.caregiver, free, { hours: everyDay('13:00', '20:00'), ...near });
    await change(ally, free, { hours: everyDay('00:00', '24:00'), ...near });
    expect(await slotsFor(mentor)).toEqual({ slots: [], waitingForPersonIds: [mentor.personId] });
    await change(mentor, free, { hours: everyDay('12:00', '14:30'), ...near });
    await change(family.caseworker, free, { hours: everyDay('03:00', '03:30') }); // is not needed
    const found = (await slotsFor(ally))!;
    expect(found.waitingForPersonIds).toEqual([]);
    expect(found.slots).toHaveLength(3);
    const inSeattle = (at: string, options: Intl.DateTimeFormatOptions): string => new Date(at).toLocaleString('en-GB', { timeZone: 'America/Los_Angeles', ...options });
    expect(new Set(found.slots.map(({ startsAt }) => inSeattle(startsAt, { dateStyle: 'short' }))).size).toBe(3);
    for (const { startsAt, endsAt } of found.slots) {
      expect(Date.parse(endsAt) - Date.parse(startsAt)).toBe(3_600_000);
      expect(Date.parse(startsAt)).toBeGreaterThan(Date.now());
      expect(inSeattle(startsAt, { timeStyle: 'short' }) >= '13:00').toBe(true);
      expect(inSeattle(endsAt, { timeStyle: 'short' }) <= '14:30').toBe(true);
    }
    const meeting = await ally.do<Meeting>(schedule, { connectionId: family.connectionId, scheduledFor: found.slots[1]!.startsAt, place: 'Library' });
    expect(meeting.status).toBe('SCHEDULED');
    const left = (await slotsFor(ally))!.slots.map(({ startsAt }) => startsAt);
    expect(left).not.toContain(found.slots[1]!.startsAt);
    expect(left).toContain(found.slots[2]!.startsAt);
    for (const other of [family.parent, family.caregiver, family.caseworker]) expect(await slotsFor(other)).toBeNull();

    // An icebreaker is planned by the agency, and needs no mentor.
    const icebreakerFor = (actor: Actor): Promise<Slots | null> => family.read<Slots | null>(actor, `meetingSlots(kind: ICEBREAKER, minutes: 60, facilitatorId: "${family.caseworker.personId}") { slots { startsAt endsAt } waitingForPersonIds }`);
    await change(family.caseworker, free, { hours: everyDay('14:00', '15:00'), ...near });
    const first = (await icebreakerFor(family.caseworker))!;
    expect(first.waitingForPersonIds).toEqual([]);
    expect(first.slots.map(({ startsAt }) => inSeattle(startsAt, { timeStyle: 'short' }))).toEqual(['14:00', '14:00', '14:00']);
    for (const other of [family.parent, family.caregiver, ally, mentor]) expect(await icebreakerFor(other)).toBeNull();
  });

  it('R78 proposes no slot against the ledger, and says no more than where somebody has no time', async () => {
    const { family, ally, mentor } = await prepared(king, 'bea');
    for (const actor of [family.parent, family.caregiver, ally, mentor]) await change(actor, free, { hours: everyDay('08:00', '18:00') });
    expect(await family.read(ally, slotFields)).toEqual({ slots: [], waitingForPersonIds: [] });
    await family.permit();
    expect((await family.read<Slots>(ally, slotFields)).slots).toHaveLength(3);
    await family.prohibit(['IN_PERSON']);
    expect(await family.read(ally, slotFields)).toEqual({ slots: [], waitingForPersonIds: [] });
  });

  it('R78 S04 proposes the first three slots that the ledger allows, however many before them it does not', async () => {
    const { family, ally, mentor } = await prepared(king, 'kay');
    const { parent, caregiver, coordinator } = family;
    for (const actor of [parent, caregiver, ally, mentor]) await change(actor, free, { hours: everyDay('00:00', '24:00'), ...near });
    const from = inHours(24 * 9);
    const { id } = await coordinator.do<{ id: string }>(command('permitContact', 'id'), { personIds: [parent.personId, caregiver.personId], channels: ['IN_PERSON'], from, source: 'CASE_PLAN' });
    await eventually(async () => expect(await king.rows('select 1 from meetings.contact_rule where id = $1', [id])).toHaveLength(1));
    const { slots } = await family.read<Slots>(ally, slotFields);
    expect(slots).toHaveLength(3);
    for (const { startsAt } of slots) expect(Date.parse(startsAt)).toBeGreaterThanOrEqual(Date.parse(from));
    expect((await ally.do<Meeting>(schedule, { connectionId: family.connectionId, scheduledFor: slots[0]!.startsAt, place: 'Library' })).status).toBe('SCHEDULED');
  });

  it('keeps what somebody said of their time to themselves, and refuses hours that are none', async () => {
    const parent = await king.person('PARENT', 'cleo');
    expect(await parent.get('{ myFreeTimes { weekday } }')).toEqual({ myFreeTimes: [] });
    await expect(change(parent, free, { hours: [{ weekday: 8, from: '09:00', to: '10:00' }] })).rejects.toEqual(refusal('INVALID_HOURS'));
    await expect(change(parent, free, { hours: [{ weekday: 1, from: '10:00', to: '09:00' }] })).rejects.toEqual(refusal('INVALID_HOURS'));
    await expect(change(parent, free, { hours: [] })).rejects.toEqual(refusal('MEETINGS.NO_HOURS'));
    expect(await change(parent, free, { hours: [{ weekday: 1, from: '09:00', to: '10:00' }] })).toEqual([{ weekday: 1, from: '09:00', to: '10:00' }]);
  });

  it('S04 counts everybody’s way there and back, whoever facilitates, and whoever gives what a family needs, and says what nobody has confirmed', async () => {
    const { family, ally, mentor } = await prepared(king, 'omar');
    await family.permit();
    const { connectionId, parent, caregiver, caseworker, coordinator } = family;
    const interpreter = await king.person('NAVIGATOR', 'omar-interpreter');
    const slotsFor = async (about = ''): Promise<Slots & { openSupports: { kind: string }[] }> => family.read(ally, `meetingSlots(minutes: 60${about}) { slots { startsAt endsAt } waitingForPersonIds openSupports { kind } }`);
    const minutesOf = (at: string): number => {
      const [hour, minute] = new Date(at).toLocaleTimeString('en-GB', { timeZone: 'America/Los_Angeles' }).split(':').map(Number) as [number, number];
      return hour * 60 + minute;
    };
    for (const actor of [parent, ally, mentor]) await change(actor, free, { hours: everyDay('09:00', '17:00'), ...near });
    await expect(change(caregiver, free, { hours: everyDay('09:00', '17:00'), travelMinutes: 241 })).rejects.toEqual(refusal('MEETINGS.INVALID_TRAVEL'));
    await change(caregiver, free, { hours: everyDay('09:00', '17:00'), travelMinutes: 75 });
    expect(await caregiver.get('{ myTravelMinutes }')).toEqual({ myTravelMinutes: 75 });
    expect((await slotsFor()).slots.every(({ startsAt, endsAt }) => minutesOf(startsAt) >= 10 * 60 + 15 && minutesOf(endsAt) <= 15 * 60 + 45)).toBe(true);
    await change(caregiver, free, { hours: everyDay('09:00', '17:00') }); // says nothing of the way: what the county counts
    expect(await caregiver.get('{ myTravelMinutes }')).toEqual({ myTravelMinutes: 30 });
    expect(minutesOf((await slotsFor()).slots[1]!.startsAt)).toBe(9 * 60 + 30);
    expect(minutesOf((await slotsFor(', setting: VIRTUAL')).slots[1]!.startsAt)).toBe(9 * 60); // nobody travels to a screen
    expect((await slotsFor(`, facilitatorId: "${caseworker.personId}"`)).waitingForPersonIds).toEqual([caseworker.personId]);
    await expect(slotsFor(`, facilitatorId: "${parent.personId}"`)).rejects.toEqual(refusal('MEETINGS.NOT_A_FACILITATOR'));

    const need = { connectionId, kind: 'INTERPRETER', language: 'so', forPersonId: parent.personId };
    await expect(parent.do(ask, { ...need, language: null })).rejects.toEqual(refusal('MEETINGS.LANGUAGE_FOR_INTERPRETER'));
    await expect(parent.do(ask, { ...need, language: 'no such' })).rejects.toEqual(refusal('MEETINGS.NO_SUCH_LANGUAGE'));
    await expect(parent.do(ask, { ...need, forPersonId: caregiver.personId })).rejects.toEqual(refusal('FORBIDDEN'));
    await expect(ally.do(ask, { ...need, forPersonId: ally.personId })).rejects.toEqual(refusal('MEETINGS.NOT_OF_THE_FAMILIES'));
    await expect((await king.person('PARENT', 'omar-stranger')).do(ask, need)).rejects.toEqual(refusal('NOT_FOUND'));
    const { id: supportId } = await parent.do<{ id: string }>(ask, need);
    await expect(mentor.do(ask, need)).rejects.toEqual(refusal('MEETINGS.SUPPORT_KNOWN'));
    const { id: careId } = await mentor.do<{ id: string }>(ask, { ...need, kind: 'CHILD_CARE', language: null, forPersonId: caregiver.personId });
    const kinds = async (actor: Actor): Promise<string[]> => (await family.read<{ kind: string }[]>(actor, 'meetingSupports { kind }')).map(({ kind }) => kind);
    expect([await kinds(parent), await kinds(caregiver), await kinds(ally), await kinds(mentor), await kinds(coordinator)]).toEqual([['INTERPRETER'], ['CHILD_CARE'], ['INTERPRETER', 'CHILD_CARE'], ['INTERPRETER', 'CHILD_CARE'], ['INTERPRETER', 'CHILD_CARE']]);
    expect((await slotsFor()).openSupports).toEqual([{ kind: 'INTERPRETER' }, { kind: 'CHILD_CARE' }]);

    for (const other of [parent, caregiver]) await expect(change(other, arrange, { supportId, providedById: interpreter.personId })).rejects.toEqual(refusal('FORBIDDEN'));
    await expect(change(ally, arrange, { supportId, providedById: caregiver.personId })).rejects.toEqual(refusal('MEETINGS.NOT_OF_THE_PROGRAM'));
    await change(ally, arrange, { supportId, providedById: interpreter.personId });
    expect(await slotsFor()).toMatchObject({ slots: [], waitingForPersonIds: [interpreter.personId], openSupports: [{ kind: 'CHILD_CARE' }] });
    await change(interpreter, free, { hours: everyDay('14:00', '15:00'), ...near });
    const slots = (await slotsFor(', setting: VIRTUAL')).slots;
    expect(slots.map(({ startsAt }) => minutesOf(startsAt))).toEqual([14 * 60, 14 * 60, 14 * 60]);

    const { id: meetingId } = await ally.do<Meeting>(schedule, { connectionId, scheduledFor: slots[1]!.startsAt, place: 'Library' });
    const open = async (actor: Actor): Promise<{ kind: string }[] | null> => (await family.read<{ openSupports: { kind: string }[] | null }>(actor, 'connectionsMeeting { openSupports { kind } }')).openSupports;
    for (const lead of [ally, mentor]) expect(await open(lead)).toEqual([{ kind: 'INTERPRETER' }, { kind: 'CHILD_CARE' }]);
    for (const other of [parent, caregiver]) expect(await open(other)).toBeNull();
    await expect(change(parent, confirm, { supportId, meetingId })).rejects.toEqual(refusal('FORBIDDEN'));
    await expect(change(ally, confirm, { supportId, meetingId: supportId })).rejects.toEqual(refusal('NOT_FOUND'));
    for (const id of [supportId, careId]) await change(mentor, confirm, { supportId: id, meetingId });
    expect(await open(ally)).toEqual([]);
    expect(await family.read(parent, 'meetingSupports { confirmations { meetingId confirmedBy } }')).toEqual([{ confirmations: [{ meetingId, confirmedBy: mentor.personId }] }]);
    expect((await slotsFor(', setting: VIRTUAL')).slots.map(({ startsAt }) => startsAt)).not.toContain(slots[1]!.startsAt);
    await change(ally, reschedule, { meetingId, scheduledFor: slots[2]!.startsAt, place: 'Library', setting: 'COMMUNITY' });
    expect(await open(mentor)).toEqual([{ kind: 'INTERPRETER' }, { kind: 'CHILD_CARE' }]); // for the new time nobody has said so
    await change(mentor, confirm, { supportId, meetingId });
    await change(ally, reschedule, { meetingId, scheduledFor: slots[2]!.startsAt, minutes: 75, place: 'Library', setting: 'COMMUNITY' });
    expect(await open(mentor)).toEqual([{ kind: 'INTERPRETER' }, { kind: 'CHILD_CARE' }]); // nor for a quarter of an hour more
    await change(ally, reschedule, { meetingId, scheduledFor: slots[2]!.startsAt, minutes: 60, place: 'Library', setting: 'COMMUNITY' });
    expect(await open(mentor)).toEqual([{ kind: 'CHILD_CARE' }]);
    await change(caregiver, withdraw, { supportId: careId });
    expect(await open(ally)).toEqual([]);
    await expect(change(ally, confirm, { supportId: careId, meetingId })).rejects.toEqual(refusal('MEETINGS.SUPPORT_NOT_NEEDED'));

    // Whoever gives it is with one family at a time, and not near somebody whom they must not meet.
    const second = await prepared(king, 'omar-second');
    await second.family.permit();
    const { id: otherMeetingId } = await second.ally.do<Meeting>(schedule, { connectionId: second.family.connectionId, scheduledFor: slots[2]!.startsAt, place: 'Park' });
    const { id: otherSupportId } = await second.ally.do<{ id: string }>(ask, { ...need, connectionId: second.family.connectionId, forPersonId: second.family.parent.personId });
    await change(second.ally, arrange, { supportId: otherSupportId, providedById: interpreter.personId });
    await expect(change(second.ally, confirm, { supportId: otherSupportId, meetingId: otherMeetingId })).rejects.toEqual(refusal('MEETINGS.OVERLAPS'));
    await family.prohibit(['IN_PERSON'], [parent.personId, interpreter.personId] as Parameters<Family['prohibit']>[1]);
    expect(await open(ally)).toEqual([{ kind: 'INTERPRETER' }]);
    await expect(change(ally, confirm, { supportId, meetingId })).rejects.toThrow('This is not possible at present. Please ask your caseworker.');
  });

  it('S04 lets one of two coordinators plan who plan for one person at the same moment', async () => {
    const [first, second] = [await Family.open(king, 'nora'), await Family.open(king, 'nora-second')];
    for (const family of [first, second]) await family.permit();
    const facilitatorId = first.caseworker.personId;
    const icebreakerOf = async (family: Family): Promise<string> => (await family.read<[{ id: string }]>(family.coordinator, 'icebreakers { id }'))[0].id;
    const ids = [await icebreakerOf(first), await icebreakerOf(second)];
    for (const hours of [30, 40, 50]) {
      const both = await Promise.allSettled([first, second].map(({ coordinator }, index) => coordinator.do(scheduleIcebreaker, { icebreakerId: ids[index], scheduledFor: inHours(hours), place: 'Office', facilitatorId })));
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const one of both) if (one.status === 'rejected') expect(one.reason).toEqual(refusal('MEETINGS.OVERLAPS'));
    }
  });

  it('S04 refuses a first meeting while somebody who must be there is expected elsewhere, unless whoever plans it says so', async () => {
    const { family, ally, mentor } = await prepared(king, 'gita');
    const second = await prepared(king, 'gita-second');
    for (const each of [family, second.family]) await each.permit();
    const { connectionId, caseworker, coordinator } = family;
    const at = (hours: number): object => ({ connectionId, scheduledFor: inHours(hours), place: 'Library' });
    const planFamilyMeeting = 'mutation ($input: PlanFamilyMeetingInput!) { planFamilyMeeting(input: $input) { id } }';
    const planHearing = 'mutation ($input: PlanReviewHearingInput!) { planReviewHearing(input: $input) { id } }';
    await caseworker.do(planFamilyMeeting, { connectionId, purpose: 'SUPPORT', scheduledFor: inHours(20), place: 'Library' });
    await caseworker.do(planHearing, { connectionId, kind: 'COURT', scheduledFor: inHours(30), place: 'Room 3' });
    for (const taken of [20, 19.5, 30.5]) await expect(ally.do(schedule, at(taken))).rejects.toEqual(refusal('MEETINGS.OVERLAPS'));
    await expect(ally.do(schedule, at(20))).rejects.toThrow('Somebody who must be there is expected elsewhere at that time.');
    const { id: meetingId } = await ally.do<Meeting>(schedule, at(25));
    const move = { meetingId, scheduledFor: inHours(20), place: 'Library', setting: 'COMMUNITY' };
    await expect(change(mentor, reschedule, move)).rejects.toEqual(refusal('MEETINGS.OVERLAPS'));
    expect(await change<Meeting>(mentor, reschedule, { ...move, despiteOverlap: true })).toMatchObject({ id: meetingId, status: 'SCHEDULED' });
    await change(mentor, reschedule, { ...move, scheduledFor: inHours(25) });

    // Their own icebreaker may be the same gathering; another family's is not, for whoever facilitates both.
    const [icebreaker] = await family.read<[{ id: string }]>(coordinator, 'icebreakers { id }');
    const [elsewhere] = await second.family.read<[{ id: string }]>(coordinator, 'icebreakers { id }');
    const facilitated = { scheduledFor: inHours(25.25), place: 'Office', facilitatorId: caseworker.personId };
    expect(await caseworker.do(scheduleIcebreaker, { ...facilitated, icebreakerId: icebreaker.id })).toMatchObject({ status: 'SCHEDULED' });
    await expect(coordinator.do(scheduleIcebreaker, { ...facilitated, icebreakerId: elsewhere.id })).rejects.toEqual(refusal('MEETINGS.OVERLAPS'));
    expect(await coordinator.do(scheduleIcebreaker, { ...facilitated, icebreakerId: elsewhere.id, scheduledFor: inHours(40) })).toMatchObject({ status: 'SCHEDULED' });
  });

  it('S04 S51 is planned over a hearing that a caregiver is to be at no more, since the child has left their home', async () => {
    const family = await Family.open(king, 'gita-third');
    const { caseworker, caregiver } = family;
    const other = await king.person('PARENT', 'gita-father');
    const [home] = await king.rows<{ placementId: Id<'Placement'>; householdId: Id<'CaregiverHousehold'>; childId: Id<'Child'> }>(
      'select placement_id as "placementId", household_id as "householdId", child_id as "childId" from meetings.connection_child join meetings.family_connection connection on connection.id = connection_id where connection_id = $1',
      [family.connectionId],
    );
    const { householdId, ...child } = home!;
    const connectionId = newId<'FamilyConnection'>();
    await king.say(ConnectionOpenedV1, { connectionId, parentId: other.personId as Id<'Person'>, householdId, caregiverIds: [caregiver.personId as Id<'Person'>], children: [child], openedAt: now() });
    await family.coordinator.do('mutation ($input: PermitContactInput!) { permitContact(input: $input) { id } }', { personIds: [other.personId, caregiver.personId], channels: ['IN_PERSON'], from: hoursAgo(200), source: 'CASE_PLAN' });
    const [icebreaker] = await eventually(async () => {
      const found = await king.rows<{ id: string }>('select id from meetings.icebreaker where connection_id = $1', [connectionId]);
      expect([found, await king.rows('select 1 from meetings.contact_rule where first_person_id = $1 or second_person_id = $1', [other.personId])]).toEqual([[expect.anything()], [expect.anything()]]);
      return found;
    });
    await caseworker.do('mutation ($input: PlanReviewHearingInput!) { planReviewHearing(input: $input) { id } }', { connectionId: family.connectionId, kind: 'COURT', scheduledFor: inHours(30), place: 'Room 3' });
    const at = { icebreakerId: icebreaker!.id, scheduledFor: inHours(30), place: 'Office', facilitatorId: caseworker.personId };
    await expect(caseworker.do(scheduleIcebreaker, at)).rejects.toEqual(refusal('MEETINGS.OVERLAPS'));
    await king.say(ConnectionClosedV1, { connectionId: family.connectionId, closedAt: now() });
    await eventually(async () => expect(await caseworker.do(scheduleIcebreaker, at)).toMatchObject({ status: 'SCHEDULED' }));
  });

  it('S04 proposes no slot over a family meeting or a hearing of somebody who is needed', async () => {
    const { family, ally, mentor } = await prepared(king, 'hana');
    await family.permit();
    for (const actor of [family.parent, family.caregiver, ally, mentor]) await change(actor, free, { hours: everyDay('10:00', '12:30'), travelMinutes: 45 });
    const proposed = async (): Promise<string[]> => (await family.read<Slots>(ally, slotFields)).slots.map(({ startsAt }) => startsAt);
    const [first, second, third] = (await proposed()) as [string, string, string];
    const { connectionId, caseworker } = family;
    await caseworker.do('mutation ($input: PlanFamilyMeetingInput!) { planFamilyMeeting(input: $input) { id } }', { connectionId, purpose: 'SUPPORT', scheduledFor: first, place: 'Library' });
    await caseworker.do('mutation ($input: PlanReviewHearingInput!) { planReviewHearing(input: $input) { id } }', { connectionId, kind: 'COURT', scheduledFor: second, place: 'Room 3' });
    const left = await proposed();
    expect(left).not.toContain(first);
    expect(left).not.toContain(second);
    expect(left).toContain(third);

    // A hearing of that morning is in the way as long as it takes, and the way from there.
    const before = new Date(Date.parse(third) - 2 * 3_600_000).toISOString();
    const { id: hearingId } = await caseworker.do<{ id: string }>('mutation ($input: PlanReviewHearingInput!) { planReviewHearing(input: $input) { id } }', { connectionId, kind: 'COURT', scheduledFor: before, minutes: 75, place: 'Room 3' });
    expect(await proposed()).toContain(third);
    await change(caseworker, command('rescheduleReviewHearing', 'id'), { hearingId, scheduledFor: before, minutes: 90, reason: 'DECIDED_BY_COURT' });
    expect(await proposed()).not.toContain(third);
    for (const minutes of [14, 481]) await expect(family.read(ally, `meetingSlots(minutes: ${minutes}) { slots { startsAt } }`)).rejects.toEqual(refusal('MEETINGS.INVALID_LENGTH'));
    expect(await family.read(ally, 'meetingSlots(minutes: 120) { slots { startsAt } }')).toEqual({ slots: [] });
  });

  it('S04 R78 takes all the time that it takes: refused and suspended by what forbids its second hour, and nobody who must be there is expected elsewhere in it', async () => {
    const [{ family, ally, mentor }, elsewhere] = [await prepared(king, 'pia'), await Family.open(king, 'pia-second')];
    for (const each of [family, elsewhere]) await each.permit();
    const { connectionId, caseworker, coordinator } = family;
    const base = Date.now();
    const at = (hours: number): string => new Date(base + hours * 3_600_000).toISOString();
    const scheduleLong = command('scheduleConnectionsMeeting', 'id status minutes');
    const rescheduleLong = command('rescheduleConnectionsMeeting', 'id status minutes');
    const plan = { connectionId, scheduledFor: at(20), minutes: 120, place: 'Library', facilitatorId: caseworker.personId };
    for (const minutes of [14, 481]) await expect(ally.do(scheduleLong, { ...plan, minutes })).rejects.toThrow('A meeting takes 15 to 480 minutes.');
    const { id: meetingId, ...planned } = await ally.do<Meeting & { minutes: number }>(scheduleLong, plan);
    expect(planned).toEqual({ status: 'SCHEDULED', minutes: 120 });

    const [{ id: icebreakerId }] = await elsewhere.read<[{ id: string }]>(coordinator, 'icebreakers { id }');
    const facilitated = (hours: number, minutes?: number): Promise<object> => coordinator.do(scheduleIcebreaker, { icebreakerId, scheduledFor: at(hours), minutes, place: 'Office', facilitatorId: caseworker.personId });
    for (const taken of [() => facilitated(21.5), () => facilitated(18.5, 120)]) await expect(taken()).rejects.toEqual(refusal('MEETINGS.OVERLAPS'));
    for (const free of [() => facilitated(22), () => facilitated(18.5, 90)]) expect(await free()).toMatchObject({ status: 'SCHEDULED' });
    // It is as long as before when it is moved, unless somebody says otherwise.
    await expect(facilitated(19)).rejects.toEqual(refusal('MEETINGS.OVERLAPS'));
    expect(await facilitated(19, 60)).toMatchObject({ status: 'SCHEDULED' });

    const ruleId = await family.prohibitFrom(at(21));
    const statusOf = async (): Promise<string> => (await family.read<{ status: string }>(family.parent, 'connectionsMeeting { status }')).status;
    await eventually(async () => expect(await statusOf()).toBe('SUSPENDED'));
    await expect(mentor.do(scheduleLong, plan)).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    const { id: shortId, minutes } = await mentor.do<Meeting & { minutes: number }>(scheduleLong, { ...plan, minutes: null });
    expect([shortId === meetingId, minutes]).toEqual([false, 60]); // the county's usual hour is over when it begins
    const move = { meetingId: shortId, scheduledFor: at(20), place: 'Library', setting: 'COMMUNITY' };
    await expect(change(mentor, rescheduleLong, { ...move, minutes: 61 })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    expect(await change(mentor, rescheduleLong, { ...move, scheduledFor: at(19), minutes: 90, despiteOverlap: true })).toMatchObject({ status: 'SCHEDULED', minutes: 90 });
    await family.endRule(ruleId);
    expect(await change(mentor, rescheduleLong, { ...move, despiteOverlap: true })).toMatchObject({ status: 'SCHEDULED', minutes: 90 });
  });

  it('S04 R78 moves a planned meeting to another time, or onto a screen where video is permitted, and it stays the same meeting', async () => {
    const { family, ally } = await prepared(king, 'dina');
    await family.permit(['IN_PERSON']);
    const { connectionId, parent, coordinator } = family;
    const { id: meetingId } = await ally.do<Meeting>(schedule, { connectionId, scheduledFor: inHours(24), place: 'Library' });
    await ally.do('mutation ($input: CoverAgendaItemInput!) { coverAgendaItem(input: $input) { id } }', { meetingId, key: 'INTRODUCTIONS' });
    const at = inHours(48);
    const moved = await change<Meeting>(coordinator, reschedule, { meetingId, scheduledFor: at, place: 'Park', setting: 'COMMUNITY' });
    expect({ ...moved, scheduledFor: Date.parse(moved.scheduledFor) }).toMatchObject({ id: meetingId, status: 'SCHEDULED', scheduledFor: Date.parse(at), place: 'Park' });
    const onScreen = { meetingId, scheduledFor: at, place: 'https://video.example.org/room', setting: 'VIRTUAL' };
    await expect(change(ally, reschedule, onScreen)).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    await family.permit(['VIDEO']);
    await expect(change(ally, reschedule, { ...onScreen, place: 'Library' })).rejects.toEqual(refusal('MEETINGS.NOT_A_LINK'));
    await expect(change(ally, reschedule, { ...onScreen, scheduledFor: hoursAgo(1) })).rejects.toEqual(refusal('DATE_IN_PAST'));
    await expect(change(parent, reschedule, onScreen)).rejects.toEqual(refusal('FORBIDDEN'));
    await expect(change(await king.person('PARENT_ALLY', 'stranger'), reschedule, onScreen)).rejects.toEqual(refusal('NOT_FOUND'));
    expect(await change<Meeting>(ally, reschedule, onScreen)).toMatchObject({ setting: 'VIRTUAL', place: onScreen.place });
    expect((await family.read<{ agenda: { key: string; covered: boolean }[] }>(ally, 'connectionsMeeting { agenda { key covered } }')).agenda[0]).toEqual({ key: 'INTRODUCTIONS', covered: true });
    await family.prohibit(['VIDEO']);
    await expect(change(ally, reschedule, { ...onScreen, scheduledFor: inHours(72) })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
  });

  it('S04 keeps that somebody did not come without naming them, not before its time, and lets another meeting be planned', async () => {
    const { family, ally, mentor } = await prepared(king, 'elif');
    await family.permit();
    const { connectionId, coordinator } = family;
    const { id: meetingId } = await ally.do<Meeting>(schedule, { connectionId, scheduledFor: inHours(1), place: 'Library' });
    await expect(change(mentor, noShow, { meetingId })).rejects.toEqual(refusal('MEETINGS.NOT_YET'));
    await king.rows(`update meetings.connections_meeting set scheduled_for = now() - interval '20 minutes' where id = $1`, [meetingId]);
    await expect(change(coordinator, noShow, { meetingId })).rejects.toEqual(refusal('MEETINGS.NOT_A_LEAD'));
    expect(await change<Meeting>(mentor, noShow, { meetingId })).toMatchObject({ status: 'CANCELLED', noShow: true });
    await expect(change(mentor, noShow, { meetingId })).rejects.toEqual(refusal('MEETINGS.CANCELLED'));
    expect((await ally.do<Meeting>(schedule, { connectionId, scheduledFor: inHours(24), place: 'Library' })).status).toBe('SCHEDULED');
  });

  it('S19 plans a first contact at a hospital, in a team meeting, at an orientation, in a training, or by video', async () => {
    const family = await Family.open(king, 'fay');
    await family.permit();
    const [icebreaker] = await family.read<[{ id: string }]>(family.coordinator, 'icebreakers { id }');
    const plan = { icebreakerId: icebreaker.id, scheduledFor: inHours(3), place: 'Room 2', facilitatorId: family.caseworker.personId };
    for (const setting of ['HOSPITAL', 'TEAM_MEETING', 'ORIENTATION', 'TRAINING']) expect(await family.caseworker.do(scheduleIcebreaker, { ...plan, setting })).toEqual({ setting, status: 'SCHEDULED' });
    await expect(family.caseworker.do(scheduleIcebreaker, { ...plan, setting: 'VIRTUAL' })).rejects.toEqual(refusal('MEETINGS.NOT_A_LINK'));
    expect(await family.caseworker.do(scheduleIcebreaker, { ...plan, setting: 'VIRTUAL', place: 'https://video.example.org/room' })).toEqual({ setting: 'VIRTUAL', status: 'SCHEDULED' });
    const held = { icebreakerId: icebreaker.id, heldAt: now(), purposes: ['START_RELATIONSHIP'], topics: [] };
    expect(await family.caseworker.do(holdIcebreaker, held)).toEqual({ setting: 'VIRTUAL', status: 'HELD' });
  });
});
