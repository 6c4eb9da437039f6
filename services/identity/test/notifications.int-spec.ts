import { MeetingsNotificationRequestedV1, type EventData } from '@fc/contracts';
import { newId, type Id } from '@fc/domain-kernel';
import { eventually, inHours, type Actor, type TestCounty } from '@fc/testing';
import { World, type OutgoingMessage } from '@fc/testing/world';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity } from '../src/index.ts';
import { change, codeOf, tell } from './asking.ts';

let world: World;
let king: TestCounty;
let coordinator: Actor;
let number = 100;

beforeAll(async () => {
  world = await World.start({ counties: ['king'], subgraphs: [identity] });
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
}, 120_000);
afterAll(() => world?.stop());

const anyHour = { quietFrom: '00:00', quietTo: '00:00' };

/** Somebody with a mobile on which it is safe to leave a message, and with mail. */
async function reachable(name: string, languages: readonly string[] = ['en'], safeToLeaveMessage = true): Promise<{ person: Actor; phone: string; email: string }> {
  const person = await king.person('PARENT', name, { languages });
  const [phone, email] = [`+12065550${(number += 1)}`, `${name.toLowerCase()}@mail.example.org`];
  await tell(coordinator, 'setContactDetails', { personId: person.personId, email, phones: [{ number: phone, kind: 'MOBILE', safeToLeaveMessage }] }, '{ id }');
  return { person, phone, email };
}
const wants = (person: Actor, methods: string[], also: object = {}): Promise<unknown> => tell(person, 'setNotificationPreferences', { methods, ...anyHour, ...also }, '{ methods }');
const planned = (personId: string, about: Partial<EventData<typeof MeetingsNotificationRequestedV1>> = {}): Promise<string> =>
  king.say(MeetingsNotificationRequestedV1, { notificationId: newId<'Notification'>(), personId: personId as Id<'Person'>, template: 'APPOINTMENT_PLANNED', at: inHours(48), expiresAt: inHours(48), ...about });
const sentTo = async (address: string): Promise<OutgoingMessage[]> => (await world.outgoing()).filter(({ to }) => to === address);
const statusOf = async (personId: string): Promise<string[]> => (await king.rows<{ status: string }>('select status from identity.notification where person_id = $1 order by id', [personId])).map(({ status }) => status);

