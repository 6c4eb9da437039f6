import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConnectionClosedV1, ConnectionContinuedV1 } from '@fc/contracts';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { change, command, Family, hoursAgo, inHours, refusal } from './family.ts';

interface Hearing {
  id: string;
  kind: string;
  status: string;
  heldAt: string | null;
  myPreparation: { key: string; done: boolean }[];
  jointStatement: { text: string; approvedBy: string[] } | null;
  findings: { id: string; kind: string; text: string; outcome: string | null; outcomeNote: string | null }[];
}

const hearing = 'id kind status heldAt myPreparation { key done } jointStatement { text approvedBy } findings { id kind text outcome outcomeNote }';
const [plan, cancel, tick, bring, hold, find, outcome] = ['planReviewHearing', 'cancelReviewHearing', 'tickHearingTask', 'bringStatement', 'holdReviewHearing', 'recordHearingFinding', 'recordFindingOutcome'].map((name) => command(name, hearing)) as [string, string, string, string, string, string, string];
const write = 'mutation ($input: WriteSharedStatementInput!) { writeSharedStatement(input: $input) { id } }';
const approve = 'mutation ($input: ApproveSharedStatementInput!) { approveSharedStatement(input: $input) { id } }';

let world: SharedWorld;
let king: TestCounty;
/** A county with a Citizen Review Board. */
let snohomish: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king', 'snohomish');
  king = world.county('king');
  snohomish = world.county('snohomish');
}, 90_000);
afterAll(() => world?.stop());

const hearingsOf = (family: Family, as: Actor): Promise<Hearing[]> => family.read<Hearing[]>(as, `reviewHearings { ${hearing} }`);
const review = (family: Family, kind: string, scheduledFor = inHours(48)): Promise<Hearing> => family.caseworker.do<Hearing>(plan, { connectionId: family.connectionId, kind, scheduledFor, place: 'Room 3' });

/** Of what, and of when. */
const told = async (actor: Actor): Promise<string[][]> =>
  (await king.rows<{ template: string; at: string }>(
    `select envelope->'data'->>'template' as template, envelope->'data'->>'at' as at from (select envelope from meetings.event_log union all select envelope from meetings.outbox_event) said
      where envelope->>'type' = 'meetings.notification-requested.v1' and envelope->'data'->>'personId' = $1`,
    [actor.personId],
  )).map((one) => [one.template, new Date(one.at).toISOString()]);

