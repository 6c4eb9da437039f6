import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity } from '@fc/identity';
import { eventually, type Actor, type TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';
import { meetings } from '../src/index.ts';
import { meetingsWithALength } from '../src/migrations/0031-meetings-with-a-length.ts';
import { change, command, Family, inHours, now } from './family.ts';
import { coverAgenda, prepared } from './matched.ts';

interface Due {
  rule: string;
  opensAt: string;
  closesAt: string;
}

let world: World;
let king: TestCounty;

beforeAll(async () => {
  world = await World.start({ counties: ['king'], subgraphs: [identity, meetings] });
  king = world.county('king');
}, 120_000);
afterAll(() => world?.stop());

/** The county decides, and meetings goes by it: a hearing of that name is its sign. */
async function decide(sign: string, settings: Parameters<World['decide']>[1], timeZone?: string): Promise<void> {
  await world.decide(king, { ...settings, reviewHearingTypes: [{ key: sign, name: 'Review hearing', by: 'COURT' }] }, timeZone);
  const actor = await king.person('COORDINATOR');
  await eventually(
    async () => expect((await actor.get<{ reviewHearingTypes: { key: string }[] }>('{ reviewHearingTypes { key } }')).reviewHearingTypes).toEqual([{ key: sign }]),
    { within: 60_000 },
  );
}

/** A family whose child was placed at that instant, three hours after the removal. */
const placedAt = (name: string, at: string): Promise<Family> => Family.open(king, name, { placed: (Date.now() - Date.parse(at)) / 3_600_000 });
const windowOf = async (family: Family, of: 'icebreakers' | 'comfortCalls'): Promise<Due> => (await family.read<[{ window: Due }]>(family.coordinator, `${of} { window { rule opensAt closesAt } }`))[0].window;
/** To the nearest five minutes: opening a family takes a moment. */
const about = (at: string): string => new Date(Math.round(Date.parse(at) / 300_000) * 300_000).toISOString().replace('.000', '');

/** A spring and an autumn in which the clocks change on the second day after, and a leap day on the third. */
const weeks = { spring: '2026-03-05T20:00:00Z', autumn: '2025-10-30T19:00:00Z', leap: '2024-02-26T20:00:00Z' } as const;

interface Agreed {
  readonly family: Family;
  readonly agreementId: string;
}

/** The two families hold to something, and look at it again on that day. */
async function agreedOn(family: Family, reviewOn: string): Promise<Agreed> {
  await family.permit();
  const { id: agreementId } = await family.parent.do<{ id: string }>(command('proposeAgreement', 'id'), { connectionId: family.connectionId, points: ['We write on Sundays.'], reviewOn });
  await change(family.caregiver, command('agreeToAgreement', 'id'), { agreementId });
  return { family, agreementId };
}

const reviewOf = async ({ agreementId }: Agreed): Promise<{ status: string; opens: string }> =>
  (await king.rows<{ status: string; opens: string }>(
    `select status, to_char(opens_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as opens from meetings.deadline where kind = 'AGREEMENT_REVIEW' and subject_id = $1`,
    [agreementId],
  ))[0]!;

describe('what a county chooses for its windows', () => {
  it('R01 R02 R83 counts calendar days at first, in the weeks in which the clocks change and over a leap day', async () => {
    const spring = await placedAt('amir', weeks.spring);
    expect(await windowOf(spring, 'icebreakers')).toEqual({ rule: 'ICEBREAKER_3_TO_5_CALENDAR_DAYS_FROM_PLACEMENT', opensAt: '2026-03-08T08:00:00Z', closesAt: '2026-03-11T07:00:00Z' });
    expect(await windowOf(await placedAt('bea', weeks.autumn), 'icebreakers')).toMatchObject({ opensAt: '2025-11-02T07:00:00Z', closesAt: '2025-11-05T08:00:00Z' });
    expect(await windowOf(await placedAt('cleo', weeks.leap), 'icebreakers')).toMatchObject({ opensAt: '2024-02-29T08:00:00Z', closesAt: '2024-03-03T08:00:00Z' });
    const call = await windowOf(spring, 'comfortCalls');
    expect([call.rule, about(call.closesAt)]).toEqual(['COMFORT_CALL_24_HOURS_FROM_PLACEMENT', '2026-03-06T20:00:00Z']);
  });

  it('R01 R02 R09 R14 R83 goes by business days, holidays, the removal and cadences of its own once it has decided so, and leaves what is due already as it was', async () => {
    const before = await placedAt('dina', weeks.spring);
    const matchedBefore = await prepared(king, 'lena');
    await decide('DECIDED', { icebreakerDays: 'BUSINESS', holidays: ['2026-03-10'], comfortCallClock: 'REMOVAL', preparationTargetDays: 10, connectionsMeetingTargetDays: 21, followUpEveryDays: 5 });
    expect((await windowOf(before, 'icebreakers')).closesAt).toBe('2026-03-11T07:00:00Z');
    const spring = await placedAt('elif', weeks.spring);
    expect(await windowOf(spring, 'icebreakers')).toEqual({ rule: 'ICEBREAKER_3_TO_5_BUSINESS_DAYS_FROM_PLACEMENT', opensAt: '2026-03-11T07:00:00Z', closesAt: '2026-03-14T07:00:00Z' });
    expect(await windowOf(await placedAt('fay', weeks.autumn), 'icebreakers')).toMatchObject({ opensAt: '2025-11-04T08:00:00Z', closesAt: '2025-11-07T08:00:00Z' });
    expect(await windowOf(await placedAt('gita', weeks.leap), 'icebreakers')).toMatchObject({ opensAt: '2024-02-29T08:00:00Z', closesAt: '2024-03-05T08:00:00Z' });
    const call = await windowOf(spring, 'comfortCalls');
    expect([call.rule, about(call.closesAt)]).toEqual(['COMFORT_CALL_24_HOURS_FROM_REMOVAL', '2026-03-06T17:00:00Z']);

    const plan = (there: typeof matchedBefore): object => ({ connectionId: there.family.connectionId, scheduledFor: inHours(1), place: 'Library' });
    await matchedBefore.family.permit();
    const schedule = 'mutation ($input: ScheduleConnectionsMeetingInput!) { scheduleConnectionsMeeting(input: $input) { id window { rule } } }';
    expect(await matchedBefore.ally.do(schedule, plan(matchedBefore))).toMatchObject({ window: { rule: 'CONNECTIONS_MEETING_14_DAYS_FROM_SECOND_MATCH' } });

    const there = await prepared(king, 'hana');
    const { family, ally, mentor } = there;
    await family.permit();
    const rules = async (actor: Actor): Promise<string[]> => (await actor.get<{ myWork: { nodes: { window: Due }[] } }>('{ myWork { nodes { window { rule } } } }')).myWork.nodes.map(({ window }) => window.rule);
    await eventually(async () => expect(await rules(ally)).toEqual(['CONNECTIONS_MEETING_21_DAYS_FROM_SECOND_MATCH']));
    expect(await king.rows(`select distinct rule from meetings.deadline where connection_id = $1 and kind = 'PREPARATION'`, [family.connectionId])).toEqual([{ rule: 'PREPARATION_10_DAYS_FROM_MATCH' }]);
    const { id: meetingId } = await ally.do<{ id: string }>(schedule, plan(there));
    await coverAgenda({ ally, mentor, meetingId });
    await ally.do('mutation ($input: HoldMeetingInput!) { holdMeeting(input: $input) { id } }', { meetingId, heldAt: now() });
    expect(await rules(ally)).toEqual(['FOLLOW_UP_EVERY_5_DAYS']);
  });

  it('R83 counts by the days of its new zone once it has changed it, and leaves what was counted before', async () => {
    const before = await placedAt('iris', weeks.autumn);
    const counted = await windowOf(before, 'icebreakers');
    const reviewOn = '2026-12-24';
    const agreed = [await agreedOn(before, reviewOn), await agreedOn(await Family.open(king, 'iva'), reviewOn)] as const;
    await agreed[1].family.prohibit(['MESSAGE']);
    const reviews = [await reviewOf(agreed[0]), await reviewOf(agreed[1])];
    expect(reviews.map(({ status }) => status)).toEqual(['OPEN', 'SUSPENDED']);
    await decide('MOVED', { icebreakerDays: 'CALENDAR', holidays: [], comfortCallClock: 'PLACEMENT' }, 'Pacific/Honolulu');
    expect(await windowOf(await placedAt('jun', weeks.spring), 'icebreakers')).toMatchObject({ opensAt: '2026-03-08T10:00:00Z', closesAt: '2026-03-11T10:00:00Z' });
    expect(await windowOf(before, 'icebreakers')).toEqual(counted);
    // Whatever changes on the connection, the day that they chose has the window that it had, and nothing comes back by itself (R78).
    for (const { family } of agreed) await family.match('PARENT_ALLY');
    expect([await reviewOf(agreed[0]), await reviewOf(agreed[1])]).toEqual(reviews);
    await change(before.parent, command('keepAgreement', 'id'), { agreementId: agreed[0].agreementId, reviewOn: '2026-12-28' });
    expect((await reviewOf(agreed[0])).opens).toBe('2026-12-28T10:00:00Z'); // another day, in the new zone
  });
});

describe('the step that gives meetings a length', () => {
  it('S50 puts what was promised before work lists had it on the list of whoever promised it, and nothing that is done', async () => {
    const family = await Family.open(king, 'kay');
    await family.permit();
    const { caseworker, parent, caregiver, connectionId } = family;
    const { id: meetingId } = await caseworker.do<{ id: string }>(command('planFamilyMeeting', 'id'), { connectionId, purpose: 'SUPPORT', scheduledFor: inHours(1), place: 'Library' });
    const promise = (text: string): object => ({ text, ownerId: parent.personId, dueOn: '2050-06-01' });
    const { decisions } = await caseworker.do<{ decisions: { id: string }[] }>(command('holdFamilyMeeting', 'decisions { id }'), { meetingId, heldAt: now(), cameIds: [parent, caregiver, caseworker].map(({ personId }) => personId), decisions: [promise('Asks.'), promise('Answers.')] });
    const [open, done] = decisions as [{ id: string }, { id: string }];
    await change(parent, command('completeFamilyDecision', 'id'), { decisionId: done.id });
    const listed = async (): Promise<string[]> =>
      (await parent.get<{ myWork: { nodes: { kind: string; subjectId: string }[] } }>('{ myWork { nodes { kind subjectId } } }')).myWork.nodes.filter(({ kind }) => kind === 'FAMILY_DECISION').map(({ subjectId }) => subjectId);
    expect(await listed()).toEqual([open.id]);
    await king.rows(`delete from meetings.deadline where connection_id = $1 and kind = 'FAMILY_DECISION'`, [connectionId]); // as before step 0014
    expect(await listed()).toEqual([]);
    for (let times = 0; times < 2; times += 1) await king.rows(`begin; set local search_path to meetings; ${meetingsWithALength.statements.at(-1)}; commit`);
    expect(await listed()).toEqual([open.id]);
    // The day is over everywhere before it counts as missed.
    expect(await king.rows(`select closes_at = '2050-06-02T12:00:00Z' as over, doer_id from meetings.deadline where connection_id = $1 and kind = 'FAMILY_DECISION'`, [connectionId])).toEqual([{ over: true, doer_id: parent.personId }]);
  });
});
