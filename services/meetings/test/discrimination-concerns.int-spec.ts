import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PersonErasedV1 } from '@fc/contracts';
import { newId, type Id } from '@fc/domain-kernel';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { change, Family, refusal } from './family.ts';

interface Concern {
  id: string;
  raisedBy: string;
  grounds: string[];
  words: string | null;
  answeredAt: string | null;
  answer: string | null;
}

const fields = 'id raisedBy grounds words answeredAt answer';
const raise = `mutation ($input: RaiseDiscriminationConcernInput!) { raiseDiscriminationConcern(input: $input) { ${fields} } }`;
const answer = `mutation ($input: AnswerDiscriminationConcernInput!) { answerDiscriminationConcern(input: $input) { ${fields} } }`;
const mark = 'Vw4';

let world: SharedWorld;
let king: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
}, 120_000);
afterAll(() => world?.stop());

const read = async (actor: Actor): Promise<Concern[]> => (await actor.get<{ discriminationConcerns: Concern[] }>(`{ discriminationConcerns { ${fields} } }`)).discriminationConcerns;

describe('a concern about discrimination', () => {
  it('S46 R41 goes from whoever is on the connection to the program supervisors, who answer, and to nobody else around the family', async () => {
    const family = await Family.open(king, 'amir');
    const { connectionId, parent, caregiver, caseworker, coordinator } = family;
    const said = { connectionId, grounds: ['FAITH', 'SEXUAL_IDENTITY'], words: `${mark} Her prayers are laughed at.` };
    await expect(parent.do(raise, { ...said, grounds: [] })).rejects.toEqual(refusal('MEETINGS.GROUND_NEEDED'));
    await expect(parent.do(raise, { ...said, words: ' ' })).rejects.toEqual(refusal('TEXT_REQUIRED'));
    await expect((await king.person('PARENT', 'stranger')).do(raise, said)).rejects.toEqual(refusal('NOT_FOUND'));
    await expect(coordinator.do(raise, { ...said, connectionId: newId() })).rejects.toEqual(refusal('NOT_FOUND'));
    const raised = await parent.do<Concern>(raise, said);
    expect(raised).toEqual({ id: raised.id, raisedBy: parent.personId, grounds: ['FAITH', 'SEXUAL_IDENTITY'], words: said.words, answeredAt: null, answer: null });
    const ofWorker = await caseworker.do<Concern>(raise, { ...said, grounds: ['TRIBE'] });

    // Neither those of whom it may speak nor colleagues learn of it.
    expect(await read(parent)).toEqual([raised]);
    for (const other of [caregiver, coordinator]) expect(await read(other)).toEqual([]);
    expect(await read(king.supervisor)).toEqual([ofWorker, raised]);
    const trail = 'query ($id: UUID!) { meetingsAuditTrail(recordId: $id, first: 10) { nodes { action } } }';
    expect(await coordinator.get(trail, { id: raised.id })).toEqual({ meetingsAuditTrail: { nodes: [] } });
    expect((await king.supervisor.get<{ meetingsAuditTrail: { nodes: { action: string }[] } }>(trail, { id: raised.id })).meetingsAuditTrail.nodes.map(({ action }) => action)).toEqual(expect.arrayContaining(['raiseDiscriminationConcern', 'discriminationConcerns']));

    const found = { concernId: raised.id, answer: 'The worker is changed. Her time for prayer stands in the plan.' };
    for (const other of [parent, coordinator, caseworker]) await expect(change(other, answer, found)).rejects.toEqual(refusal('FORBIDDEN'));
    expect(await change(king.supervisor, answer, found)).toMatchObject({ answer: found.answer, answeredAt: expect.any(String) });
    await expect(change(king.supervisor, answer, { ...found, answer: 'Other words.' })).rejects.toEqual(refusal('MEETINGS.CONCERN_ANSWERED'));
    expect((await read(parent))[0]?.answer).toBe(found.answer);
    const told = await king.rows<{ person: string }>(
      `select envelope->'data'->>'personId' as person from (select envelope from meetings.event_log union all select envelope from meetings.outbox_event) said
        where envelope->>'type' = 'meetings.notification-requested.v1' and envelope->'data'->>'personId' = any ($1)`,
      [[parent, caregiver, coordinator, king.supervisor].map(({ personId }) => personId)],
    );
    expect(told.map(({ person }) => person).sort()).toEqual([parent, king.supervisor, king.supervisor].map(({ personId }) => personId).sort()); // two raised, one answered

    const own = await king.supervisor.do<Concern>(raise, { ...said, grounds: ['OTHER'] });
    await expect(change(king.supervisor, answer, { ...found, concernId: own.id })).rejects.toEqual(refusal('FORBIDDEN'));
  });

  it('S46 is sealed where it lies, and gone with a person of whom it speaks', async () => {
    const { connectionId, parent, caregiver } = await Family.open(king, 'bea');
    const raised = await caregiver.do<Concern>(raise, { connectionId, grounds: ['CULTURE'], words: `${mark} We are told not to cook our food.` });
    expect(await king.rows('select 1 from meetings.discrimination_concern where id = $1 and discrimination_concern::text like $2', [raised.id, `%${mark}%`])).toEqual([]);
    await king.say(PersonErasedV1, { personId: parent.personId as Id<'Person'> });
    await eventually(async () => expect(await read(caregiver)).toEqual([{ ...raised, grounds: [], words: null }]));
  });
});