describe('reviews of a case', () => {
  it('R61 S51 is by a Citizen Review Board where the county has one, whose recommendations and findings are kept with what came of them', async () => {
    const [here, there] = [await Family.open(king, 'amir'), await Family.open(snohomish, 'bea')];
    await expect(review(here, 'CITIZEN_REVIEW_BOARD')).rejects.toEqual(refusal('MEETINGS.NO_REVIEW_BOARD'));
    const court = await review(here, 'COURT');
    const board = await review(there, 'CITIZEN_REVIEW_BOARD');
    const { caseworker, parent, caregiver } = there;

    const recommendation = { hearingId: board.id, kind: 'RECOMMENDATION', text: 'More family time, without supervision.', forCaregivers: true };
    await expect(caseworker.do(find, recommendation)).rejects.toEqual(refusal('MEETINGS.HEARING_NOT_HELD'));
    await expect(change(caseworker, hold, { hearingId: board.id, heldAt: inHours(1) })).rejects.toEqual(refusal('DATE_IN_FUTURE'));
    await expect(change(caseworker, hold, { hearingId: board.id, heldAt: hoursAgo(24 * 400) })).rejects.toEqual(refusal('DATE_TOO_EARLY'));
    await change(caseworker, hold, { hearingId: board.id, heldAt: hoursAgo(1) });
    await expect(change(caseworker, hold, { hearingId: board.id, heldAt: hoursAgo(1) })).rejects.toEqual(refusal('MEETINGS.HEARING_HELD'));
    await caseworker.do(find, recommendation);
    const { findings } = await caseworker.do<Hearing>(find, { hearingId: board.id, kind: 'FINDING', text: 'The parent waits for a place in treatment.' });
    await expect(parent.do(find, recommendation)).rejects.toEqual(refusal('FORBIDDEN'));
    const [first, second] = findings;
    await expect(change(caseworker, outcome, { findingId: second!.id, outcome: 'TAKEN_UP' })).rejects.toEqual(refusal('MEETINGS.OUTCOME_DOES_NOT_FIT'));
    await change(caseworker, outcome, { findingId: first!.id, outcome: 'TAKEN_UP' });
    await change(caseworker, outcome, { findingId: second!.id, outcome: 'SERVICE_BEGUN', note: 'A place from Monday on.' });
    const seen = async (actor: Actor): Promise<(string | null)[][]> => (await hearingsOf(there, actor))[0]!.findings.map((each) => [each.kind, each.outcome, each.outcomeNote]);
    expect(await seen(parent)).toEqual([['RECOMMENDATION', 'TAKEN_UP', null], ['FINDING', 'SERVICE_BEGUN', 'A place from Monday on.']]);
    expect(await seen(caregiver)).toEqual([['RECOMMENDATION', 'TAKEN_UP', null]]); // the other speaks of the parent alone

    await change(here.caseworker, hold, { hearingId: court.id, heldAt: hoursAgo(1) });
    await expect(here.caseworker.do(find, { ...recommendation, hearingId: court.id })).rejects.toEqual(refusal('MEETINGS.COURT_DECIDES'));
    expect((await here.caseworker.do<Hearing>(find, { ...recommendation, hearingId: court.id, kind: 'FINDING' })).findings).toHaveLength(1);
  });

  it('S51 is one of the hearings that the county has, by its own name for it', async () => {
    const [here, there] = [await Family.open(king, 'gita'), await Family.open(snohomish, 'hana')];
    const typesOf = async (actor: Actor): Promise<object[]> => (await actor.get<{ reviewHearingTypes: object[] }>('{ reviewHearingTypes { key name kind } }')).reviewHearingTypes;
    const ofState = [
      { key: 'SHELTER_CARE', name: 'Shelter care hearing', kind: 'COURT' },
      { key: 'REVIEW', name: 'Review hearing', kind: 'COURT' },
      { key: 'PERMANENCY_PLANNING', name: 'Permanency planning hearing', kind: 'COURT' },
    ];
    expect(await typesOf(here.parent)).toEqual(ofState);
    expect(await typesOf(there.parent)).toEqual([...ofState, { key: 'FOSTER_CARE_REVIEW', name: 'Foster care review', kind: 'CITIZEN_REVIEW_BOARD' }]);
    const planned = (family: Family, input: object, hours: number): Promise<object> =>
      family.caseworker.do<object>(command('planReviewHearing', 'kind type typeName'), { connectionId: family.connectionId, scheduledFor: inHours(hours), place: 'Room 3', ...input });
    expect(await planned(here, { type: 'PERMANENCY_PLANNING' }, 48)).toEqual({ kind: 'COURT', type: 'PERMANENCY_PLANNING', typeName: 'Permanency planning hearing' });
    expect(await planned(there, { type: 'FOSTER_CARE_REVIEW' }, 48)).toEqual({ kind: 'CITIZEN_REVIEW_BOARD', type: 'FOSTER_CARE_REVIEW', typeName: 'Foster care review' });
    await expect(planned(here, { type: 'FOSTER_CARE_REVIEW' }, 50)).rejects.toThrow('This county has these hearings: Shelter care hearing (SHELTER_CARE), Review hearing (REVIEW), and Permanency planning hearing (PERMANENCY_PLANNING).');
    await expect(planned(there, { type: 'REVIEW', kind: 'CITIZEN_REVIEW_BOARD' }, 50)).rejects.toEqual(refusal('MEETINGS.OTHER_KIND_OF_HEARING'));
    await expect(planned(here, {}, 50)).rejects.toEqual(refusal('MEETINGS.HEARING_KIND_NEEDED'));
    expect(await planned(here, { kind: 'COURT' }, 50)).toEqual({ kind: 'COURT', type: null, typeName: null });
  });

  it('S26 S51 is prepared by each with a list of their own, which nobody else sees', async () => {
    const family = await Family.open(king, 'cleo');
    const { mentor: ally } = await family.match('PARENT_ALLY');
    const { parent, caregiver, caseworker, connectionId } = family;
    await expect(parent.do(plan, { connectionId, kind: 'COURT', scheduledFor: inHours(48), place: 'Room 3' })).rejects.toEqual(refusal('FORBIDDEN'));
    await expect((await king.person('CASEWORKER', 'stranger')).do(plan, { connectionId, kind: 'COURT', scheduledFor: inHours(48), place: 'Room 3' })).rejects.toEqual(refusal('NOT_FOUND'));
    const at = inHours(48);
    const { id: hearingId } = await review(family, 'COURT', at);
    await expect(review(family, 'COURT', at)).rejects.toEqual(refusal('MEETINGS.HEARING_KNOWN'));
    await expect(change(parent, tick, { hearingId, key: 'CHILD_CARE' })).rejects.toEqual(refusal('MEETINGS.NO_SUCH_TASK'));
    await change(parent, tick, { hearingId, key: 'OWN_PROGRESS' });
    const done = async (actor: Actor): Promise<string[]> => (await hearingsOf(family, actor))[0]!.myPreparation.filter((task) => task.done).map(({ key }) => key);
    expect(await done(parent)).toEqual(['OWN_PROGRESS']);
    for (const other of [caregiver, caseworker]) expect(await done(other)).toEqual([]);
    expect((await hearingsOf(family, caregiver))[0]!.myPreparation.map(({ key }) => key)).toContain('CHILD_CARE');
    expect(await hearingsOf(family, ally)).toEqual([]);
    await change(parent, tick, { hearingId, key: 'OWN_PROGRESS', done: false });
    expect(await done(parent)).toEqual([]);
    await change(caseworker, cancel, { hearingId });
    await expect(change(parent, tick, { hearingId, key: 'OWN_PROGRESS' })).rejects.toEqual(refusal('MEETINGS.HEARING_CANCELLED'));
  });

  it('S51 keeps every task that is ticked at the same moment', async () => {
    const family = await Family.open(king, 'ines');
    const { id: hearingId, myPreparation } = await review(family, 'COURT');
    const keys = myPreparation.map(({ key }) => key);
    await Promise.all(keys.map((key) => change(family.caseworker, tick, { hearingId, key })));
    expect((await hearingsOf(family, family.caseworker))[0]!.myPreparation).toEqual(keys.map((key) => ({ key, done: true })));
  });

  it('S51 hears a joint statement once parent and caregiver have both approved its words, and no other', async () => {
    const [family, other] = [await Family.open(king, 'dara'), await Family.open(king, 'ezra')];
    const { parent, caregiver, caseworker, connectionId } = family;
    await family.permit();
    const { id: hearingId } = await review(family, 'COURT');
    const text = 'We both wish for longer visits.';
    const { id: statementId } = await parent.do<{ id: string }>(write, { connectionId, text });
    await expect(change(parent, bring, { hearingId, statementId })).rejects.toEqual(refusal('MEETINGS.NOT_APPROVED'));
    expect((await hearingsOf(family, caseworker))[0]!.jointStatement).toBeNull();
    await change(caregiver, approve, { statementId, wording: 1 });
    await expect(change(caseworker, bring, { hearingId, statementId })).rejects.toEqual(refusal('FORBIDDEN'));
    await expect(change(other.parent, bring, { hearingId, statementId })).rejects.toEqual(refusal('NOT_FOUND'));
    await change(caregiver, bring, { hearingId, statementId });
    for (const reader of [parent, caregiver, caseworker]) expect((await hearingsOf(family, reader))[0]!.jointStatement).toEqual({ text, approvedBy: ['PARENT', 'HOUSEHOLD'] });
    await expect(change(parent, bring, { hearingId, statementId })).rejects.toEqual(refusal('MEETINGS.STATEMENT_BROUGHT'));
  });

  it('S51 S49 hears what has gone to a professional already, and what another hearing was to hear only if that one was called off', async () => {
    const family = await Family.open(king, 'iris');
    const { parent, caregiver, caseworker, connectionId } = family;
    await family.permit();
    const [first, second] = [await review(family, 'COURT'), await review(family, 'COURT', inHours(96))];
    const { id: statementId } = await parent.do<{ id: string }>(write, { connectionId, text: 'We both wish for longer visits.' });
    await change(caregiver, approve, { statementId, wording: 1 });
    await change(parent, 'mutation ($input: SendSharedStatementInput!) { sendSharedStatement(input: $input) { id } }', { statementId, recipientIds: [caseworker.personId] });
    await change(parent, bring, { hearingId: first.id, statementId });
    await expect(change(parent, bring, { hearingId: second.id, statementId })).rejects.toEqual(refusal('MEETINGS.ALREADY_SENT'));
    await change(caseworker, cancel, { hearingId: first.id });
    expect(await change<Hearing>(parent, bring, { hearingId: second.id, statementId })).toMatchObject({ jointStatement: { approvedBy: ['PARENT', 'HOUSEHOLD'] } });
  });

  it('S51 R82 hears no joint statement of two families whose connection has closed, unless they stay in touch', async () => {
    const family = await Family.open(king, 'jade');
    const { connectionId, parent, caregiver } = family;
    await family.permit();
    const { id: hearingId } = await review(family, 'COURT');
    const { id: statementId } = await parent.do<{ id: string }>(write, { connectionId, text: 'Sami is doing well.' });
    await change(caregiver, approve, { statementId, wording: 1 });
    await king.say(ConnectionClosedV1, { connectionId, closedAt: hoursAgo(0) });
    await eventually(async () => expect(await king.rows('select 1 from meetings.family_connection where id = $1 and closed_at is not null', [connectionId])).toHaveLength(1));
    await expect(change(parent, bring, { hearingId, statementId })).rejects.toEqual(refusal('MEETINGS.CONNECTION_CLOSED'));
    await king.say(ConnectionContinuedV1, { connectionId, continuedAt: hoursAgo(0) });
    await eventually(async () => expect((await change<Hearing>(parent, bring, { hearingId, statementId })).jointStatement).toMatchObject({ text: 'Sami is doing well.' }));
  });

  it('R61 is not known to a caregiver who must not meet the parent at that time, and goes on for the parent', async () => {
    const family = await Family.open(king, 'fay');
    const { parent, caregiver } = family;
    const { id: hearingId } = await review(family, 'COURT');
    expect(await hearingsOf(family, caregiver)).toHaveLength(1); // without any permission: it is the court's
    await family.prohibit(['IN_PERSON']);
    await eventually(async () => expect(await hearingsOf(family, caregiver)).toEqual([]));
    await expect(change(caregiver, tick, { hearingId, key: 'CHILD_CARE' })).rejects.toEqual(refusal('NOT_FOUND'));
    expect(await hearingsOf(family, parent)).toMatchObject([{ id: hearingId, status: 'PLANNED' }]);
  });

  it('S51 R61 is moved for a reason as the same hearing, with what each has prepared, and called off to a caregiver who may not know of its new time', async () => {
    const family = await Family.open(king, 'gale');
    const { parent, caregiver, caseworker } = family;
    const move = command('rescheduleReviewHearing', 'id status place minutes moveReason movedAt myPreparation { key done }');
    const base = Date.now();
    const at = (hours: number): string => new Date(base + hours * 3_600_000).toISOString();
    const [{ id: hearingId }] = [await review(family, 'COURT', at(24)), await review(family, 'COURT', at(26))];
    await change(parent, tick, { hearingId, key: 'OWN_PROGRESS' });
    const to = { hearingId, scheduledFor: at(48), minutes: 45, reason: 'DECIDED_BY_COURT' };
    for (const other of [parent, caregiver]) await expect(change(other, move, to)).rejects.toEqual(refusal('FORBIDDEN'));
    await expect(change((await Family.open(king, 'gale-other')).caseworker, move, to)).rejects.toEqual(refusal('NOT_FOUND'));
    await expect(change(caseworker, move, { ...to, scheduledFor: hoursAgo(1) })).rejects.toEqual(refusal('DATE_IN_PAST'));
    await expect(change(caseworker, move, { ...to, scheduledFor: at(26) })).rejects.toEqual(refusal('MEETINGS.HEARING_KNOWN'));
    await expect(change(caseworker, move, { ...to, minutes: 14 })).rejects.toEqual(refusal('MEETINGS.INVALID_LENGTH'));
    expect(await change(caseworker, move, to)).toMatchObject({ id: hearingId, status: 'PLANNED', place: 'Room 3', minutes: 45, moveReason: 'DECIDED_BY_COURT', movedAt: expect.any(String) });
    const ofMoved = async (actor: Actor): Promise<Hearing[]> => (await hearingsOf(family, actor)).filter(({ id }) => id === hearingId);
    expect((await ofMoved(parent))[0]!.myPreparation.find(({ key }) => key === 'OWN_PROGRESS')).toEqual({ key: 'OWN_PROGRESS', done: true });
    expect(await ofMoved(caregiver)).toHaveLength(1);
    await family.prohibitFrom(at(73));
    await change(caseworker, move, { ...to, scheduledFor: at(72), minutes: 60 }); // over when it begins
    expect(await ofMoved(caregiver)).toHaveLength(1);
    await change(caseworker, move, { ...to, scheduledFor: at(72.5), minutes: 60 });
    expect(await ofMoved(caregiver)).toEqual([]);
    expect(await ofMoved(parent)).toMatchObject([{ status: 'PLANNED' }]);
    expect(await told(parent)).toContainEqual(['APPOINTMENT_PLANNED', at(72.5)]);
    expect(await told(caregiver)).toContainEqual(['APPOINTMENT_CANCELLED', at(72)]);
    expect((await told(caregiver)).map(([, when]) => when)).not.toContain(at(72.5));
    await change(caseworker, move, to); // back to a time at which they may
    expect(await ofMoved(caregiver)).toHaveLength(1);
    await change(caseworker, cancel, { hearingId });
    await expect(change(caseworker, move, to)).rejects.toEqual(refusal('MEETINGS.HEARING_CANCELLED'));
  });

  it('S51 R61 goes on for the parent and the staff of the case when the child moves to another home, and not for the home before', async () => {
    const family = await Family.open(king, 'hana');
    const { parent, caregiver, caseworker } = family;
    const before = await review(family, 'COURT', inHours(24));
    await change(caseworker, hold, { hearingId: before.id, heldAt: hoursAgo(1) });
    const { id: hearingId } = await review(family, 'COURT', inHours(48));
    await king.say(ConnectionClosedV1, { connectionId: family.connectionId, closedAt: hoursAgo(0) });
    await eventually(async () => expect((await hearingsOf(family, caregiver)).map(({ id }) => id)).toEqual([before.id])); // what they were there for
    await expect(change(caregiver, tick, { hearingId, key: 'CHILD_CARE' })).rejects.toEqual(refusal('NOT_FOUND'));
    const toldOf = async (actor: Actor): Promise<string[]> => (await told(actor)).map(([template]) => template!);
    expect((await toldOf(caregiver)).sort()).toEqual(['APPOINTMENT_CANCELLED', 'APPOINTMENT_PLANNED', 'APPOINTMENT_PLANNED']);
    expect(await toldOf(parent)).not.toContain('APPOINTMENT_CANCELLED');
    const next = async (actor: Actor): Promise<string[]> => (await actor.get<{ myReviewHearings: Hearing[] }>('{ myReviewHearings { id status } }')).myReviewHearings.filter(({ status }) => status === 'PLANNED').map(({ id }) => id);
    for (const actor of [parent, caseworker]) expect(await next(actor)).toEqual([hearingId]);
    for (const other of [caregiver, (await Family.open(king, 'hana-other')).caseworker]) {
      expect(await next(other)).toEqual([]);
      await expect(change(other, hold, { hearingId, heldAt: hoursAgo(0) })).rejects.toEqual(refusal(other === caregiver ? 'FORBIDDEN' : 'NOT_FOUND'));
    }
    await change(caseworker, command('rescheduleReviewHearing', 'id'), { hearingId, scheduledFor: inHours(72), reason: 'DECIDED_BY_COURT' });
    expect(await toldOf(caregiver)).toHaveLength(3); // nothing of its new time
    await change(caseworker, hold, { hearingId, heldAt: hoursAgo(0) });
    const { findings } = await caseworker.do<Hearing>(find, { hearingId, kind: 'FINDING', text: 'The parent has a place in treatment.', forCaregivers: true });
    await change(caseworker, outcome, { findingId: findings[0]!.id, outcome: 'SERVICE_BEGUN' });
    expect(await hearingsOf(family, parent)).toMatchObject([{ id: before.id }, { id: hearingId, findings: [{ outcome: 'SERVICE_BEGUN' }] }]);
    expect((await hearingsOf(family, caregiver)).map(({ id }) => id)).toEqual([before.id]);
    const colleague = await king.person('CASEWORKER', 'hana-colleague');
    await family.assign(colleague);
    await family.unassign(caseworker);
    const said = { findingId: findings[0]!.id, outcome: 'NO_SERVICE' };
    await expect(change(caseworker, outcome, said)).rejects.toEqual(refusal('NOT_FOUND'));
    expect((await change<Hearing>(colleague, outcome, said)).findings).toMatchObject([{ outcome: 'NO_SERVICE' }]);
    await family.coordinator.get('mutation ($input: ExitFosterCareInput!) { exitFosterCare(input: $input) { id } }', { input: { childIds: family.childIds, exitedAt: hoursAgo(0), reason: 'REUNIFICATION' } });
    await eventually(async () => expect(change(colleague, outcome, said)).rejects.toEqual(refusal('NOT_FOUND'))); // the case is over
    expect(await hearingsOf(family, parent)).toHaveLength(2);
  });
});
