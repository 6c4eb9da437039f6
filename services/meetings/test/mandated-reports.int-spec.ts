import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PersonErasedV1 } from '@fc/contracts';
import { newId, type Id } from '@fc/domain-kernel';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { Family, hoursAgo, inHours, refusal } from './family.ts';

interface Report {
  id: string;
  authorId: string;
  toWhom: string | null;
  reference: string | null;
  facts: string | null;
}

const fields = 'id authorId toWhom reference facts';
const file = `mutation ($input: FileMandatedReportInput!) { fileMandatedReport(input: $input) { ${fields} } }`;
const mark = 'Zq9';

let world: SharedWorld;
let king: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
}, 120_000);
afterAll(() => world?.stop());

const made = ({ connectionId }: Family): object => ({ connectionId, toWhom: `${mark} the hotline`, reportedAt: hoursAgo(1), reference: `${mark}-1207`, facts: `${mark} A bruise on the arm.` });
const reportsFor = async (actor: Actor, { connectionId }: Family): Promise<Report[]> => (await actor.get<{ mandatedReports: Report[] }>(`query ($id: UUID!) { mandatedReports(connectionId: $id) { ${fields} } }`, { id: connectionId })).mandatedReports;

/** Everything on the connection, on their lists and in their inbox, as that person sees it, and what the trail tells a coordinator of it. */
async function everythingFor(actor: Actor, { connectionId, coordinator }: Family, about: readonly string[]): Promise<unknown> {
  const whole = `query ($id: UUID!) {
    familyConnection(id: $id) { step comfortCalls { id status attempts { id } } icebreakers { id status } preparations { id note } connectionsMeeting { id agenda { note } } followUps { id note } milestones { id }
      sharedStatements { id } relationshipAgreements { id } reviewHearings { id } familyMeetings { id } transitionPlans { id } encouragements { id } }
    myDrafts { id } myWork(first: 100) { nodes { id } }
    myMeetingsAccessLog(first: 100) { nodes { day role what } }
  }`;
  const trail = `query ($id: UUID!) { byRecord: meetingsAuditTrail(recordId: $id, first: 100) { nodes { action records { record id } } } byPerson: meetingsAuditTrail(personId: $id, first: 100) { nodes { action records { record id } } } }`;
  const told = [];
  if (actor === coordinator) {
    for (const id of about) {
      const { byRecord, byPerson } = await actor.get<Record<string, { nodes: { action: string }[] }>>(trail, { id });
      told.push([...byRecord!.nodes, ...byPerson!.nodes].filter(({ action }) => action !== 'meetingsAuditTrail')); // that it is being looked at is written there too
    }
  }
  return [await actor.get(whole, { id: connectionId }), told];
}

