import { ConnectionClosedV1, PersonProfileChangedV1 } from '@fc/contracts';
import { newId, Temporal, type Id } from '@fc/domain-kernel';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { change, command, Family, hoursAgo, inHours, now, refusal } from './family.ts';
import { coverAgenda, prepareBoth, prepared } from './matched.ts';
import { readCalendar, type CalendarEvent, type ReadCalendar } from './read-calendar.ts';
import { readPdf } from './read-pdf.ts';

const schedule = 'mutation ($input: ScheduleConnectionsMeetingInput!) { scheduleConnectionsMeeting(input: $input) { id } }';
const reschedule = 'mutation ($input: RescheduleConnectionsMeetingInput!) { rescheduleConnectionsMeeting(input: $input) { id } }';
const scheduleIcebreaker = 'mutation ($input: ScheduleIcebreakerInput!) { scheduleIcebreaker(input: $input) { id calendarFile attendeeIds } }';
const planHearing = 'mutation ($input: PlanReviewHearingInput!) { planReviewHearing(input: $input) { id } }';
const planFamilyMeeting = 'mutation ($input: PlanFamilyMeetingInput!) { planFamilyMeeting(input: $input) { id } }';
const open = 'mutation ($input: OpenCalendarFeedInput!) { openCalendarFeed(input: $input) { openedAt url } }';
const revoke = 'mutation { revokeCalendarFeed }';
const review = 'mutation ($input: ReviewPrintedAgendaInput!) { reviewPrintedAgenda(input: $input) { state } }';

let world: SharedWorld;
let king: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
}, 90_000);
afterAll(() => world?.stop());

interface Planned {
  readonly family: Family;
  readonly ally: Actor;
  readonly mentor: Actor;
  readonly meetingId: string;
}

/** Two families with a meeting in a day at that place. */
async function planned(name: string, place = 'Library', about: object = {}): Promise<Planned> {
  const { family, ally, mentor } = await prepared(king, name);
  await family.permit();
  const { id: meetingId } = await ally.do<{ id: string }>(schedule, { connectionId: family.connectionId, scheduledFor: inHours(24), place, ...about });
  return { family, ally, mentor, meetingId };
}

const seconds = (at: string): number => Math.floor(Date.parse(at) / 1_000);

async function fileFor(actor: Actor, { connectionId }: Family): Promise<ReadCalendar | null> {
  const { familyConnection } = await actor.get<{ familyConnection: { connectionsMeeting: { calendarFile: string | null } } }>('query ($id: UUID!) { familyConnection(id: $id) { connectionsMeeting { calendarFile } } }', { id: connectionId });
  const { calendarFile } = familyConnection.connectionsMeeting;
  return calendarFile === null ? null : readCalendar(calendarFile);
}

/** How often somebody was told that an appointment is off. */
const toldOff = async ({ personId }: Actor): Promise<number> =>
  (await king.rows(`select 1 from (select envelope from meetings.event_log union all select envelope from meetings.outbox_event) said where envelope->'data'->>'template' = 'APPOINTMENT_CANCELLED' and envelope->'data'->>'personId' = $1`, [personId])).length;

const openFeed = async (actor: Actor): Promise<string> => new URL((await actor.do<{ url: string }>(open, {})).url).pathname;
const follow = (path: string, method = 'GET'): Promise<Response> => fetch(new URL(path, world.gateway.url), { method });
const feedOf = (path: string): Promise<readonly CalendarEvent[]> =>
  eventually(async () => {
    const response = await follow(path);
    expect(response.status).toBe(200); // on a busy machine the ledger's answer may come too late
    return readCalendar(await response.text()).events;
  });

