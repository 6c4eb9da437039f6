import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { change, command, Family, hoursAgo, inHours, now, refusal } from './family.ts';
import { coverAgenda, prepared } from './matched.ts';
import { readPdf } from './read-pdf.ts';

interface Item {
  key: string;
  order: number;
  covered: boolean;
  note: string | null;
}
interface Icebreaker {
  id: string;
  status: string;
  topics: string[];
  agenda: Item[];
  ownAgenda: Item[];
}

const item = '{ key order covered note }';
const fields = `id status topics agenda ${item} ownAgenda ${item}`;
const [schedule, cover, hold] = ['scheduleIcebreaker', 'coverIcebreakerItem', 'holdIcebreaker'].map((name) => command(name, fields)) as [string, string, string];
const topics = ['CAREGIVER_AND_HOME', 'CHILD_NEEDS', 'ROUTINES', 'LIKES_AND_DISLIKES', 'MEDICAL_HISTORY', 'FAMILY_DYNAMICS', 'COMMUNICATION_EXPECTATIONS', 'CONTACT_ARRANGEMENTS'];

let world: SharedWorld;
/** A county with items of its own. */
let snohomish: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('snohomish');
  snohomish = world.county('snohomish');
}, 90_000);
afterAll(() => world?.stop());

const icebreakerOf = async (family: Family, as: Actor): Promise<Icebreaker> => (await family.read<[Icebreaker]>(as, `icebreakers { ${fields} }`))[0];
const keysOf = (items: readonly Item[]): string[] => items.map(({ key }) => key);
const notesOf = ({ agenda, ownAgenda }: Pick<Icebreaker, 'agenda' | 'ownAgenda'>): string[] => [...agenda, ...ownAgenda].flatMap(({ note }) => note ?? []);
const profileOf = async (actor: Actor, id: string): Promise<object[]> => (await actor.get<{ child: { profile: object[] } }>('query ($id: UUID!) { child(id: $id) { profile { field text sourceId consent } } }', { id })).child.profile;