describe('a mandated report', () => {
  it('R80 is read by its author and a program supervisor alone, whoever else asks, and shows the county’s line to everybody', async () => {
    const family = await Family.open(king, 'amir');
    const { mentor: ally } = await family.match('PARENT_ALLY');
    const { mentor } = await family.match('CAREGIVER_MENTOR');
    const casa = await king.person('CASA', 'amir-casa');
    for (const nobody of [family.parent, family.caregiver]) await expect(nobody.do(file, made(family))).rejects.toEqual(refusal('FORBIDDEN'));
    for (const stranger of [casa, (await (await Family.open(king, 'amir-other')).match('PARENT_ALLY')).mentor]) await expect(stranger.do(file, made(family))).rejects.toEqual(refusal('NOT_FOUND'));
    await expect(family.coordinator.do(file, { ...made(family), connectionId: newId() })).rejects.toEqual(refusal('NOT_FOUND'));
    await expect(ally.do(file, { ...made(family), reportedAt: inHours(1) })).rejects.toEqual(refusal('DATE_IN_FUTURE'));
    await expect(ally.do(file, { ...made(family), facts: ' ' })).rejects.toEqual(refusal('TEXT_REQUIRED'));

    const input = { ...made(family), idempotencyKey: newId() };
    const send = async (): Promise<Report> => (await ally.get<{ fileMandatedReport: Report }>(file, { input })).fileMandatedReport;
    const report = await send();
    expect(report).toMatchObject({ authorId: ally.personId, toWhom: `${mark} the hotline`, reference: `${mark}-1207`, facts: `${mark} A bruise on the arm.` });
    expect(await send()).toEqual(report);
    const ofWorker = await family.caseworker.do<Report>(file, { ...made(family), reference: null });
    expect(ofWorker.reference).toBeNull();

    expect(await reportsFor(ally, family)).toEqual([report]);
    expect(await reportsFor(family.caseworker, family)).toEqual([ofWorker]);
    expect(await reportsFor(king.supervisor, family)).toEqual([ofWorker, report]);
    for (const colleague of [mentor, family.coordinator, casa]) expect(await reportsFor(colleague, family)).toEqual([]);
    for (const nobody of [family.parent, family.caregiver]) await expect(reportsFor(nobody, family)).rejects.toEqual(refusal('FORBIDDEN'));
    const { reportLine } = await family.parent.get<{ reportLine: object }>('{ reportLine { name phone } }');
    expect(reportLine).toEqual({ name: 'End Harm', phone: '1-866-363-4276' });
  });

  it('R80 changes nothing that anybody on the connection is shown, sends nothing, and is in the trail for a program supervisor alone', async () => {
    const family = await Family.open(king, 'bea');
    const { mentor: ally } = await family.match('PARENT_ALLY');
    const { mentor } = await family.match('CAREGIVER_MENTOR');
    const everybody = [family.parent, family.caregiver, family.caseworker, family.coordinator, ally, mentor];
    const about = [family.connectionId, ally.personId, family.parent.personId];
    const all = (): Promise<unknown[]> => Promise.all(everybody.map((actor) => everythingFor(actor, family, about)));
    // What the platform does by itself after a match comes to rest first.
    let before = await all();
    await eventually(async () => {
      const now = await all();
      const [earlier, later] = [JSON.stringify(before), JSON.stringify(now)];
      before = now;
      expect(later).toBe(earlier);
    });
    const report = await ally.do<Report>(file, made(family));
    await expect(ally.do(file, { ...made(family), facts: '' })).rejects.toEqual(refusal('TEXT_REQUIRED'));
    await reportsFor(king.supervisor, family);
    expect(await all()).toEqual(before);

    const trail = async (actor: Actor): Promise<string[]> =>
      (await actor.get<{ meetingsAuditTrail: { nodes: { action: string; outcome: string }[] } }>('query ($id: UUID!) { meetingsAuditTrail(personId: $id, first: 100) { nodes { action outcome } } }', { id: ally.personId })).meetingsAuditTrail.nodes.map(({ action, outcome }) => `${action} ${outcome}`);
    expect(await trail(king.supervisor)).toEqual(expect.arrayContaining(['fileMandatedReport DONE', 'fileMandatedReport REFUSED']));
    expect((await trail(family.coordinator)).filter((line) => line.includes('andatedReport'))).toEqual([]);
    expect(await king.rows(`select 1 from meetings.audit_entry where outcome = 'READ' and person = $1 and records @> $2::jsonb`, [king.supervisor.personId, JSON.stringify([{ record: 'MandatedReport', id: report.id }])])).toHaveLength(1);

    for (const table of ['mandated_report', 'audit_entry', 'idempotency_key']) expect(await king.rows(`select 1 from meetings.${table} whole where whole::text like $1`, [`%${mark}%`])).toEqual([]);
    expect(await king.rows(`select 1 from (select envelope from meetings.event_log union all select envelope from meetings.outbox_event) said where envelope::text like $1`, [`%${report.id}%`])).toEqual([]);
    await king.say(PersonErasedV1, { personId: family.parent.personId as Id<'Person'> });
    await eventually(async () => expect(await reportsFor(king.supervisor, family)).toEqual([{ id: report.id, authorId: ally.personId, toWhom: null, reference: null, facts: null }]));
  });
});