describe('a calendar file', () => {
  it('S04 invites everybody who is to come, updates the same event when the meeting is moved twice, and calls it off', async () => {
    const { family, ally, mentor, meetingId } = await planned('amir', 'Library\nSUMMARY:Foster care\r\nATTENDEE:mailto:someone@example.org');
    const [first] = (await fileFor(family.parent, family))!.events;
    expect(first).toEqual({ uid: meetingId, sequence: 0, start: expect.any(Number), minutes: 60, location: null, status: 'CONFIRMED' }); // words that tell stand in no calendar
    const sequences = [first!.sequence];
    for (const [hours, place, minutes] of [[48, 'Park, east gate;\nby the fountain', 60], [72, 'Park', 120]] as const) {
      const scheduledFor = inHours(hours);
      await change(ally, reschedule, { meetingId, scheduledFor, minutes, place, setting: 'COMMUNITY' });
      const files = await Promise.all([family.parent, family.caregiver, ally, mentor].map((actor) => fileFor(actor, family)));
      for (const file of files) {
        expect(file).toMatchObject({ method: 'REQUEST', events: [{ uid: meetingId, start: seconds(scheduledFor), minutes, location: place }] });
        expect(file!.events[0]!.sequence).toBeGreaterThan(sequences.at(-1)!);
      }
      sequences.push(files[0]!.events[0]!.sequence);
    }
    for (const other of [family.coordinator, family.caseworker]) expect(await fileFor(other, family)).toBeNull();
    await family.coordinator.get('mutation ($id: UUID!) { cancelConnectionsMeeting(meetingId: $id) { id } }', { id: meetingId });
    const off = (await fileFor(family.caregiver, family))!;
    expect(off).toMatchObject({ method: 'CANCEL', events: [{ uid: meetingId, location: null, status: 'CANCELLED' }] });
    expect(off.events[0]!.sequence).toBeGreaterThan(sequences.at(-1)!);
  });

  it('S17 invites to an icebreaker, and never tells the address of a home', async () => {
    const family = await Family.open(king, 'bea');
    await family.permit();
    const [{ id: icebreakerId }] = await family.read<[{ id: string }]>(family.caseworker, 'icebreakers { id }');
    const files = (actor: Actor): Promise<{ calendarFile: string | null }[]> => family.read(actor, 'icebreakers { calendarFile }');
    expect(await files(family.parent)).toEqual([{ calendarFile: null }]);
    const plan = { icebreakerId, scheduledFor: inHours(3), place: '12 Cedar Street', setting: 'CAREGIVER_HOME', facilitatorId: family.caseworker.personId };
    const { calendarFile, attendeeIds } = await family.caseworker.do<{ calendarFile: string; attendeeIds: string[] }>(scheduleIcebreaker, plan);
    expect(attendeeIds.sort()).toEqual([family.parent.personId, family.caregiver.personId, family.caseworker.personId].sort());
    expect(calendarFile).not.toMatch(/cedar/i);
    expect(readCalendar(calendarFile)).toMatchObject({ method: 'REQUEST', events: [{ uid: icebreakerId, start: seconds(plan.scheduledFor), location: null }] });
    expect(await files(family.coordinator)).toEqual([{ calendarFile: null }]);
    const hospital = await family.caseworker.do<{ calendarFile: string }>(scheduleIcebreaker, { ...plan, place: 'Harborview, ground floor', setting: 'HOSPITAL' });
    expect(readCalendar(hospital.calendarFile).events[0]).toMatchObject({ uid: icebreakerId, location: 'Harborview, ground floor' });
  });
});

