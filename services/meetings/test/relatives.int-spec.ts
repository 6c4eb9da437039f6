import { ContactPermittedV1 } from '@fc/contracts';
import { newId, type Id } from '@fc/domain-kernel';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hoursAgo, inHours, refusal, type Family } from './family.ts';
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
