import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { change, hoursAgo, inHours, now, refusal } from './family.ts';
import { agenda as items, coverAgenda, matched, prepareBoth, usualPlan as plan, type Matched } from './matched.ts';

interface Item {
  key: string;
  revision: number;
  covered: boolean;
  note: string | null;
}
interface Meeting {
  id: string;
  status: string;
  cameIds: string[] | null;
  agenda: Item[];
}

const fields = 'id status cameIds agenda { key revision covered note }';
const schedule = `mutation ($input: ScheduleConnectionsMeetingInput!) { scheduleConnectionsMeeting(input: $input) { ${fields} } }`;
const reschedule = `mutation ($input: RescheduleConnectionsMeetingInput!) { rescheduleConnectionsMeeting(input: $input) { ${fields} } }`;
const cover = `mutation ($input: CoverAgendaItemInput!) { coverAgendaItem(input: $input) { ${fields} } }`;
const attend = `mutation ($input: NoteAttendanceInput!) { noteAttendance(input: $input) { ${fields} } }`;
const hold = `mutation ($input: HoldMeetingInput!) { holdMeeting(input: $input) { ${fields} } }`;
const breakOff = `mutation ($input: BreakOffMeetingInput!) { breakOffMeeting(input: $input) { ${fields} } }`;
const save = 'mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { id } }';
const followUp = 'mutation ($input: RecordFollowUpInput!) { recordFollowUp(input: $input) { id } }';

let world: SharedWorld;
let king: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
}, 120_000);
afterAll(() => world?.stop());

type Planned = Matched & { readonly meetingId: string };

async function planned(name: string): Promise<Planned> {
  const there = await matched(king, name);
  await prepareBoth(there, hoursAgo(0.5));
  await there.family.permit();
  const { id: meetingId } = await there.ally.do<Meeting>(schedule, { connectionId: there.family.connectionId, scheduledFor: inHours(2), place: 'Library' });
  return { ...there, meetingId };
}

const itemOf = (meeting: Meeting, key = 'INTRODUCTIONS'): Item => meeting.agenda.find((item) => item.key === key)!;
const idsOf = (...people: Actor[]): string[] => people.map(({ personId }) => personId);

/** How often an event of that type was said of that meeting. */
const saidOf = async (meetingId: string, type: string): Promise<number> =>
  (await king.rows(`select 1 from (select envelope from meetings.event_log union all select envelope from meetings.outbox_event) said where envelope->>'type' = $1 and envelope->'data'->>'meetingId' = $2`, [type, meetingId])).length;