describe('the agenda of an icebreaker', () => {
  it('R67 R68 S17 has the program’s topics and the county’s own, noted by whoever facilitates it alone, for those who come', async () => {
    const family = await Family.open(snohomish, 'amir', { placed: 5 });
    await family.permit();
    const { caseworker, coordinator, parent, caregiver } = family;
    const { id: icebreakerId, agenda } = await icebreakerOf(family, parent);
    expect(agenda).toEqual([]);
    const medical = { icebreakerId, topic: 'MEDICAL_HISTORY', note: 'Asthma in winter.' };
    await expect(caseworker.do(cover, medical)).rejects.toEqual(refusal('MEETINGS.NOT_FACILITATING'));
    const planned = await coordinator.do<Icebreaker>(schedule, { icebreakerId, scheduledFor: inHours(3), minutes: 90, place: 'Library', setting: 'COMMUNITY', facilitatorId: caseworker.personId });
    expect([keysOf(planned.agenda), keysOf(planned.ownAgenda), [...planned.agenda, ...planned.ownAgenda].map(({ order }) => order)]).toEqual([topics, ['PETS', 'PHOTOS'], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]]);

    await expect(coordinator.do(cover, medical)).rejects.toEqual(refusal('MEETINGS.NOT_FACILITATING'));
    for (const other of [parent, caregiver]) await expect(other.do(cover, medical)).rejects.toEqual(refusal('FORBIDDEN'));
    await expect((await snohomish.person('CASEWORKER', 'amir-stranger')).do(cover, medical)).rejects.toEqual(refusal('NOT_FOUND'));
    for (const none of [{ topic: null }, { topic: null, ownKey: 'ROUTINES' }, { ownKey: 'PETS' }]) await expect(caseworker.do(cover, { ...medical, ...none })).rejects.toEqual(refusal('MEETINGS.NO_SUCH_ITEM'));
    await expect(caseworker.do(cover, { ...medical, talkedAt: inHours(1) })).rejects.toEqual(refusal('DATE_IN_FUTURE'));
    await expect(caseworker.do(cover, { ...medical, talkedAt: hoursAgo(6) })).rejects.toEqual(refusal('DATE_TOO_EARLY'));
    await caseworker.do(cover, medical);
    await expect(caseworker.do(cover, { ...medical, note: 'None.', revision: 0 })).rejects.toEqual(refusal('CHANGED_MEANWHILE'));
    await caseworker.do(cover, { icebreakerId, ownKey: 'PETS', note: 'Is afraid of the dog.', noteFor: 'LEADS' });
    for (const reader of [caseworker, snohomish.supervisor]) expect(notesOf(await icebreakerOf(family, reader))).toEqual(['Asthma in winter.', 'Is afraid of the dog.']);
    for (const reader of [parent, caregiver]) expect(notesOf(await icebreakerOf(family, reader))).toEqual(['Asthma in winter.']);
    expect(notesOf(await icebreakerOf(family, coordinator))).toEqual([]);

    type Printed = { printedAgenda: { language: string; pdf: string } | null };
    const printed = async (actor: Actor): Promise<Printed['printedAgenda']> => (await family.read<[Printed]>(actor, 'icebreakers { printedAgenda(language: en) { language pdf } }'))[0].printedAgenda;
    const paper = await readPdf(Buffer.from((await printed(parent))!.pdf, 'base64'));
    expect(paper).toMatchObject({ title: 'Agenda of our icebreaker', text: expect.stringContaining('5. The child’s medical history') });
    expect(paper.text).toContain('10. Photos for the child');
    expect(paper.text).toMatch(/When: [^]+?\d:\d\d[^]*? – [^]*?\d:\d\d/); // from when to when
    expect(await printed(coordinator)).toBeNull();

    // What was written down counts as talked about; nothing of it is compulsory, and more may be written down afterwards.
    const held = await coordinator.do<Icebreaker>(hold, { icebreakerId, heldAt: hoursAgo(0.1), purposes: ['START_RELATIONSHIP'], topics: ['ROUTINES'] });
    expect(held).toMatchObject({ status: 'HELD', topics: ['MEDICAL_HISTORY', 'ROUTINES'] });
    const covered = async (): Promise<string[]> => keysOf((await icebreakerOf(family, parent)).agenda.filter((one) => one.covered));
    expect(await covered()).toEqual(['ROUTINES', 'MEDICAL_HISTORY']);
    await family.prohibitFrom(hoursAgo(0.01));
    const needs = { icebreakerId, topic: 'CHILD_NEEDS', note: 'A light at night.' };
    await expect(caseworker.do(cover, { ...needs, talkedAt: now() })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    expect((await caseworker.do<Icebreaker>(cover, needs)).topics).toEqual(['MEDICAL_HISTORY', 'ROUTINES', 'CHILD_NEEDS']); // when it was held they might
    expect(await covered()).toEqual(['CHILD_NEEDS', 'ROUTINES', 'MEDICAL_HISTORY']);
  });

  it('R67 S17 S45 brings what the parent tells of the child into the profile the same day, as their word and with their consent', async () => {
    const family = await Family.open(snohomish, 'cleo', { placed: 5 });
    await family.permit();
    const { caseworker, coordinator, parent, caregiver, childIds: [childId] } = family as Family & { childIds: [string] };
    const { id: icebreakerId } = await icebreakerOf(family, parent);
    await coordinator.do(schedule, { icebreakerId, scheduledFor: inHours(3), place: 'Library', setting: 'COMMUNITY', facilitatorId: caseworker.personId });
    const telling = (field: string, text: string, more: object = {}): object => ({ entries: [{ field, text, consent: 'THIS_HOME', sensitivity: 'SENSITIVE', ...more }] });
    const medical = { icebreakerId, topic: 'MEDICAL_HISTORY', ...telling('MEDICAL', 'Asthma in winter.') };
    await expect(caseworker.do(cover, { ...medical, ...telling('TOY', 'The bear.') })).rejects.toEqual(refusal('MEETINGS.NOT_IN_THIS_ITEM'));
    for (const none of [{ topic: 'CAREGIVER_AND_HOME' }, { topic: null, ownKey: 'PETS' }]) await expect(caseworker.do(cover, { ...medical, ...none })).rejects.toEqual(refusal('MEETINGS.NOT_IN_THIS_ITEM'));
    await expect(caseworker.do(cover, { ...medical, note: 'Kept nowhere.', ...telling('MEDICAL', 'Asthma.', { consent: null }) })).rejects.toEqual(refusal('MEETINGS.CONSENT_NEEDED'));
    await expect(caseworker.do(cover, { ...medical, ...telling('MEDICAL', 'Asthma.', { childId: parent.personId }) })).rejects.toEqual(refusal('MEETINGS.NOT_THIS_CHILD'));
    for (const other of [parent, caregiver]) await expect(other.do(cover, medical)).rejects.toEqual(refusal('FORBIDDEN'));
    expect([await profileOf(caregiver, childId), notesOf(await icebreakerOf(family, parent))]).toEqual([[], []]);
    await caseworker.do(cover, medical);
    await caseworker.do(cover, { icebreakerId, topic: 'ROUTINES', ...telling('SLEEP', 'The door open.', { sensitivity: 'ORDINARY' }) });
    const told = { sourceId: parent.personId, consent: 'THIS_HOME' };
    const [asthma, sleep] = [{ field: 'MEDICAL', text: 'Asthma in winter.', ...told }, { field: 'SLEEP', text: 'The door open.', ...told }];
    for (const reader of [caregiver, parent, caseworker]) expect(await profileOf(reader, childId)).toEqual([asthma, sleep]);
    expect(await profileOf(coordinator, childId)).toEqual([sleep]);

    await coordinator.do(hold, { icebreakerId, heldAt: hoursAgo(0.1), purposes: ['SHARE_CHILD_INFORMATION'], topics: [] });
    await family.prohibitFrom(hoursAgo(0.01));
    const dental = { icebreakerId, topic: 'MEDICAL_HISTORY', ...telling('DENTAL', 'Afraid of the chair.') };
    await expect(caseworker.do(cover, { ...dental, talkedAt: now() })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    await caseworker.do(cover, dental); // when it was held they might
    expect(await profileOf(caregiver, childId)).toContainEqual({ field: 'DENTAL', text: 'Afraid of the chair.', ...told });
    await change(coordinator, 'mutation ($input: ExitFosterCareInput!) { exitFosterCare(input: $input) { exitReason } }', { childIds: [childId], exitedAt: now(), reason: 'REUNIFICATION' });
    await eventually(() => expect(caseworker.do(cover, { ...dental, note: 'Too late.' })).rejects.toEqual(refusal('MEETINGS.NOT_THIS_CHILD'))); // rather than kept nowhere unsaid
  });

  it('R68 S17 keeps nothing of a facilitator who was not there: whoever was writes it anew, or the icebreaker is not held', async () => {
    const { family, ally, mentor } = await prepared(snohomish, 'dora', { placed: 5 });
    await family.permit();
    const { caseworker, coordinator, connectionId } = family;
    const { id: icebreakerId } = await icebreakerOf(family, caseworker);
    const needs = { icebreakerId, topic: 'CHILD_NEEDS', note: 'A light at night.' };
    const record = { icebreakerId, heldAt: now(), purposes: ['START_RELATIONSHIP'], topics: [] };
    const plan = (facilitatorId: string): object => ({ icebreakerId, scheduledFor: inHours(5), place: 'Library', setting: 'COMMUNITY', facilitatorId });
    await caseworker.do(schedule, plan(caseworker.personId));
    await caseworker.do(cover, needs);
    await expect(caseworker.do(hold, { ...record, facilitatorId: coordinator.personId })).rejects.toEqual(refusal('MEETINGS.NOTED_BY_ABSENT'));
    await coordinator.do(schedule, plan(coordinator.personId));
    await expect(caseworker.do(hold, record)).rejects.toEqual(refusal('MEETINGS.NOTED_BY_ABSENT'));

    // A Connections Meeting with another facilitator is not that icebreaker, and is held.
    const { id: meetingId } = await ally.do<{ id: string }>(command('scheduleConnectionsMeeting', 'id'), { connectionId, scheduledFor: inHours(3), place: 'Library', facilitatorId: coordinator.personId });
    await ally.do(command('coverAgendaItem', 'id'), { meetingId, ownKey: 'MEDICINES' });
    await coverAgenda({ ally, mentor, meetingId });
    expect(await mentor.do(command('holdMeeting', 'status'), { meetingId, heldAt: now() })).toEqual({ status: 'HELD' });
    expect((await icebreakerOf(family, caseworker)).status).toBe('SCHEDULED');

    await coordinator.do(cover, { ...needs, note: 'A light, and the door open.', revision: 1 });
    await coordinator.do(hold, { ...record, heldAt: now() });
    expect(await icebreakerOf(family, family.parent)).toMatchObject({ status: 'HELD', topics: ['CHILD_NEEDS'] });
    expect(notesOf(await icebreakerOf(family, family.parent))).toEqual(['A light, and the door open.']);
  });

  it('decision 4 R68: one meeting that counts as both adds to the six what they are not about, and both mentors record it for both', async () => {
    const { family, ally, mentor } = await prepared(snohomish, 'bea');
    await family.permit();
    const { connectionId, caseworker, parent } = family;
    const meetingFields = `id icebreakerAgenda ${item} ownAgenda ${item}`;
    type Meeting = Pick<Icebreaker, 'id' | 'ownAgenda'> & { icebreakerAgenda: Item[] };
    const [plan, coverItem] = ['scheduleConnectionsMeeting', 'coverAgendaItem'].map((name) => command(name, meetingFields)) as [string, string];
    const at = { connectionId, scheduledFor: inHours(3), place: 'Library' };
    const alone = await ally.do<Meeting>(plan, at);
    expect([alone.icebreakerAgenda, keysOf(alone.ownAgenda)]).toEqual([[], ['MEDICINES', 'PETS']]);
    await expect(ally.do(coverItem, { meetingId: alone.id, topic: 'CHILD_NEEDS' })).rejects.toEqual(refusal('MEETINGS.NO_SUCH_ITEM'));
    await ally.get('mutation ($id: UUID!) { cancelConnectionsMeeting(meetingId: $id) { id } }', { id: alone.id });

    const { id: meetingId, icebreakerAgenda, ownAgenda } = await ally.do<Meeting>(plan, { ...at, facilitatorId: caseworker.personId });
    expect(icebreakerAgenda.map(({ key, order }) => [key, order])).toEqual([['CAREGIVER_AND_HOME', 7], ['CHILD_NEEDS', 8], ['MEDICAL_HISTORY', 9], ['FAMILY_DYNAMICS', 10], ['CONTACT_ARRANGEMENTS', 11]]);
    expect(keysOf(ownAgenda)).toEqual(['MEDICINES', 'PETS', 'PHOTOS']);
    const needs = { meetingId, topic: 'CHILD_NEEDS', note: 'A light at night.' };
    for (const other of [caseworker, parent]) await expect(other.do(coverItem, needs)).rejects.toEqual(refusal('MEETINGS.NOT_A_LEAD'));
    await expect(mentor.do(coverItem, { ...needs, key: 'ROUTINE' })).rejects.toEqual(refusal('MEETINGS.NO_SUCH_ITEM'));
    const told = (field: string): object => ({ entries: [{ field, text: 'With a light.', consent: 'THIS_HOME' }] });
    await expect(mentor.do(coverItem, { ...needs, ...told('TOY') })).rejects.toEqual(refusal('MEETINGS.NOT_IN_THIS_ITEM'));
    await mentor.do(coverItem, { ...needs, ...told('SLEEP') });
    expect(await profileOf(family.caregiver, family.childIds[0]!)).toEqual([{ field: 'SLEEP', text: 'With a light.', sourceId: parent.personId, consent: 'THIS_HOME' }]);
    await ally.do(coverItem, { meetingId, ownKey: 'MEDICINES' });
    await coverAgenda({ ally, mentor, meetingId });
    await mentor.do('mutation ($input: HoldMeetingInput!) { holdMeeting(input: $input) { status } }', { meetingId, heldAt: now() });
    const icebreaker = await icebreakerOf(family, parent);
    expect(icebreaker).toMatchObject({ status: 'HELD', topics: ['CHILD_NEEDS', 'ROUTINES', 'LIKES_AND_DISLIKES', 'COMMUNICATION_EXPECTATIONS'] });
    expect(keysOf(icebreaker.agenda.filter((one) => one.covered))).toEqual(icebreaker.topics);
    expect(notesOf(icebreaker)).toEqual([]); // they are in the meeting
    expect((await family.read<Meeting>(parent, `connectionsMeeting { ${meetingFields} }`)).icebreakerAgenda[1]).toMatchObject({ covered: true, note: 'A light at night.' });
  });
});
