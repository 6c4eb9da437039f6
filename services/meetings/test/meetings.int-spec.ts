import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '@fc/domain-kernel';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { change, Family, hoursAgo, inHours, now, refusal } from './family.ts';
import { coverAgenda, matched, prepareBoth, usualPlan, type Matched } from './matched.ts';

interface Meeting {
  id: string;
  status: string;
  notice: string | null;
  leadIds: string[];
  attendeeIds: string[];
  agenda: { order: number; key: string; direction: string; covered: boolean; note: string | null }[];
  window: { rule: string; state: string | null };
}
interface Talk {
  id: string;
  side: string;
  note: string | null;
  dueAt: string;
  heldAt: string | null;
}

const meetingFields = 'id status notice leadIds attendeeIds agenda { order key direction covered note } window { rule state }';
const prepare = 'mutation ($input: RecordPreparationInput!) { recordPreparation(input: $input) { id side topics note } }';
const waive = 'mutation ($input: WaivePreparationInput!) { waivePreparation(input: $input) }';
const schedule = `mutation ($input: ScheduleConnectionsMeetingInput!) { scheduleConnectionsMeeting(input: $input) { ${meetingFields} } }`;
const cover = `mutation ($input: CoverAgendaItemInput!) { coverAgendaItem(input: $input) { ${meetingFields} } }`;
const hold = `mutation ($input: HoldMeetingInput!) { holdMeeting(input: $input) { ${meetingFields} } }`;
const reschedule = 'mutation ($input: RescheduleConnectionsMeetingInput!) { rescheduleConnectionsMeeting(input: $input) { id } }';
const followUp = 'mutation ($input: RecordFollowUpInput!) { recordFollowUp(input: $input) { id heldAt note } }';

let world: SharedWorld;
let king: TestCounty;
/** A county that has items of its own on the agenda. */
let snohomish: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king', 'snohomish');
  king = world.county('king');
  snohomish = world.county('snohomish');
}, 120_000);
afterAll(() => world?.stop());

const planOf = ({ connectionId }: Family, scheduledFor = inHours(24)): object => ({ connectionId, scheduledFor, place: 'Library, room 2' });

/** Both sides prepared, contact permitted, the meeting planned by the ally. */
async function planned(name: string, about?: Parameters<typeof Family.open>[2]): Promise<Matched & { meeting: Meeting; meetingId: string; permissionId: string }> {
  const there = await matched(king, name, about);
  const permissionId = await there.family.permit();
  await prepareBoth(there, hoursAgo(0.5), ['What they hope for']);
  const meeting = await there.ally.do<Meeting>(schedule, planOf(there.family));
  return { ...there, permissionId, meeting, meetingId: meeting.id };
}