describe('a calendar feed', () => {
  it('S04 S17 holds what its person is to come to, as it stands now, and nothing of anybody else', async () => {
    const [{ family, ally, meetingId }, others] = [await planned('cleo'), await planned('dina')];
    const [{ id: icebreakerId }] = await family.read<[{ id: string }]>(family.caseworker, 'icebreakers { id }');
    await family.caseworker.do(scheduleIcebreaker, { icebreakerId, scheduledFor: inHours(5), place: 'Park', setting: 'COMMUNITY', facilitatorId: family.caseworker.personId });
    const [parents, allys, workers, coordinators] = await Promise.all([family.parent, ally, family.caseworker, family.coordinator].map(openFeed)) as [string, string, string, string];
    const uids = async (path: string): Promise<string[]> => (await feedOf(path)).map(({ uid }) => uid).sort();
    expect(await uids(parents)).toEqual([meetingId, icebreakerId].sort());
    expect(await uids(allys)).toEqual([meetingId]);
    expect(await uids(workers)).toEqual([icebreakerId]);
    expect(await uids(coordinators)).toEqual([]); // sees the whole county, and is expected nowhere
    const scheduledFor = inHours(48);
    await change(ally, reschedule, { meetingId, scheduledFor, place: 'Park', setting: 'COMMUNITY' });
    expect((await feedOf(allys))[0]).toMatchObject({ uid: meetingId, sequence: 1, start: seconds(scheduledFor), location: 'Park' });
    expect(await uids(await openFeed(others.mentor))).toEqual([others.meetingId]);
    await king.rows(`update meetings.connections_meeting set status = 'HELD', scheduled_for = now() - interval '20 days' where id = $1`, [meetingId]);
    expect(await uids(allys)).toEqual([meetingId]);
    await king.rows(`update meetings.connections_meeting set status = 'BROKEN_OFF' where id = $1`, [meetingId]); // it took place as well
    expect(await uids(allys)).toEqual([meetingId]);
    await king.rows(`update meetings.connections_meeting set scheduled_for = now() - interval '40 days' where id = $1`, [meetingId]);
    expect(await uids(allys)).toEqual([]);
  });

  it('R78 R43 loses a meeting that the ledger forbids, in file and feed alike to one that was called off', async () => {
    const { family, meetingId } = await planned('elif');
    const path = await openFeed(family.parent);
    expect(await feedOf(path)).toHaveLength(1);
    await family.prohibit(['IN_PERSON']);
    await eventually(async () => expect(await feedOf(path)).toEqual([]));
    expect(await fileFor(family.parent, family)).toEqual({ method: 'CANCEL', events: [{ uid: meetingId, sequence: 1, start: expect.any(Number), minutes: 60, location: null, status: 'CANCELLED' }] });
  });

  it('S04 S17 has a meeting that took place before its appointment where it was, as the same event, and tells that the later time is off', async () => {
    const { family, ally, mentor, meetingId } = await planned('noor', 'Library');
    const { parent, caregiver, caseworker } = family;
    const [{ id: icebreakerId }] = await family.read<[{ id: string }]>(caseworker, 'icebreakers { id }');
    await ally.get('mutation ($id: UUID!) { cancelConnectionsMeeting(meetingId: $id) { id } }', { id: meetingId });
    await caseworker.do(scheduleIcebreaker, { icebreakerId, scheduledFor: inHours(72), place: 'Park', setting: 'COMMUNITY', facilitatorId: caseworker.personId });
    const { id: bothId } = await ally.do<{ id: string }>(schedule, { connectionId: family.connectionId, scheduledFor: inHours(24), place: 'Park', facilitatorId: caseworker.personId });
    const path = await openFeed(parent);
    const stood = new Map((await feedOf(path)).map(({ uid, sequence }) => [uid, sequence]));
    expect([...stood.keys()].sort()).toEqual([bothId, icebreakerId].sort());
    await coverAgenda({ ally, mentor, meetingId: bothId });
    const heldAt = now();
    await mentor.do(command('holdMeeting', 'status'), { meetingId: bothId, heldAt });
    const events = await feedOf(path);
    expect(events.map(({ uid }) => uid).sort()).toEqual([bothId, icebreakerId].sort());
    for (const event of events) {
      expect(event).toMatchObject({ start: seconds(heldAt), status: 'CONFIRMED' });
      expect(event.sequence).toBeGreaterThan(stood.get(event.uid)!);
    }
    expect((await fileFor(parent, family))!.events).toEqual(events.filter(({ uid }) => uid === bothId));
    expect(await toldOff(parent)).toBe(3); // the first plan, and the two that are not needed any more
    for (const [actor, times] of [[caregiver, 3], [caseworker, 2]] as const) expect(await toldOff(actor)).toBe(times);

    // One that took place at its hour or after it is where it was planned, and nothing is off.
    const other = await planned('paz');
    await king.rows(`update meetings.connections_meeting set scheduled_for = now() - interval '20 minutes' where id = $1`, [other.meetingId]);
    const [before] = (await fileFor(other.family.parent, other.family))!.events;
    await coverAgenda(other);
    await other.mentor.do(command('holdMeeting', 'status'), { meetingId: other.meetingId, heldAt: now() });
    expect((await fileFor(other.family.parent, other.family))!.events).toEqual([{ ...before!, sequence: expect.any(Number) }]);
    expect(await toldOff(other.family.parent)).toBe(0);
  });

  it('S51 loses a review of the case for a home that the child has left, and keeps it for the parent and the caseworker', async () => {
    const family = await Family.open(king, 'hana');
    const { connectionId, parent, caregiver, caseworker } = family;
    const { id: reviewId } = await caseworker.do<{ id: string }>(planHearing, { connectionId, kind: 'COURT', scheduledFor: inHours(48), place: 'Room 3' });
    const paths = await Promise.all([parent, caseworker, caregiver].map(openFeed));
    const uids = (): Promise<string[][]> => Promise.all(paths.map(async (path) => (await feedOf(path)).map(({ uid }) => uid)));
    expect(await uids()).toEqual([[reviewId], [reviewId], [reviewId]]);
    await king.say(ConnectionClosedV1, { connectionId, closedAt: hoursAgo(0) });
    await eventually(async () => expect(await uids()).toEqual([[reviewId], [reviewId], []]));
  });

  it('S50 S51 R43 has family meetings and reviews for those whom they concern, with no place that tells, and loses them with what the ledger forbids', async () => {
    const family = await Family.open(king, 'ida');
    const { connectionId, parent, caregiver, caseworker } = family;
    const coordinator = await king.person('COORDINATOR', 'ida-office');
    await family.permit();
    const { mentor: ally } = await family.match('PARENT_ALLY');
    const { id: reviewId } = await caseworker.do<{ id: string }>(planHearing, { connectionId, kind: 'COURT', scheduledFor: inHours(48), place: 'Juvenile court, room 3' });
    const { id: meetingId } = await caseworker.do<{ id: string }>(planFamilyMeeting, { connectionId, purpose: 'REUNIFICATION', scheduledFor: inHours(24), place: 'Library', setting: 'COMMUNITY', professionalIds: [ally.personId] });
    const feeds = new Map<Actor, string>();
    for (const actor of [parent, caregiver, caseworker, ally, coordinator]) feeds.set(actor, await openFeed(actor));
    const seenBy = async (actor: Actor): Promise<(readonly [string, string | null])[]> => (await feedOf(feeds.get(actor)!)).map(({ uid, location }) => [uid, location] as const).sort();
    const both = [[meetingId, 'Library'], [reviewId, null]].sort();
    for (const actor of [parent, caregiver, caseworker]) expect(await seenBy(actor)).toEqual(both);
    expect(await seenBy(ally)).toEqual([[meetingId, 'Library']]); // a mentor has no part in a review
    expect(await seenBy(coordinator)).toEqual([]);

    // Moved, each is the same event in the feed and in a file, at its new time and under a number that has risen.
    const [reviewAt, meetingAt] = [inHours(72), inHours(30)];
    await change(caseworker, command('rescheduleReviewHearing', 'id'), { hearingId: reviewId, scheduledFor: reviewAt, minutes: 30, reason: 'DECIDED_BY_COURT' });
    await change(caseworker, command('rescheduleFamilyMeeting', 'id'), { meetingId, scheduledFor: meetingAt, minutes: 120, reason: 'SOMEBODY_CANNOT_COME' });
    const moved = [
      { uid: meetingId, sequence: 1, start: seconds(meetingAt), minutes: 120, location: 'Library', status: 'CONFIRMED' },
      { uid: reviewId, sequence: 1, start: seconds(reviewAt), minutes: 30, location: null, status: 'CONFIRMED' },
    ];
    const byUid = (one: CalendarEvent, other: CalendarEvent): number => one.uid.localeCompare(other.uid);
    const filesOf = async (actor: Actor): Promise<CalendarEvent[]> => {
      const { familyMeetings, reviewHearings } = (
        await actor.get<{ familyConnection: Record<'familyMeetings' | 'reviewHearings', { calendarFile: string | null }[]> }>('query ($id: UUID!) { familyConnection(id: $id) { familyMeetings { calendarFile } reviewHearings { calendarFile } } }', { id: connectionId })
      ).familyConnection;
      return [...familyMeetings, ...reviewHearings].flatMap(({ calendarFile }) => (calendarFile ? readCalendar(calendarFile).events : []));
    };
    for (const actor of [parent, caregiver, caseworker]) {
      expect([...(await feedOf(feeds.get(actor)!))].sort(byUid)).toEqual([...moved].sort(byUid));
      expect((await filesOf(actor)).sort(byUid)).toEqual([...moved].sort(byUid));
    }
    expect(await filesOf(ally)).toEqual([moved[0]]);
    for (const other of [coordinator, king.supervisor]) expect(await filesOf(other)).toEqual([]); // may read them, and are expected nowhere

    await family.prohibit(['IN_PERSON']);
    await eventually(async () => expect(await seenBy(caregiver)).toEqual([]));
    expect(await filesOf(parent)).toMatchObject([{ uid: meetingId, sequence: 2, location: null, status: 'CANCELLED' }, { uid: reviewId, status: 'CONFIRMED' }]);
    expect(await seenBy(parent)).toEqual([[reviewId, null]]); // the court goes on without asking the ledger
    await caseworker.get('mutation ($input: CancelReviewHearingInput!) { cancelReviewHearing(input: $input) { id } }', { input: { hearingId: reviewId } });
    await eventually(async () => expect([await seenBy(parent), await seenBy(caseworker)]).toEqual([[], []]));
  });

  it('R08 has the regular talk that two families agreed on, at its hour on the county’s clocks, for the two alone and while they may call', async () => {
    const { family, ally, meetingId } = await planned('gus');
    const { parent, caregiver, connectionId } = family;
    const talk = { weekday: 4, time: '18:30' };
    const { id: agreementId } = await caregiver.do<{ id: string }>('mutation ($input: ProposeAgreementInput!) { proposeAgreement(input: $input) { id } }', { connectionId, points: ['We answer within a day.'], talk });
    const [parents, caregivers, allys] = await Promise.all([parent, caregiver, ally].map(openFeed)) as [string, string, string];
    const uids = async (path: string): Promise<string[]> => (await feedOf(path)).map(({ uid }) => uid);
    expect(await uids(parents)).toEqual([meetingId]); // nothing is agreed on yet
    await change(parent, 'mutation ($input: AgreeToAgreementInput!) { agreeToAgreement(input: $input) { id } }', { agreementId });
    for (const path of [parents, caregivers]) {
      const talks = (await feedOf(path)).filter(({ uid }) => uid.startsWith(agreementId));
      expect(talks).toHaveLength(4);
      for (const { uid, start, minutes } of talks) {
        const there = Temporal.Instant.fromEpochMilliseconds(start * 1_000).toZonedDateTimeISO('America/Los_Angeles');
        expect([there.dayOfWeek, there.toPlainTime().toString(), uid, minutes]).toEqual([4, '18:30:00', `${agreementId}-${there.toPlainDate().toString()}`, 30]);
      }
      expect(new Set(talks.map(({ uid }) => uid)).size).toBe(4);
    }
    expect(await uids(allys)).toEqual([meetingId]);
    await family.prohibit(['CALL']);
    expect(await uids(parents)).toEqual([meetingId]);
  });

  it('ends for a lead whose match has ended, and tells a relative who is to come of that meeting alone', async () => {
    const grandmother = await king.person('RELATIVE', 'Luz');
    const family = await Family.open(king, 'fay');
    const { mentor: ally } = await family.match('PARENT_ALLY');
    const { mentor, end } = await family.match('CAREGIVER_MENTOR');
    await prepareBoth({ family, ally, mentor }, hoursAgo(0.5));
    await family.permit();
    await family.coordinator.do('mutation ($input: PermitContactInput!) { permitContact(input: $input) { id } }', { personIds: [grandmother.personId, family.caregiver.personId], channels: ['IN_PERSON'], source: 'CASE_PLAN' });
    const plan = { connectionId: family.connectionId, scheduledFor: inHours(24), place: 'Library', relativeIds: [grandmother.personId as Id<'Person'>] };
    const { id: meetingId } = await eventually(() => ally.do<{ id: string }>(schedule, plan));
    const [theirs, mentors] = [await openFeed(grandmother), await openFeed(mentor)];
    expect((await feedOf(theirs)).map(({ uid }) => uid)).toEqual([meetingId]);
    expect(await feedOf(mentors)).toHaveLength(1);
    await end();
    await eventually(async () => expect([await feedOf(mentors), await feedOf(theirs)]).toEqual([[], []]));
  });

  it('is opened and revoked by its person: one link at a time, told once, and nothing under a link that has ended', async () => {
    const parent = await king.person('PARENT', 'gale');
    const mine = async (): Promise<unknown> => (await parent.get<{ myCalendarFeed: object | null }>('{ myCalendarFeed { openedAt url } }')).myCalendarFeed;
    expect(await mine()).toBeNull();
    const idempotencyKey = newId();
    const asked = (): Promise<{ url: string | null }> => change(parent, open, { idempotencyKey });
    const path = new URL((await asked()).url!).pathname;
    expect(path).toMatch(/^\/l\/calendar\/[\w-]{64}$/);
    expect(await asked()).toEqual({ openedAt: expect.any(String), url: null });
    expect(await mine()).toEqual({ openedAt: expect.any(String), url: null });
    expect(await feedOf(path)).toEqual([]);
    const second = await openFeed(parent);
    expect([(await follow(path)).status, (await follow(second)).status]).toEqual([404, 200]);
    expect(await parent.get(revoke)).toEqual({ revokeCalendarFeed: true });
    expect((await follow(second)).status).toBe(404);
    expect(await mine()).toBeNull();
    expect(await parent.get(revoke)).toEqual({ revokeCalendarFeed: false });
    expect(await feedOf(await openFeed(parent))).toEqual([]);
  });
});