describe('two leads of one meeting', () => {
  let amir: Planned;

  beforeAll(async () => {
    amir = await planned('amir');
  }, 60_000);

  it('S05 write down one item at the same moment: one note is kept, the other lead is told and still has the draft', async () => {
    const { family, ally, mentor, meetingId } = amir;
    const leads = [ally, mentor];
    for (const lead of leads) await change(lead, save, { connectionId: family.connectionId, form: 'AGENDA_NOTE', about: 'INTRODUCTIONS', content: `${lead.personId} writes` });
    const both = await Promise.allSettled(leads.map((lead) => lead.do<Meeting>(cover, { meetingId, key: 'INTRODUCTIONS', note: `${lead.personId} writes` })));
    const first = leads[both.findIndex(({ status }) => status === 'fulfilled')]!;
    const second = leads.find((lead) => lead !== first)!;
    expect(both.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))).toEqual([refusal('CHANGED_MEANWHILE')]);
    const seen = itemOf(await family.read<Meeting>(second, `connectionsMeeting { ${fields} }`));
    expect(seen).toMatchObject({ revision: 1, note: `${first.personId} writes` });
    expect(await second.get('{ myDrafts { content } }')).toEqual({ myDrafts: [{ content: `${second.personId} writes` }] });

    const joined = { meetingId, key: 'INTRODUCTIONS', note: 'Both wrote.' };
    await expect(second.do(cover, { ...joined, revision: 0 })).rejects.toEqual(refusal('CHANGED_MEANWHILE'));
    expect(itemOf(await second.do<Meeting>(cover, { ...joined, revision: seen.revision }))).toMatchObject({ revision: 2, note: 'Both wrote.' });
    await expect(first.do(cover, { ...joined, note: 'Not seen.', revision: 1 })).rejects.toEqual(refusal('CHANGED_MEANWHILE'));
    // Their own note, and what says no more than that it was talked about, needs no revision.
    expect(itemOf(await second.do<Meeting>(cover, { ...joined, note: 'Both wrote this.' })).note).toBe('Both wrote this.');
    expect(itemOf(await first.do<Meeting>(cover, { meetingId, key: 'INTRODUCTIONS' })).note).toBe('Both wrote this.');
  });

  it('S05 hear with a code that a note is too long, lose nothing by it, and send what they shorten under the key of its draft', async () => {
    const { family, ally, meetingId } = amir;
    const routine = (note: string): object => ({ meetingId, key: 'ROUTINE', note });
    await ally.do(cover, routine('One song.'));
    const draft = await change<{ submissionKey: string }>(ally, 'mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { id about content revision submissionKey } }', {
      ...{ connectionId: family.connectionId, form: 'AGENDA_NOTE', about: 'ROUTINE' },
      content: 'x'.repeat(4_001),
    });
    const sent = (note: string): object => ({ input: { ...routine(note), idempotencyKey: draft.submissionKey } });
    const seen = async (): Promise<Item> => itemOf(await family.read<Meeting>(ally, `connectionsMeeting { ${fields} }`), 'ROUTINE');
    const before = await seen();
    for (const note of ['x'.repeat(4_001), '🎵'.repeat(4_001), 'x'.repeat(200_000)]) await expect(ally.get(cover, sent(note))).rejects.toEqual(refusal('TEXT_TOO_LONG'));
    expect(await ally.ask(cover, sent('x'.repeat(1_000_000)))).toMatchObject({ status: 413, errors: [{ extensions: { code: 'REQUEST_TOO_LARGE' } }] }); // it comes no further than the door
    expect(await seen()).toEqual(before);
    const { myDrafts } = await ally.get<{ myDrafts: { about: string }[] }>('{ myDrafts { id about content revision submissionKey } }');
    expect(myDrafts.find(({ about }) => about === 'ROUTINE')).toEqual(draft);
    await ally.get(cover, sent('🎵'.repeat(4_000)));
    expect(await seen()).toMatchObject({ revision: 2, note: '🎵'.repeat(4_000) });
  });

  it('S04 R15 hold it at the same moment: one of them does, the other hears that it was held, and it is said and followed up once', async () => {
    const { family, ally, mentor, meetingId } = amir;
    await coverAgenda({ ally, mentor, meetingId });
    const both = await Promise.allSettled([ally, mentor].map((lead) => lead.do<Meeting>(hold, { meetingId, heldAt: now() })));
    expect(both.flatMap((one) => (one.status === 'fulfilled' ? [one.value.status] : []))).toEqual(['HELD']);
    expect(both.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))).toEqual([refusal('MEETINGS.ALREADY_HELD')]);
    expect(await saidOf(meetingId, 'meetings.meeting-held.v1')).toBe(1);
    for (const lead of [ally, mentor]) expect(await family.read<object[]>(lead, 'followUps { id }')).toHaveLength(1);
  });
});