describe('preparation', () => {
  it('S03 R80 keeps a preparation between the mentor, their own side and the program supervisor', async () => {
    const { family, ally, mentor } = await matched(king, 'amir');
    const input = { connectionId: family.connectionId, heldAt: hoursAgo(0.5), topics: ['P1-PAR-01', 'What she hopes for'], note: 'Is afraid of the first minute.' };
    await expect(family.coordinator.do(prepare, input)).rejects.toEqual(refusal('FORBIDDEN'));
    await expect(family.parent.do(prepare, input)).rejects.toEqual(refusal('FORBIDDEN'));
    await ally.do(prepare, input);
    await expect(ally.do(prepare, input)).rejects.toEqual(refusal('MEETINGS.ALREADY_PREPARED'));

    const seenBy = (actor: Actor): Promise<Talk[]> => family.read<Talk[]>(actor, 'preparations { side note }');
    for (const own of [ally, family.parent, king.supervisor]) expect(await seenBy(own)).toEqual([{ side: 'PARENT', note: 'Is afraid of the first minute.' }]);
    for (const other of [mentor, family.caregiver, family.coordinator, family.caseworker]) expect(await seenBy(other)).toEqual([]);
  });

  it('S03 S06 R80 goes through the guide’s lines phase by phase, each pair its own and nobody else', async () => {
    const { family, ally, mentor } = await matched(king, 'talia');
    const { connectionId, parent, caregiver } = family;
    type Checklist = { side: string; lines: { prompt: { promptId: string; text: string }; talkedAboutAt: string | null }[] };
    const lists = (actor: Actor, phase = 'BUILD'): Promise<Checklist[]> => family.read<Checklist[]>(actor, `talkChecklists(phase: ${phase}) { side lines { prompt { promptId text } talkedAboutAt } }`);
    const done = async (actor: Actor): Promise<string[][]> => (await lists(actor)).map(({ side, lines }) => [side, ...lines.filter(({ talkedAboutAt }) => talkedAboutAt).map(({ prompt }) => prompt.promptId)]);
    const [before] = await lists(ally);
    expect(before!.lines.map(({ prompt }) => prompt.promptId)).toContain('P1-PAR-01');
    expect(before!.lines.some(({ prompt }) => prompt.promptId.startsWith('P1-CAR'))).toBe(false);
    await expect(ally.do(prepare, { connectionId, heldAt: now(), topics: ['P1-CAR-01'] })).rejects.toEqual(refusal('MEETINGS.NO_SUCH_PROMPT'));
    await expect(ally.do(prepare, { connectionId, heldAt: now(), topics: Array.from({ length: 61 }, (_, n) => `Topic ${n}`) })).rejects.toEqual(refusal('MEETINGS.TOO_MANY_TOPICS'));
    await ally.do(prepare, { connectionId, heldAt: now(), topics: ['P1-PAR-01', 'P1-PAR-02', 'What she hopes for'] });
    for (const own of [ally, parent]) expect(await done(own)).toEqual([['PARENT', 'P1-PAR-01', 'P1-PAR-02']]);
    for (const own of [mentor, caregiver]) expect(await done(own)).toEqual([['HOUSEHOLD']]);
    for (const other of [family.coordinator, family.caseworker]) expect(await lists(other)).toEqual([]);
    expect((await done(king.supervisor))[0]).toEqual(['PARENT', 'P1-PAR-01', 'P1-PAR-02']);
    expect((await lists(parent, 'REUNIFY'))[0]!.lines.every(({ prompt, talkedAboutAt }) => prompt.promptId.startsWith('P3') && talkedAboutAt === null)).toBe(true);
  });

  it('refuses a preparation in the future or before the match', async () => {
    const { family, ally } = await matched(king, 'bea');
    const input = { connectionId: family.connectionId, topics: [] };
    await expect(ally.do(prepare, { ...input, heldAt: inHours(1) })).rejects.toEqual(refusal('DATE_IN_FUTURE'));
    await expect(ally.do(prepare, { ...input, heldAt: hoursAgo(2) })).rejects.toEqual(refusal('DATE_TOO_EARLY'));
  });
});