describe('a printed agenda', () => {
  interface Printed {
    readonly language: string;
    readonly interpreterOffer: string | null;
    readonly pdf: string;
  }
  const printed = async (actor: Actor, family: Family, language: string | null = 'en'): Promise<Printed | null> =>
    (await family.read<{ printedAgenda: Printed | null }>(actor, `connectionsMeeting { printedAgenda(language: ${language}) { language interpreterOffer pdf } }`)).printedAgenda;

  it('R16 S05 is for those who are to come, in their language once it has been reviewed, and for nobody once the meeting is off', async () => {
    const { family, ally, meetingId } = await planned('hana');
    const english = (await printed(family.parent, family))!;
    expect(english).toMatchObject({ language: 'en', interpreterOffer: null });
    const paper = await readPdf(Buffer.from(english.pdf, 'base64'));
    expect(paper).toMatchObject({ language: 'en', title: 'Agenda of our first meeting', source: expect.stringMatching(/^%PDF-1\.7[^]+\/Marked true[^]+%%EOF\s*$/) });
    expect(paper.roles.filter((role) => role === 'H2')).toHaveLength(6);
    expect(paper.text).toMatch(/When: [^]+?\d:\d\d[^]*? – [^]*?\d:\d\d/); // from when to when
    expect(paper.source).toMatch(/\/FontFile2 /); // it brings its own letters
    for (const other of [family.coordinator, family.caseworker]) expect(await printed(other, family)).toBeNull();

    expect(await printed(family.parent, family, 'es')).toMatchObject({ language: 'en', interpreterOffer: expect.stringContaining('interpreter') });
    const draft = 'query { printedAgendaDraft(language: es) { state wording lines } }';
    expect((await family.coordinator.ask(draft)).errors[0]?.extensions?.code).toBe('FORBIDDEN');
    const { printedAgendaDraft: words } = await king.supervisor.get<{ printedAgendaDraft: { state: string; wording: string; lines: string[] } }>(draft);
    expect(words).toMatchObject({ state: 'MACHINE', lines: expect.arrayContaining(['Presentaciones']) });
    await expect(king.supervisor.do(review, { language: 'es', wording: 'another' })).rejects.toEqual(refusal('MEETINGS.OTHER_WORDING'));
    await expect(family.coordinator.do(review, { language: 'es', wording: words.wording })).rejects.toEqual(refusal('FORBIDDEN'));
    expect(await king.supervisor.do(review, { language: 'es', wording: words.wording })).toEqual({ state: 'REVIEWED' });
    await expect(king.supervisor.do(review, { language: 'es', wording: words.wording })).rejects.toEqual(refusal('MEETINGS.ALREADY_REVIEWED'));
    // The words of an icebreaker's agenda are reviewed by themselves.
    const { printedAgendaDraft: ofIcebreaker } = await king.supervisor.get<{ printedAgendaDraft: { state: string; wording: string; lines: string[] } }>('query { printedAgendaDraft(language: es, kind: ICEBREAKER) { state wording lines } }');
    expect(ofIcebreaker).toMatchObject({ state: 'MACHINE', lines: expect.arrayContaining(['Las rutinas del niño o la niña']) });
    expect(await king.supervisor.do(review, { language: 'es', wording: ofIcebreaker.wording })).toEqual({ state: 'REVIEWED' });
    expect(await printed(ally, family, 'es')).toMatchObject({ language: 'es', interpreterOffer: null });
    // Nobody need ask for it: a parent who reads Spanish gets it in Spanish, and who reads neither is offered an interpreter.
    const speaks = (actor: Actor, ...languages: string[]): Promise<unknown> => king.say(PersonProfileChangedV1, { personId: actor.personId as Id<'Person'>, languages, version: 100 });
    await Promise.all([speaks(family.parent, 'so', 'es-MX'), speaks(family.caregiver, 'am')]);
    await eventually(async () => expect(await printed(family.parent, family, null)).toMatchObject({ language: 'es', interpreterOffer: null }));
    const spanish = await readPdf(Buffer.from((await printed(family.parent, family, null))!.pdf, 'base64'));
    expect(spanish).toMatchObject({ language: 'es', title: 'Temas de nuestra primera reunión', text: expect.stringContaining('Cómo está el niño o la niña') });
    await eventually(async () => expect(await printed(family.caregiver, family, null)).toMatchObject({ language: 'en', interpreterOffer: expect.stringContaining('interpreter') }));
    expect(await printed(ally, family, null)).toMatchObject({ language: 'en', interpreterOffer: null });

    await ally.get('mutation ($id: UUID!) { cancelConnectionsMeeting(meetingId: $id) { id } }', { id: meetingId });
    expect(await printed(family.parent, family)).toBeNull();
  });
});
