import { EpisodeExitedV1 } from '@fc/contracts';
import { newId, type Id } from '@fc/domain-kernel';
import { eventually, inHours, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectedFamily, permit, plan, prohibit, scheduleInput, type Family } from './family.ts';

const scheduling = 'mutation ($input: ScheduleVisitInput!) { scheduleVisit(input: $input) { id status relativeIds } }';
const mine = '{ myVisits { id status place relativeIds } }';

interface Visit {
  readonly id: string;
  readonly status: string;
  readonly place: string | null;
  readonly relativeIds: readonly string[];
}

let world: SharedWorld;
let king: TestCounty;
let noor: Family;
let planId: string;
let grandmother: Actor;
let uncle: Actor;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  noor = await connectedFamily(king, 'Noor');
  planId = (await plan(noor.caseworker, noor)).id;
  grandmother = await king.person('RELATIVE', 'Luz');
  uncle = await king.person('RELATIVE', 'Omar');
  await permit(king, [noor.childIds[0], noor.parent.personId], 'IN_PERSON');
}, 120_000);
afterAll(() => world?.stop());

const schedule = (hours: number, relativeIds: readonly string[]) => noor.caseworker.ask<{ scheduleVisit: Visit }>(scheduling, { input: scheduleInput(planId, inHours(hours), { relativeIds }) });
const codeOf = async (asked: ReturnType<typeof schedule>): Promise<unknown> => (await asked).errors[0]?.extensions?.code ?? 'NOT_REFUSED';
const visitsOf = async (actor: Actor): Promise<readonly Visit[]> => (await actor.get<{ myVisits: Visit[] }>(mine)).myVisits;

describe('relatives at family time', () => {
  it('S18 R25 come by name where the ledger permits them contact with the child, and are refused in the words of any other refusal where it does not', async () => {
    expect(await codeOf(schedule(3, [grandmother.personId]))).toBe('CONTACT_NOT_POSSIBLE');
    expect(await codeOf(schedule(3, [newId()]))).toBe('CONTACT_NOT_POSSIBLE');
    await permit(king, [noor.childIds[0], grandmother.personId], 'IN_PERSON');
    const { data } = await schedule(3, [grandmother.personId, grandmother.personId, noor.parent.personId]);
    expect(data?.scheduleVisit).toMatchObject({ status: 'PLANNED', relativeIds: [grandmother.personId] });
    // A permission for calls is none for a visit.
    await permit(king, [noor.childIds[0], uncle.personId], 'CALL');
    expect(await codeOf(schedule(6, [uncle.personId]))).toBe('CONTACT_NOT_POSSIBLE');
    expect(await codeOf(schedule(6, Array.from({ length: 11 }, () => newId())))).toBe('FAMILY_TIME.TOO_MANY_RELATIVES');
  });

  it('S18 see the visits to which they come, and no others; they are told of them as everybody is', async () => {
    const { data } = await schedule(9, []);
    const [visit] = await visitsOf(grandmother);
    expect(visit).toMatchObject({ status: 'PLANNED', place: 'The playground at the lake', relativeIds: [grandmother.personId] });
    expect((await visitsOf(grandmother)).map(({ id }) => id)).not.toContain(data?.scheduleVisit.id);
    expect(await visitsOf(uncle)).toEqual([]);
    const told = await king.rows(`select 1 from (select envelope from family_time.outbox_event union all select envelope from family_time.event_log) event where envelope -> 'data' ->> 'personId' = $1`, [grandmother.personId]);
    expect(told).toHaveLength(1);
  });

  it('S18 R78 stay away once the ledger forbids it: the visit is suspended, and says to nobody why', async () => {
    const before = (await visitsOf(grandmother))[0]!;
    await prohibit(king, [noor.childIds[0], grandmother.personId], 'IN_PERSON');
    await eventually(async () => expect((await visitsOf(grandmother)).find(({ id }) => id === before.id)).toMatchObject({ status: 'SUSPENDED', place: null }));
    expect(await codeOf(schedule(12, [grandmother.personId]))).toBe('CONTACT_NOT_POSSIBLE');
    expect(await codeOf(schedule(12, []))).toBe('NOT_REFUSED');
  });

  it('R82 have nothing ahead of them any more once the child has left foster care: what staff had planned ends, suspended or not', async () => {
    await eventually(async () => expect((await visitsOf(noor.parent)).length).toBeGreaterThan(1));
    const offs = (): Promise<object[]> =>
      king.rows(`select 1 from (select envelope from family_time.outbox_event union all select envelope from family_time.event_log) event where envelope -> 'data' ->> 'personId' = $1 and envelope -> 'data' ->> 'template' = 'APPOINTMENT_CANCELLED'`, [grandmother.personId]);
    expect(await offs()).toHaveLength(1);
    await king.say(EpisodeExitedV1, { episodeId: newId<'FosterCareEpisode'>(), childId: noor.childIds[0] as Id<'Child'>, exitedAt: new Date().toISOString(), reason: 'REUNIFICATION' });
    for (const actor of [grandmother, noor.parent, noor.caregiver]) await eventually(async () => expect(await visitsOf(actor)).toEqual([]));
    expect(await king.rows(`select distinct status, cancel_reason from family_time.family_time_visit`)).toEqual([{ status: 'CANCELLED', cancel_reason: 'OTHER' }]);
    expect(await offs()).toHaveLength(1); // of the suspended visit they were told before
  });
});