describe('planning a Connections Meeting', () => {
  it('R13 refuses a meeting while either side has no mentor', async () => {
    const family = await Family.open(king, 'cleo');
    await family.permit();
    await expect(family.coordinator.do(schedule, planOf(family))).rejects.toEqual(refusal('MEETINGS.NOT_MATCHED'));
    const { mentor: ally } = await family.match('PARENT_ALLY');
    await expect(ally.do(schedule, planOf(family))).rejects.toThrow('Still to be matched: the household’s Caregiver Mentor');
    expect(await family.read(family.coordinator, 'step')).toBe('OPENED');
    const { mentor } = await family.match('CAREGIVER_MENTOR');
    expect(await family.read(family.coordinator, 'step')).toBe('MATCHED');
    await prepareBoth({ family, ally, mentor });
    expect((await family.coordinator.do<Meeting>(schedule, planOf(family))).status).toBe('SCHEDULED');

    const other = await Family.open(king, 'cora');
    await other.permit();
    const { mentor: alone } = await other.match('CAREGIVER_MENTOR');
    await expect(alone.do(schedule, planOf(other))).rejects.toThrow('Still to be matched: the parent’s Parent Ally');
  });

  it('R14 S03 refuses a meeting until both sides have prepared, unless a program supervisor waives it with a reason', async () => {
    const { family, ally, mentor } = await matched(king, 'dina');
    await family.permit();
    const { connectionId } = family;
    await ally.do(prepare, { connectionId, heldAt: now(), topics: [] });
    await expect(mentor.do(schedule, planOf(family))).rejects.toEqual(refusal('MEETINGS.NOT_PREPARED'));
    await expect(mentor.do(schedule, planOf(family))).rejects.toThrow('the preparation with the household’s Caregiver Mentor');
    const waiver = { connectionId, side: 'HOUSEHOLD', reason: 'They have known each other for years.' };
    await expect(family.coordinator.do(waive, waiver)).rejects.toEqual(refusal('FORBIDDEN'));
    await expect(king.supervisor.do(waive, { ...waiver, reason: ' ' })).rejects.toEqual(refusal('TEXT_REQUIRED'));
    await king.supervisor.do(waive, waiver);
    expect(await family.read(family.parent, 'step')).toBe('PREPARED');
    expect((await mentor.do<Meeting>(schedule, planOf(family))).status).toBe('SCHEDULED');
  });

  it('R14 R15 holds no meeting before both sides had their mentor, though a supervisor let both off the preparation', async () => {
    const { family, ally, mentor } = await matched(king, 'dora');
    const { connectionId } = family;
    await family.permit();
    for (const side of ['PARENT', 'HOUSEHOLD']) await king.supervisor.do(waive, { connectionId, side, reason: 'They have known each other for years.' });
    const { id: meetingId } = await ally.do<Meeting>(schedule, planOf(family));
    await expect(ally.do(cover, { meetingId, key: 'INTRODUCTIONS', talkedAt: hoursAgo(2) })).rejects.toEqual(refusal('DATE_TOO_EARLY'));
    await coverAgenda({ ally, mentor, meetingId });
    await expect(ally.do(hold, { meetingId, heldAt: hoursAgo(2) })).rejects.toEqual(refusal('DATE_TOO_EARLY'));
    expect((await ally.do<Meeting>(hold, { meetingId, heldAt: hoursAgo(0.5) })).status).toBe('HELD');
  });

  it('S04 counts its target from the opening of the connection where both sides have had their mentor for long', async () => {
    const family = await Family.open(king, 'dov');
    await family.permit();
    const { mentor: ally } = await family.match('PARENT_ALLY', hoursAgo(24 * 40));
    const { mentor } = await family.match('CAREGIVER_MENTOR', hoursAgo(24 * 30));
    type Work = { myWork: { nodes: { kind: string; needsReason: boolean; window: { rule: string; state: string } }[] } };
    const due = async (): Promise<object[]> => (await mentor.get<Work>('{ myWork { nodes { kind needsReason window { rule state } } } }')).myWork.nodes.filter(({ kind }) => kind === 'CONNECTIONS_MEETING');
    const target = { rule: 'CONNECTIONS_MEETING_14_DAYS_FROM_SECOND_MATCH', state: 'DUE' };
    await eventually(async () => expect(await due()).toEqual([{ kind: 'CONNECTIONS_MEETING', needsReason: false, window: target }]));
    await prepareBoth({ family, ally, mentor });
    expect(await ally.do(schedule, planOf(family))).toMatchObject({ status: 'SCHEDULED', window: target });
  });

  it('S04 plans it once, in the future, for those who are on the connection', async () => {
    const { family, ally, mentor, meeting } = await planned('elif');
    expect(meeting).toMatchObject({ status: 'SCHEDULED', leadIds: [ally.personId, mentor.personId], window: { rule: 'CONNECTIONS_MEETING_14_DAYS_FROM_SECOND_MATCH', state: 'DUE' } });
    expect(meeting.attendeeIds).toEqual([family.parent.personId, family.caregiver.personId, ally.personId, mentor.personId]);
    await expect(mentor.do(schedule, planOf(family))).rejects.toEqual(refusal('MEETINGS.ALREADY_SCHEDULED'));
    await expect(mentor.do(schedule, planOf(family, hoursAgo(1)))).rejects.toEqual(refusal('DATE_IN_PAST'));
    await expect(family.parent.do(schedule, planOf(family))).rejects.toEqual(refusal('FORBIDDEN'));
    const { mentor: stranger } = await (await Family.open(king, 'elif-other')).match('PARENT_ALLY');
    await expect(stranger.do(schedule, planOf(family))).rejects.toEqual(refusal('NOT_FOUND'));
    await ally.get('mutation ($id: UUID!) { cancelConnectionsMeeting(meetingId: $id) { status } }', { id: meeting.id });
    expect((await mentor.do<Meeting>(schedule, planOf(family))).status).toBe('SCHEDULED');
  });

  it('S04 lets two who plan at the same moment make one meeting', async () => {
    const { family, ally, mentor, meeting } = await planned('fay');
    await ally.get('mutation ($id: UUID!) { cancelConnectionsMeeting(meetingId: $id) { status } }', { id: meeting.id });
    const both = await Promise.allSettled([ally, mentor, family.coordinator].map((actor) => actor.do<Meeting>(schedule, planOf(family))));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of both) if (result.status === 'rejected') expect(result.reason).toEqual(refusal('MEETINGS.ALREADY_SCHEDULED'));
  });

  it('R78 refuses a meeting in person that only calls are permitted for', async () => {
    const { family, ally, mentor } = await matched(king, 'gita');
    await prepareBoth({ family, ally, mentor });
    await family.permit(['CALL']);
    await expect(ally.do(schedule, planOf(family))).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    await family.permit(['IN_PERSON']);
    expect((await ally.do<Meeting>(schedule, planOf(family))).status).toBe('SCHEDULED');
  });

  it('R78 suspends a planned meeting when contact is prohibited, also between a mentor and a parent, and says no reason', async () => {
    const one = await planned('hana');
    await one.family.prohibit();
    const other = await planned('iris');
    await other.family.prohibit(undefined, [other.family.parent.personId, other.mentor.personId] as Id<'Person'>[]);
    const untouched = await planned('jun');
    await untouched.family.prohibit(['MESSAGE']);
    for (const { family, ally, meeting } of [one, other]) {
      expect(await family.read(family.parent, `connectionsMeeting { ${meetingFields} }`)).toMatchObject({ status: 'SUSPENDED', notice: 'This is not possible at present. Please ask your caseworker.', window: { state: null } });
      await expect(ally.do(cover, { meetingId: meeting.id, key: 'INTRODUCTIONS' })).rejects.toThrow('This is not possible at present. Please ask your caseworker.');
    }
    expect(await untouched.family.read(untouched.family.parent, 'connectionsMeeting { status }')).toEqual({ status: 'SCHEDULED' });
  });

  it('R46 R78 suspends a planned meeting when the permission that it relied on ends', async () => {
    const { family, meeting, permissionId } = await planned('ravi');
    await family.endRule(permissionId);
    await eventually(async () => expect(await family.read(family.parent, 'connectionsMeeting { id status }')).toEqual({ id: meeting.id, status: 'SUSPENDED' }));
    // Nothing was prohibited: what is due stays due, until somebody may plan it again.
    expect(await family.read(family.coordinator, 'icebreakers { status }')).toEqual([{ status: 'OPEN' }]);
  });

  it('R78 leaves no meeting planned when a prohibition arrives while it is being planned', async () => {
    const { family, ally, mentor } = await matched(king, 'rosa');
    await family.permit();
    await prepareBoth({ family, ally, mentor });
    const [planning] = await Promise.allSettled([ally.do<Meeting>(schedule, planOf(family)), family.prohibit()]);
    if (planning.status === 'rejected') expect(planning.reason).toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    const meeting = await family.read<Meeting | null>(family.coordinator, 'connectionsMeeting { status }');
    expect(meeting?.status ?? 'none').toBe(planning.status === 'rejected' ? 'none' : 'SUSPENDED');
  });

  it('R15 calls a planned meeting off when one of its leads is no longer matched', async () => {
    const { family, ally, mentor, meeting, endMentor } = await planned('kofi');
    await endMentor();
    await eventually(async () => expect(await family.read(family.coordinator, 'connectionsMeeting { status }')).toEqual({ status: 'CANCELLED' }));
    await expect(ally.do(hold, { meetingId: meeting.id, heldAt: now() })).rejects.toEqual(refusal('MEETINGS.CANCELLED'));
    await expect(mentor.do(hold, { meetingId: meeting.id, heldAt: now() })).rejects.toEqual(refusal('NOT_FOUND'));
    await expect(ally.do(schedule, planOf(family))).rejects.toEqual(refusal('MEETINGS.NOT_MATCHED'));
  });

  it('R15 lets the other lead write down what took place before one of them left, and plan nothing new with them', async () => {
    const { ally, mentor, meetingId, endMentor } = await planned('kira');
    await king.rows('update meetings.connections_meeting set scheduled_for = $2 where id = $1', [meetingId, hoursAgo(0.25)]);
    await endMentor();
    await eventually(async () => expect(await king.rows('select 1 from meetings.active_match where mentor_id = $1 and ended_at is not null', [mentor.personId])).toHaveLength(1));
    await expect(change(ally, reschedule, { meetingId, scheduledFor: inHours(5), place: 'Library', setting: 'COMMUNITY' })).rejects.toEqual(refusal('MEETINGS.NOT_MATCHED'));
    await coverAgenda({ ally, mentor: ally, meetingId });
    await expect(ally.do(hold, { meetingId, heldAt: now() })).rejects.toEqual(refusal('MEETINGS.NOT_MATCHED'));
    await expect(mentor.do(hold, { meetingId, heldAt: hoursAgo(0.2) })).rejects.toEqual(refusal('NOT_FOUND'));
    expect((await ally.do<Meeting>(hold, { meetingId, heldAt: hoursAgo(0.2) })).status).toBe('HELD');
  });
});