describe('who came to a meeting', () => {
  it('S04 S05 may read a note, and the two leads alone what is for them; who was not there reads neither', async () => {
    const { family, ally, mentor, meetingId } = await planned('dora');
    const { parent, caregiver, caseworker, coordinator } = family;
    const notes = async (actor: Actor): Promise<(string | null)[]> =>
      (await family.read<{ agenda: { key: string; note: string | null; noteFor: string | null }[] }>(actor, 'connectionsMeeting { agenda { note noteFor } }')).agenda.slice(0, 2).flatMap(({ note, noteFor }) => [note, noteFor]);
    await ally.do(cover, { meetingId, key: 'INTRODUCTIONS', note: 'Both were warm.' });
    await mentor.do(cover, { meetingId, key: 'CHILD_UPDATE', note: 'Go slowly here.', noteFor: 'LEADS' });
    for (const reader of [ally, mentor, king.supervisor]) expect(await notes(reader)).toEqual(['Both were warm.', 'WHO_CAME', 'Go slowly here.', 'LEADS']);
    for (const reader of [parent, caregiver]) expect(await notes(reader)).toEqual(['Both were warm.', 'WHO_CAME', null, null]);
    for (const other of [caseworker, coordinator]) expect(await notes(other)).toEqual([null, null, null, null]);
    await change(ally, attend, { meetingId, cameIds: idsOf(ally, parent, caregiver) });
    expect(await notes(mentor)).toEqual([null, null, null, null]);
  });

  it('R15 S04 lets nobody write down an item or hold the meeting who was not there', async () => {
    const { family, ally, mentor, meetingId } = await planned('bea');
    const { parent, caregiver } = family;
    await mentor.do(cover, { meetingId, key: 'INTRODUCTIONS', note: 'Written at home.' });
    await expect(change(mentor, attend, { meetingId, cameIds: idsOf(ally, parent, caregiver) })).rejects.toEqual(refusal('MEETINGS.NOT_THERE'));
    await expect(change(ally, attend, { meetingId, cameIds: idsOf(ally, parent, family.caseworker) })).rejects.toEqual(refusal('MEETINGS.NOT_INVITED'));
    for (const other of [parent, caregiver, family.coordinator]) await expect(change(other, attend, { meetingId, cameIds: idsOf(other) })).rejects.toEqual(refusal('MEETINGS.NOT_A_LEAD'));
    expect((await change<Meeting>(ally, attend, { meetingId, cameIds: idsOf(ally, parent, caregiver) })).cameIds).toEqual(idsOf(ally, parent, caregiver));

    for (const forbidden of [() => mentor.do(cover, { meetingId, key: 'CHILD_UPDATE', note: 'Heard of it.' }), () => mentor.do(hold, { meetingId, heldAt: now() })]) await expect(forbidden()).rejects.toEqual(refusal('MEETINGS.NOT_THERE'));
    expect(itemOf(await ally.do<Meeting>(cover, { meetingId, key: 'CHILD_UPDATE', note: 'Sleeps well.' }), 'CHILD_UPDATE')).toMatchObject({ covered: true, note: 'Sleeps well.' });
    const notes = async (actor: Actor): Promise<(string | null)[]> => (await family.read<Meeting>(actor, `connectionsMeeting { ${fields} }`)).agenda.map(({ note }) => note);
    expect((await notes(parent))[1]).toBe('Sleeps well.');
    expect((await notes(mentor))[1]).toBeNull(); // was not at the meeting
    expect(await family.read(family.caseworker, 'connectionsMeeting { cameIds }')).toEqual({ cameIds: null });

    for (const key of items.slice(2)) await ally.do(cover, { meetingId, key, ...(key === 'COMMUNICATION_PLAN' && { plan }) });
    await expect(ally.do(hold, { meetingId, heldAt: now() })).rejects.toEqual(refusal('MEETINGS.NOT_ALL_CAME'));
    // The other lead came after all, and says so; who was taken for absent wrote the first item before.
    await change(mentor, attend, { meetingId, cameIds: idsOf(ally, mentor, parent, caregiver) });
    for (const missing of [parent, caregiver, mentor]) await expect(ally.do(hold, { meetingId, heldAt: now(), cameIds: idsOf(ally, mentor, parent, caregiver).filter((id) => id !== missing.personId) })).rejects.toEqual(refusal('MEETINGS.NOT_ALL_CAME'));
    await expect(ally.do(hold, { meetingId, heldAt: now(), cameIds: idsOf(mentor, parent, caregiver) })).rejects.toEqual(refusal('MEETINGS.NOT_THERE'));
    expect(await mentor.do<Meeting>(hold, { meetingId, heldAt: now() })).toMatchObject({ status: 'HELD', cameIds: idsOf(ally, mentor, parent, caregiver) });
  });
});