describe('a notification', () => {
  it('reaches whoever has asked for it, by the way that they like best, and says nothing of what it is about', async () => {
    const { person, phone, email } = await reachable('Noor');
    await wants(person, ['TEXT', 'MAIL']);
    await planned(person.personId);
    await eventually(async () => expect(await sentTo(phone)).toHaveLength(1));
    const [message] = await sentTo(phone);
    expect(message).toMatchObject({ method: 'TEXT' });
    expect(message!.text).toMatch(/appointment is planned for \w+day, /);
    expect(message!.text.replaceAll(/https:\S+/g, '')).not.toMatch(/foster|child|noor|meeting|case/i);
    expect(await sentTo(email)).toEqual([]);
    await eventually(async () => expect(await statusOf(person.personId)).toEqual(['SENT'])); // it leaves a moment before that is committed
  });

  it('R78 does not leave when the ledger has come to forbid what it invites to', async () => {
    const [invited, other] = [await reachable('Zahra'), await reachable('Omid')];
    for (const { person } of [invited, other]) await wants(person, ['TEXT']);
    const caregiver = await king.person('CAREGIVER', 'Home');
    const meetingWith = (person: Actor): Parameters<typeof planned>[1] => ({
      contact: { channel: 'IN_PERSON', at: inHours(48), between: [person.personId as Id<'Person'>], and: [caregiver.personId as Id<'Person'>], alsoPresent: [] },
    });
    const rule = (kind: string, person: Actor): Promise<unknown> => coordinator.do(change(kind, '{ id }'), { personIds: [person.personId, caregiver.personId], channels: ['IN_PERSON'], source: 'COURT_ORDER' });
    for (const { person } of [invited, other]) await rule('permitContact', person);
    await rule('prohibitContact', invited.person);
    for (const { person } of [invited, other]) await planned(person.personId, meetingWith(person));
    await eventually(async () => expect(await sentTo(other.phone)).toHaveLength(1));
    await eventually(async () => expect(await statusOf(invited.person.personId)).toEqual(['SKIPPED']));
    expect([...(await sentTo(invited.phone)), ...(await sentTo(invited.email))]).toEqual([]);
  });

  it('goes to nobody who has not asked for it', async () => {
    const { person, phone, email } = await reachable('Ayan');
    await planned(person.personId);
    await eventually(async () => expect(await statusOf(person.personId)).toEqual(['SKIPPED']));
    expect([...(await sentTo(phone)), ...(await sentTo(email))]).toEqual([]);
  });

  it('is no text where somebody else may read it', async () => {
    const { person, phone, email } = await reachable('Mira', ['en'], false);
    await wants(person, ['TEXT', 'MAIL']);
    await planned(person.personId);
    await eventually(async () => expect(await sentTo(email)).toHaveLength(1));
    expect(await sentTo(phone)).toEqual([]);
  });

  it('is sent once, however often it is asked for', async () => {
    const { person, phone } = await reachable('Lena');
    await wants(person, ['TEXT']);
    const notificationId = newId<'Notification'>();
    for (let time = 0; time < 3; time += 1) await planned(person.personId, { notificationId }).catch(() => undefined);
    await eventually(async () => expect(await sentTo(phone)).toHaveLength(1));
    await planned(person.personId);
    await eventually(async () => expect(await sentTo(phone)).toHaveLength(2));
  });

  it('waits in quiet hours and on a day that is full, and is not told when it is no news any more', async () => {
    const { person, phone } = await reachable('Farid');
    await wants(person, ['TEXT'], { mostPerDay: 1 });
    await planned(person.personId);
    await eventually(async () => expect(await sentTo(phone)).toHaveLength(1));
    await planned(person.personId);
    await eventually(async () => expect(await statusOf(person.personId)).toEqual(['SENT', 'WAITING']));
    await planned(person.personId, { expiresAt: inHours(-1) });
    await eventually(async () => expect(await statusOf(person.personId)).toEqual(['SENT', 'WAITING', 'SKIPPED']));
    expect(await sentTo(phone)).toHaveLength(1);
  });

  it('that reaches nobody asks a coordinator to call, and nobody else sees that list', async () => {
    const person = await king.person('PARENT', 'Nowhere');
    await wants(person, ['MAIL', 'TEXT']);
    await planned(person.personId);
    await eventually(async () => {
      const { undeliveredNotifications: page } = await coordinator.get<{ undeliveredNotifications: { nodes: { personId: string }[] } }>('{ undeliveredNotifications { nodes { personId template at } } }');
      expect(page.nodes).toContainEqual(expect.objectContaining({ personId: person.personId, template: 'APPOINTMENT_PLANNED' }));
    });
    expect((await person.ask('{ undeliveredNotifications { nodes { personId } } }')).errors[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it('speaks Spanish once somebody of the county has found the text good, and offers an interpreter until then', async () => {
    const { person, phone } = await reachable('Luz', ['es']);
    await wants(person, ['TEXT']);
    await planned(person.personId);
    await eventually(async () => expect(await sentTo(phone)).toHaveLength(1));
    const { messageTexts } = await king.supervisor.get<{ messageTexts: { template: string; language: string; wording: string; state: string }[] }>('{ messageTexts { template language wording state } }');
    const { template, language, wording, state } = messageTexts.find((text) => text.template === 'APPOINTMENT_PLANNED' && text.language === 'es')!;
    expect(state).toBe('MACHINE');
    expect(await codeOf(coordinator.do(change('reviewMessageText', '{ state }'), { template, language, wording }))).toBe('FORBIDDEN');
    expect(await codeOf(king.supervisor.do(change('reviewMessageText', '{ state }'), { template, language, wording: 'another' }))).toBe('IDENTITY.OTHER_WORDING');
    await king.supervisor.do(change('reviewMessageText', '{ state }'), { template, language, wording });
    expect(await codeOf(king.supervisor.do(change('reviewMessageText', '{ state }'), { template, language, wording }))).toBe('IDENTITY.TEXT_ALREADY_REVIEWED');
    await planned(person.personId);
    await eventually(async () => expect((await sentTo(phone)).filter(({ text }) => text.startsWith('Hola'))).toHaveLength(1));
  });

  it('is wished for in words that mean something', async () => {
    const person = await king.person('PARENT', 'Noor');
    expect(await codeOf(wants(person, ['TEXT'], { quietFrom: '25:00' }))).toBe('IDENTITY.QUIET_HOURS_FORMAT');
    expect(await codeOf(wants(person, ['TEXT'], { mostPerDay: 0 }))).toBe('IDENTITY.TOO_MANY_MESSAGES');
    expect(await person.get('{ myNotificationPreferences { methods quietFrom quietTo mostPerDay } }')).toEqual({ myNotificationPreferences: { methods: ['TEXT', 'MAIL'], quietFrom: '00:00', quietTo: '00:00', mostPerDay: 4 } });
  });
});