describe('a Connections Meeting', () => {
  it('R16 S05 has the six items of the program in their order and directions', async () => {
    const { meeting } = await planned('lena');
    expect(meeting.agenda.map(({ order, key, direction }) => [order, key, direction])).toEqual([
      [1, 'INTRODUCTIONS', 'BOTH'],
      [2, 'CHILD_UPDATE', 'CAREGIVER_TO_PARENT'],
      [3, 'ROUTINE', 'PARENT_TO_CAREGIVER'],
      [4, 'LIKES_AND_DISLIKES', 'PARENT_TO_CAREGIVER'],
      [5, 'TRADITIONS_AND_CULTURE', 'BOTH'],
      [6, 'COMMUNICATION_PLAN', 'BOTH'],
    ]);
  });

  it('R15 S04 is led by the accepted ally and mentor together, and by nobody else', async () => {
    const { family, ally, mentor, meeting } = await planned('mila');
    for (const other of [family.parent, family.caregiver, family.coordinator, family.caseworker, king.supervisor]) {
      await expect(other.do(cover, { meetingId: meeting.id, key: 'INTRODUCTIONS' })).rejects.toEqual(refusal('MEETINGS.NOT_A_LEAD'));
      await expect(other.do(hold, { meetingId: meeting.id, heldAt: now() })).rejects.toEqual(refusal('MEETINGS.NOT_A_LEAD'));
    }
    expect((await ally.do<Meeting>(cover, { meetingId: meeting.id, key: 'INTRODUCTIONS', note: 'Warm.' })).agenda[0]).toMatchObject({ covered: true, note: 'Warm.' });
    expect((await mentor.do<Meeting>(cover, { meetingId: meeting.id, key: 'CHILD_UPDATE' })).agenda[1]).toMatchObject({ covered: true });
    const notes = async (actor: Actor): Promise<(string | null)[]> => (await family.read<Meeting>(actor, 'connectionsMeeting { agenda { note } }')).agenda.map(({ note }) => note);
    expect((await notes(family.parent))[0]).toBe('Warm.');
    expect((await notes(family.caseworker))[0]).toBeNull();
  });

  it('R16 R17 S04 is held when all six items are covered and a plan exists, and never twice', async () => {
    const { family, ally, mentor, meeting } = await planned('nils');
    const held = { meetingId: meeting.id, heldAt: now() };
    await expect(ally.do(cover, { meetingId: meeting.id, key: 'COMMUNICATION_PLAN' })).rejects.toEqual(refusal('MEETINGS.PLAN_NEEDED'));
    await coverAgenda({ ally, mentor, meetingId: meeting.id }, 'COMMUNICATION_PLAN');
    await expect(ally.do(hold, held)).rejects.toEqual(refusal('MEETINGS.AGENDA_OPEN'));
    await expect(ally.do(hold, held)).rejects.toThrow('A plan for communication and the relationship');
    await mentor.do(cover, { meetingId: meeting.id, key: 'COMMUNICATION_PLAN', plan: usualPlan });
    expect(await family.read(family.caregiver, 'communicationPlan { revision agreedAt }')).toEqual({ revision: 1, agreedAt: null });
    await expect(ally.do(hold, { ...held, heldAt: inHours(1) })).rejects.toEqual(refusal('DATE_IN_FUTURE'));
    await expect(ally.do(hold, { ...held, heldAt: hoursAgo(0.9) })).rejects.toEqual(refusal('DATE_TOO_EARLY'));
    const heldAt = now();
    expect((await ally.do<Meeting>(hold, { ...held, heldAt })).status).toBe('HELD');
    await expect(mentor.do(hold, held)).rejects.toEqual(refusal('MEETINGS.ALREADY_HELD'));
    await expect(ally.do(cover, { meetingId: meeting.id, key: 'ROUTINE' })).rejects.toEqual(refusal('MEETINGS.ALREADY_HELD'));
    expect(await family.read(family.caregiver, 'communicationPlan { revision what how howOften agreedAt }')).toMatchObject({ revision: 1, ...usualPlan, agreedAt: expect.any(String) });
    expect(await family.read(family.parent, 'step')).toBe('MET');
    const said = await king.rows<{ type: string }>(`select envelope->>'type' as type from (select envelope from meetings.event_log union all select envelope from meetings.outbox_event) said
      where envelope->'data'->>'connectionId' = $1 and envelope->>'type' in ('meetings.meeting-held.v1', 'meetings.plan-agreed.v1') order by 1`, [family.connectionId]);
    expect(said.map(({ type }) => type)).toEqual(['meetings.meeting-held.v1', 'meetings.plan-agreed.v1']);
  });

  it('R16 S05 has the county’s own items after the six, and is held once those that it requires are talked about', async () => {
    const there = await matched(snohomish, 'ulla');
    const { family, ally, mentor } = there;
    await family.permit();
    await prepareBoth(there);
    const own = 'id status ownAgenda { order key title direction required covered note revision }';
    const coverOwn = (lead: Actor, input: object): Promise<{ ownAgenda: object[] }> => lead.do(`mutation ($input: CoverAgendaItemInput!) { coverAgendaItem(input: $input) { ${own} } }`, input);
    const { id: meetingId, agenda } = await ally.do<Meeting>(schedule, planOf(family));
    expect(agenda.map(({ order }) => order)).toEqual([1, 2, 3, 4, 5, 6]);
    const item = { key: 'MEDICINES', title: 'Medicines and allergies', direction: 'PARENT_TO_CAREGIVER', required: true, order: 7, covered: false, note: null, revision: 0 };
    const { ownAgenda } = await family.read<{ ownAgenda: object[] }>(family.parent, `connectionsMeeting { ${own} }`);
    expect(ownAgenda).toEqual([item, { ...item, key: 'PETS', title: 'Animals at home', direction: 'BOTH', required: false, order: 8 }]);
    await coverAgenda({ ally, mentor, meetingId });
    await expect(ally.do(hold, { meetingId, heldAt: now() })).rejects.toThrow('Still to be talked about: Medicines and allergies.');
    for (const none of [{ ownKey: 'SCHOOL' }, { ownKey: 'ROUTINE' }, { key: 'ROUTINE', ownKey: 'MEDICINES' }, {}]) await expect(coverOwn(ally, { meetingId, ...none })).rejects.toEqual(refusal('MEETINGS.NO_SUCH_ITEM'));
    await expect(coverOwn(ally, { meetingId, ownKey: 'MEDICINES', entries: [{ field: 'MEDICAL', text: 'Asthma.' }] })).rejects.toThrow('This does not belong to “Medicines and allergies”.');
    await expect(coverOwn(family.parent, { meetingId, ownKey: 'MEDICINES' })).rejects.toEqual(refusal('MEETINGS.NOT_A_LEAD'));
    expect((await coverOwn(ally, { meetingId, ownKey: 'MEDICINES', note: 'None.' })).ownAgenda[0]).toEqual({ ...item, covered: true, note: 'None.', revision: 1 });
    await expect(coverOwn(mentor, { meetingId, ownKey: 'MEDICINES', note: 'An inhaler.' })).rejects.toEqual(refusal('CHANGED_MEANWHILE'));
    expect((await ally.do<Meeting>(hold, { meetingId, heldAt: now() })).status).toBe('HELD');
  });

  it('S05 S45 lets the parent’s words flow into versions of the child’s profile, each readable by whom it was told', async () => {
    const { family, ally, mentor, meeting } = await planned('omar', { children: 2 });
    const [first, second] = family.childIds as [string, string];
    const routine = (entries: object[]): Promise<Meeting> => ally.do<Meeting>(cover, { meetingId: meeting.id, key: 'ROUTINE', entries });
    await expect(routine([{ field: 'FAITH', text: 'Prays before meals.', consent: 'THIS_HOME' }])).rejects.toEqual(refusal('MEETINGS.NOT_IN_THIS_ITEM'));
    await expect(routine([{ field: 'SLEEP', text: 'Light on.' }])).rejects.toEqual(refusal('MEETINGS.CONSENT_NEEDED'));
    const other = await Family.open(king, 'omar-other');
    await expect(routine([{ childId: other.childIds[0], field: 'SLEEP', text: 'Light on.', consent: 'THIS_HOME' }])).rejects.toEqual(refusal('MEETINGS.NOT_THIS_CHILD'));
    await routine([{ field: 'SLEEP', text: 'The door stays open.', consent: 'THIS_HOME' }, { childId: first, field: 'MEDICAL', text: 'Asthma.', sensitivity: 'SENSITIVE', consent: 'THIS_HOME' }]);
    await routine([{ childId: first, field: 'SLEEP', text: 'The door stays open, the light is on.', consent: 'THIS_HOME' }]);
    await mentor.do(cover, { meetingId: meeting.id, key: 'LIKES_AND_DISLIKES', entries: [{ childId: first, field: 'SONG', text: 'Twinkle.', consent: 'THIS_HOME' }] });

    const profileOf = async (actor: Actor, childId = first): Promise<unknown[]> =>
      (await actor.get<{ child: { profile: unknown[] } }>('query ($id: UUID!) { child(id: $id) { profile { field revision text sourceId } } }', { id: childId })).child.profile;
    const sourceId = family.parent.personId;
    const sleep = { field: 'SLEEP', revision: 2, text: 'The door stays open, the light is on.', sourceId };
    const medical = { field: 'MEDICAL', revision: 1, text: 'Asthma.', sourceId };
    const song = { field: 'SONG', revision: 1, text: 'Twinkle.', sourceId };
    for (const actor of [family.parent, family.caregiver, family.caseworker]) expect(await profileOf(actor)).toEqual([medical, sleep, song]);
    for (const actor of [mentor, family.coordinator]) expect(await profileOf(actor)).toEqual([sleep, song]);
    expect(await profileOf(family.caregiver, second)).toEqual([{ field: 'SLEEP', revision: 1, text: 'The door stays open.', sourceId }]);
    await expect(profileOf(other.caregiver)).rejects.toEqual(refusal('NOT_FOUND'));
    const history = await family.caregiver.get<{ child: { profileHistory: object[] } }>('query ($id: UUID!) { child(id: $id) { profileHistory(field: SLEEP) { revision } } }', { id: first });
    expect(history.child.profileHistory).toEqual([{ revision: 2 }, { revision: 1 }]);
  });

  it('S24 S45 lets a parent or a caregiver write into the profile outside of a meeting, and nobody else', async () => {
    const family = await Family.open(king, 'pia');
    const write = 'mutation ($input: WriteChildProfileInput!) { writeChildProfile(input: $input) { field revision sourceId consent } }';
    const input = { connectionId: family.connectionId, entries: [{ field: 'TOY', text: 'A grey rabbit.', consent: 'THIS_HOME' }] };
    await expect(family.coordinator.do(write, input)).rejects.toEqual(refusal('FORBIDDEN'));
    expect(await family.parent.do(write, input)).toEqual([{ field: 'TOY', revision: 1, sourceId: family.parent.personId, consent: 'THIS_HOME' }]);
    expect(await family.caregiver.do(write, input)).toEqual([{ field: 'TOY', revision: 2, sourceId: family.caregiver.personId, consent: 'THIS_HOME' }]);
  });
});