describe('a prohibition while the meeting runs', () => {
  it('R46 R78 R09 lets the leads write down what took place before, break it off, and plan nothing new; what was said stays to read, and each side talks with its mentor', async () => {
    const { family, ally, mentor, meetingId } = await planned('cleo');
    const { connectionId, parent, caregiver, coordinator } = family;
    await king.rows(`update meetings.connections_meeting set scheduled_for = now() - interval '20 minutes' where id = $1`, [meetingId]);
    await ally.do(cover, { meetingId, key: 'INTRODUCTIONS', note: 'Warm.' });
    await change(ally, save, { connectionId, form: 'AGENDA_NOTE', about: 'ROUTINE', content: 'One song at night' });
    const prohibit = { personIds: idsOf(parent, caregiver), channels: ['IN_PERSON', 'CALL', 'VIDEO', 'MESSAGE', 'MEDIA'], from: now(), source: 'CASE_PLAN' };
    const { id } = await coordinator.do<{ id: string }>('mutation ($input: ProhibitContactInput!) { prohibitContact(input: $input) { id } }', prohibit);
    await eventually(async () => expect(await king.rows('select 1 from meetings.contact_rule where id = $1', [id])).toHaveLength(1));

    const routine = { meetingId, key: 'ROUTINE', note: 'One song at night.', entries: [{ field: 'SONG', text: 'Twinkle.', consent: 'THIS_HOME' }] };
    await expect(mentor.do(cover, routine)).rejects.toThrow('This is not possible at present. Please ask your caseworker.');
    expect(itemOf(await mentor.do<Meeting>(cover, { ...routine, talkedAt: hoursAgo(0.2) }), 'ROUTINE')).toMatchObject({ covered: true, note: 'One song at night.' });
    await expect(mentor.do(cover, { ...routine, key: 'CHILD_UPDATE', entries: [], talkedAt: inHours(1) })).rejects.toEqual(refusal('DATE_IN_FUTURE'));
    await expect(mentor.do(cover, { ...routine, key: 'CHILD_UPDATE', entries: [], talkedAt: hoursAgo(3) })).rejects.toEqual(refusal('DATE_TOO_EARLY'));
    await expect(ally.do(cover, { meetingId, key: 'COMMUNICATION_PLAN', plan, talkedAt: hoursAgo(0.2) })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    await expect(change(ally, reschedule, { meetingId, scheduledFor: inHours(24), place: 'Library', setting: 'COMMUNITY' })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));

    for (const other of [parent, caregiver, coordinator]) await expect(change(other, breakOff, { meetingId, endedAt: hoursAgo(0.1) })).rejects.toEqual(refusal('MEETINGS.NOT_A_LEAD'));
    await expect(change(ally, breakOff, { meetingId, endedAt: now() })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    await expect(change(ally, breakOff, { meetingId, endedAt: hoursAgo(0.1), cameIds: idsOf(ally, parent, caregiver) })).rejects.toThrow('Somebody who did not come has written this down: The child’s routine.');
    const over = await change<Meeting>(ally, breakOff, { meetingId, endedAt: hoursAgo(0.1), cameIds: idsOf(ally, mentor, parent, caregiver) });
    expect(over.status).toBe('BROKEN_OFF');
    expect(over.agenda.filter(({ covered }) => covered).map(({ note }) => note)).toEqual(['Warm.', 'One song at night.']);
    expect(await ally.get('{ myDrafts { about content } }')).toEqual({ myDrafts: [{ about: 'ROUTINE', content: 'One song at night' }] });

    await expect(ally.do(cover, { meetingId, key: 'CHILD_UPDATE', talkedAt: hoursAgo(0.2) })).rejects.toEqual(refusal('MEETINGS.BROKEN_OFF'));
    await expect(ally.do(hold, { meetingId, heldAt: hoursAgo(0.1) })).rejects.toEqual(refusal('MEETINGS.BROKEN_OFF'));
    await expect(ally.do(schedule, { connectionId, scheduledFor: inHours(24), place: 'Library' })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    expect(await king.rows(`select status from meetings.deadline where connection_id = $1 and kind = 'CONNECTIONS_MEETING'`, [connectionId])).toEqual([{ status: 'SUSPENDED' }]);
    expect(await family.read(family.caseworker, 'step')).toBe('PREPARED');
    await family.endRule(id);
    const { id: nextId, status } = await ally.do<Meeting>(schedule, { connectionId, scheduledFor: inHours(24), place: 'Library' });
    expect(status).toBe('SCHEDULED');
    // What was written down in the first one is there still, for those who were there.
    const all = (actor: Actor): Promise<Meeting[]> => family.read<Meeting[]>(actor, `connectionsMeetings { ${fields} }`);
    expect((await all(parent)).map((meeting) => [meeting.id, meeting.status, itemOf(meeting).note])).toEqual([[meetingId, 'BROKEN_OFF', 'Warm.'], [nextId, 'SCHEDULED', null]]);
    expect((await all(family.caseworker)).map((meeting) => itemOf(meeting).note)).toEqual([null, null]);

    // Each side talks with its own mentor after it; the families have not met for that, until they have.
    type Talk = { id: string; side: string; heldAt: string | null };
    const talks = (actor: Actor): Promise<Talk[]> => family.read<Talk[]>(actor, 'followUps { id side heldAt }');
    for (const [lead, side] of [[ally, 'PARENT'], [mentor, 'HOUSEHOLD']] as const) expect(await talks(lead)).toMatchObject([{ side, heldAt: null }]);
    await ally.do(followUp, { followUpId: (await talks(ally))[0]!.id, heldAt: now(), topics: ['How it ended'] });
    expect(await family.read(family.caseworker, 'step')).toBe('PREPARED');
    await coverAgenda({ ally, mentor, meetingId: nextId });
    await mentor.do(hold, { meetingId: nextId, heldAt: now() });
    expect((await talks(ally)).map(({ heldAt }) => heldAt !== null)).toEqual([true, false]);
    expect((await talks(mentor)).map(({ heldAt }) => heldAt !== null)).toEqual([false]); // what was due already follows this meeting now
    expect(await family.read(family.caseworker, 'step')).toBe('MET');
  });

  it('R78 is no way around it: a meeting whose own time is forbidden stays suspended, and one that ran on says no more than that it was broken off', async () => {
    const suspended = await planned('dina');
    await suspended.family.prohibit();
    await expect(suspended.ally.do(cover, { meetingId: suspended.meetingId, key: 'INTRODUCTIONS', talkedAt: hoursAgo(0.2) })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    await expect(change(suspended.ally, breakOff, { meetingId: suspended.meetingId, endedAt: hoursAgo(0.2) })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    const unforbidden = await planned('elif');
    await king.rows(`update meetings.connections_meeting set scheduled_for = now() - interval '20 minutes' where id = $1`, [unforbidden.meetingId]);
    const { ally, family, meetingId } = unforbidden;
    expect((await change<Meeting>(ally, breakOff, { meetingId, endedAt: hoursAgo(0.1) })).status).toBe('BROKEN_OFF');
    expect(await family.read(family.parent, 'connectionsMeeting { status notice }')).toEqual({ status: 'BROKEN_OFF', notice: null });
    expect((await ally.do<Meeting>(schedule, { connectionId: family.connectionId, scheduledFor: inHours(24), place: 'Library' })).status).toBe('SCHEDULED');
  });
});
