import { ContactPermittedV1 } from '@fc/contracts';
import { newId, type Id } from '@fc/domain-kernel';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { command, hoursAgo, inHours, now, refusal, type Family } from './family.ts';
import { prepared } from './matched.ts';

const schedule = 'mutation ($input: ScheduleConnectionsMeetingInput!) { scheduleConnectionsMeeting(input: $input) { id status relativeIds attendeeIds } }';

let world: SharedWorld;
let king: TestCounty;
let family: Family;
let ally: Actor;
let grandmother: Actor;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  ({ family, ally } = await prepared(king, 'lina'));
  await family.permit();
  grandmother = await king.person('RELATIVE', 'Luz');
}, 120_000);
afterAll(() => world?.stop());

const plan = (relativeIds: readonly string[]): object => ({ connectionId: family.connectionId, scheduledFor: inHours(24), place: 'Library, room 2', relativeIds });

async function permit(people: readonly string[]): Promise<void> {
  const permissionId = newId<'ContactPermission'>();
  await king.say(ContactPermittedV1, { permissionId, people: people as Id<'Person'>[], channels: ['IN_PERSON'], from: hoursAgo(1), to: null });
  await eventually(async () => expect(await king.rows('select 1 from meetings.contact_rule where id = $1', [permissionId])).toHaveLength(1));
}

describe('relatives at a Connections Meeting', () => {
  it('S18 R25 come by name where the ledger permits them contact with the caregivers, and the meeting is suspended once it forbids it', async () => {
    await expect(ally.do(schedule, plan([grandmother.personId]))).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    await expect(ally.do(schedule, plan([1, 2, 3, 4, 5].map(() => newId())))).rejects.toEqual(refusal('MEETINGS.TOO_MANY_RELATIVES'));
    await permit([grandmother.personId, family.caregiver.personId]);
    const meeting = await ally.do<{ id: string; status: string; relativeIds: string[]; attendeeIds: string[] }>(schedule, plan([grandmother.personId]));
    expect(meeting).toMatchObject({ status: 'SCHEDULED', relativeIds: [grandmother.personId] });
    expect(meeting.attendeeIds).toContain(grandmother.personId);
    const told = await king.rows(`select 1 from (select envelope from meetings.outbox_event union all select envelope from meetings.event_log) event where envelope -> 'data' ->> 'personId' = $1`, [grandmother.personId]);
    expect(told).toHaveLength(1);

    await family.prohibit(['IN_PERSON'], [grandmother.personId, family.caregiver.personId].sort() as Id<'Person'>[]);
    await eventually(async () => expect(await family.read(family.parent, 'connectionsMeeting { id status notice }')).toMatchObject({ id: meeting.id, status: 'SUSPENDED', notice: expect.stringContaining('caseworker') }));
  });
});

describe('relatives at an icebreaker', () => {
  it('S18 R25 come by name in the same way, find it in their own calendar, hear when they are not to come any more, and nobody comes whom the ledger keeps from the caregivers', async () => {
    const { caseworker, caregiver } = family;
    const [aunt, uncle] = [await king.person('RELATIVE', 'Ida'), await king.person('RELATIVE', 'Rui')];
    const scheduleIcebreaker = command('scheduleIcebreaker', 'status relativeIds attendeeIds');
    const hold = command('holdIcebreaker', 'status relativeIds');
    /** Calendars ask identity itself. */
    const permitAtIdentity = async (relative: Actor): Promise<void> => {
      const rule = { personIds: [relative.personId, caregiver.personId], channels: ['IN_PERSON'], from: hoursAgo(200), source: 'CASE_PLAN' };
      const { id } = await family.coordinator.do<{ id: string }>(command('permitContact', 'id'), rule);
      await eventually(async () => expect(await king.rows('select 1 from meetings.contact_rule where id = $1', [id])).toHaveLength(1));
    };
    const [{ id: icebreakerId }] = await family.read<[{ id: string }]>(caseworker, 'icebreakers { id }');
    const of = (...relatives: Actor[]): object => ({ icebreakerId, scheduledFor: inHours(48), place: 'Park', setting: 'COMMUNITY', facilitatorId: caseworker.personId, relativeIds: relatives.map(({ personId }) => personId) });
    await expect(caseworker.do(scheduleIcebreaker, of(aunt))).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    await expect(caseworker.do(scheduleIcebreaker, { ...of(), relativeIds: [1, 2, 3, 4, 5].map(() => newId()) })).rejects.toEqual(refusal('MEETINGS.TOO_MANY_RELATIVES'));
    await permitAtIdentity(aunt);
    const planned = await caseworker.do<{ status: string; relativeIds: string[]; attendeeIds: string[] }>(scheduleIcebreaker, of(aunt));
    expect(planned).toMatchObject({ status: 'SCHEDULED', relativeIds: [aunt.personId] });
    expect(planned.attendeeIds).toContain(aunt.personId);
    await expect(caseworker.do(scheduleIcebreaker, of(aunt, uncle))).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));

    const feeds = new Map<Actor, string>();
    for (const relative of [aunt, uncle]) feeds.set(relative, (await relative.do<{ url: string }>('mutation ($input: OpenCalendarFeedInput!) { openCalendarFeed(input: $input) { url } }', {})).url);
    const calendarOf = (relative: Actor): Promise<string> =>
      eventually(async () => {
        const response = await fetch(new URL(new URL(feeds.get(relative)!).pathname, world.gateway.url));
        expect(response.status).toBe(200); // on a busy machine the ledger's answer may come too late
        return response.text();
      });
    expect(await calendarOf(aunt)).toContain(icebreakerId);
    expect(await calendarOf(uncle)).not.toContain(icebreakerId);

    // Moved without a word about relatives, it has the same; planned with nobody, it has nobody.
    expect(await caseworker.do(scheduleIcebreaker, { ...of(aunt), scheduledFor: inHours(50), relativeIds: null })).toMatchObject({ relativeIds: [aunt.personId] });
    await caseworker.do(scheduleIcebreaker, of());
    const told = await king.rows<{ template: string }>(
      `select envelope->'data'->>'template' as template from (select envelope from meetings.outbox_event union all select envelope from meetings.event_log) event where envelope->'data'->>'personId' = $1 order by 1`,
      [aunt.personId],
    );
    expect(told.map(({ template }) => template)).toEqual(['APPOINTMENT_CANCELLED', 'APPOINTMENT_PLANNED', 'APPOINTMENT_PLANNED']);
    expect(await calendarOf(aunt)).not.toContain(icebreakerId);

    await caseworker.do(scheduleIcebreaker, of(aunt));
    await family.prohibit(['IN_PERSON'], [aunt.personId, caregiver.personId].sort() as Id<'Person'>[]);
    await eventually(async () => expect(await family.read(family.parent, 'icebreakers { status notice }')).toEqual([{ status: 'SUSPENDED', notice: expect.stringContaining('caseworker') }]));
    await caseworker.do(scheduleIcebreaker, of());
    const held = { icebreakerId, heldAt: now(), purposes: [], topics: [] };
    for (const relative of [aunt, uncle]) await expect(caseworker.do(hold, { ...held, relativeIds: [relative.personId] })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    await permitAtIdentity(uncle);
    expect(await caseworker.do(hold, { ...held, relativeIds: [uncle.personId] })).toEqual({ status: 'HELD', relativeIds: [uncle.personId] });
  });
});