describe('follow-up', () => {
  it('S06 R09 makes a talk for both pairs when the meeting is held, and the next one after each; private to the pair', async () => {
    const there = await planned('quin');
    const { family, ally, mentor, meeting } = there;
    await coverAgenda(there);
    expect(await family.read(ally, 'followUps { id }')).toEqual([]);
    const heldAt = hoursAgo(0.2);
    await ally.do(hold, { meetingId: meeting.id, heldAt });

    const talks = (actor: Actor): Promise<Talk[]> => family.read<Talk[]>(actor, 'followUps { id side note dueAt heldAt }');
    const [own] = await talks(ally);
    expect(await talks(ally)).toEqual([{ id: own!.id, side: 'PARENT', note: null, dueAt: own!.dueAt, heldAt: null }]);
    expect((await talks(mentor)).map(({ side }) => side)).toEqual(['HOUSEHOLD']);
    expect((await talks(king.supervisor)).map(({ side }) => side).sort()).toEqual(['HOUSEHOLD', 'PARENT']);
    expect(await talks(family.coordinator)).toEqual([]);
    const days = (Date.parse(own!.dueAt) - Date.parse(heldAt)) / 86_400_000;
    expect(days).toBeGreaterThan(14 - 0.05);
    expect(days).toBeLessThanOrEqual(15.05);

    const input = { followUpId: own!.id, heldAt: hoursAgo(0.1), note: 'Relieved, and wants to call.' };
    await expect(mentor.do(followUp, input)).rejects.toEqual(refusal('FORBIDDEN'));
    await expect(ally.do(followUp, { ...input, heldAt: hoursAgo(1) })).rejects.toEqual(refusal('DATE_TOO_EARLY'));
    await ally.do(followUp, input);
    await expect(ally.do(followUp, input)).rejects.toEqual(refusal('MEETINGS.ALREADY_HELD'));
    expect((await talks(family.parent)).map(({ note, heldAt: held }) => [note, held !== null])).toEqual([['Relieved, and wants to call.', true], [null, false]]);
    expect((await talks(family.caregiver)).map(({ side }) => side)).toEqual(['HOUSEHOLD']);
    expect(await family.read(family.parent, 'step')).toBe('MET');
    await mentor.do(followUp, { followUpId: (await talks(mentor))[0]!.id, heldAt: now() });
    expect(await family.read(family.parent, 'step')).toBe('SUPPORTED');
  });
});
