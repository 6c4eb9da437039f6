import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ContactPermissionEndedV1, ContactProhibitedV1 } from '@fc/contracts';
import { newId, type Id } from '@fc/domain-kernel';
import { eventually, inHours, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { connectedFamily, permit, plan, prohibit, scheduleInput, scheduling, type Family } from './family.ts';

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;
let noor: Family;
let planId: string;

const onConnection = `query ($id: UUID!) { familyConnection(id: $id) { familyTimePlans {
  id child { id givenName } setting supervision superviseBecause revision
  visits { id status place attendance heldMinutes cancelReason }
  barriers { kind wantedFor }
  firstVisitDue { rule state closes }
} } }`;
interface Seen {
  readonly familyConnection: {
    readonly familyTimePlans: readonly {
      readonly id: string;
      readonly superviseBecause: string | null;
      readonly visits: readonly { id: string; status: string; place: string | null }[];
      readonly barriers: readonly object[];
      readonly firstVisitDue: { rule: string; state: string };
    }[];
  };
}
const seenBy = async (actor: Actor, { connectionId }: Family): Promise<Seen['familyConnection']['familyTimePlans']> => (await actor.get<Seen>(onConnection, { id: connectionId })).familyConnection.familyTimePlans;

const schedule = (actor: Actor, plannedAs: string, startsAt: string, more: object = {}): Promise<{ id: string }> => actor.do(scheduling, scheduleInput(plannedAs, startsAt, more));
const refusal = async (actor: Actor, mutation: string, input: object): Promise<unknown> => (await actor.ask(mutation, { input })).errors?.[0]?.extensions?.['code'];
const recording = 'mutation ($input: RecordVisitInput!) { recordVisit(input: $input) { id status heldMinutes attendance } }';
const cancelling = 'mutation ($input: CancelVisitInput!) { cancelVisit(input: $input) { id status cancelReason } }';

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
  noor = await connectedFamily(king, 'Noor');
  planId = (await plan(noor.caseworker, noor)).id;
  await permit(king, [noor.childIds[0], noor.parent.personId], 'IN_PERSON');
}, 120_000);
afterAll(() => world?.stop());

describe('a plan for the time of a child and a parent', () => {
  it('S15 S31 plans, schedules, holds and cancels visits that both families see on their connection', async () => {
    const held = await schedule(noor.caseworker, planId, inHours(2));
    const cancelled = await schedule(noor.supervisor, planId, inHours(5));
    expect((await seenBy(noor.parent, noor))[0]?.firstVisitDue).toMatchObject({ rule: 'FIRST_FAMILY_TIME_72_HOURS_FROM_REMOVAL', state: 'DUE' });

    await noor.supervisor.get(recording, { input: { visitId: held.id, heldAt: inHours(-1), minutes: 55, attendance: 'ATTENDED' } });
    await noor.caseworker.get(cancelling, { input: { visitId: cancelled.id, reason: 'CHILD_ILL' } });

    for (const actor of [noor.parent, noor.caregiver, noor.caseworker, coordinator])
      expect(await seenBy(actor, noor)).toMatchObject([
        {
          child: { id: noor.childIds[0], givenName: 'Ayan' },
          setting: 'NATURAL',
          visits: [
            { id: held.id, status: 'HELD', attendance: 'ATTENDED', heldMinutes: 55 },
            { id: cancelled.id, status: 'CANCELLED', cancelReason: 'CHILD_ILL' },
          ],
          firstVisitDue: { state: 'MET' },
        },
      ]);
    expect(await refusal(noor.caseworker, recording, { visitId: cancelled.id, heldAt: inHours(-1), minutes: 55, attendance: 'ATTENDED' })).toBe('FAMILY_TIME.VISIT_NOT_PLANNED');
  });

  it('S31 counts nobody as visited when the parent did not come', async () => {
    const visit = await schedule(noor.caseworker, planId, inHours(8));
    expect(await refusal(noor.caseworker, recording, { visitId: visit.id, heldAt: inHours(1), minutes: 5, attendance: 'PARENT_ABSENT' })).toBe('DATE_IN_FUTURE');
    const { recordVisit } = await noor.caseworker.get<{ recordVisit: object }>(recording, { input: { visitId: visit.id, heldAt: inHours(-1), minutes: 60, attendance: 'PARENT_ABSENT' } });
    expect(recordVisit).toMatchObject({ status: 'MISSED', heldMinutes: 0, attendance: 'PARENT_ABSENT' });
  });

  it('keeps one plan for the two with its earlier versions, and tells a caregiver no reason for supervision', async () => {
    const sara = await connectedFamily(king, 'Sara');
    expect(await refusal(sara.caseworker, 'mutation ($input: PlanFamilyTimeInput!) { planFamilyTime(input: $input) { id } }', planInput(sara, { supervision: 'SUPERVISED' }))).toBe('FAMILY_TIME.SUPERVISION_REASON_NEEDED');
    const first = await plan(sara.caseworker, sara, { minutes: 60 });
    const again = await plan(coordinator, sara, { minutes: 120, supervision: 'SUPERVISED', superviseBecause: 'The court asked for it at shelter care.' });
    expect(again).toMatchObject({ id: first.id, revision: 2, earlier: [{ revision: 1, minutes: 60 }], superviseBecause: 'The court asked for it at shelter care.' });
    expect((await seenBy(sara.parent, sara))[0]?.superviseBecause).toBe('The court asked for it at shelter care.');
    expect((await seenBy(sara.caregiver, sara))[0]?.superviseBecause).toBeNull();
  });

  it('is for coordinators and the caseworkers of the case, and for a child of the connection', async () => {
    const planning = 'mutation ($input: PlanFamilyTimeInput!) { planFamilyTime(input: $input) { id } }';
    const input = planInput(noor);
    const stranger = await king.person('CASEWORKER', 'Stranger');
    expect(await refusal(noor.parent, planning, input)).toBe('FORBIDDEN');
    expect(await refusal(noor.caregiver, planning, input)).toBe('FORBIDDEN');
    expect(await refusal(stranger, planning, input)).toBe('NOT_FOUND');
    expect(await refusal(coordinator, planning, { ...input, childId: noor.parent.personId })).toBe('FAMILY_TIME.CHILD_NOT_ON_CONNECTION');
    expect(await refusal(coordinator, planning, { ...input, connectionId: 'noors-connection' })).toBe('INVALID_ID');
    expect((await stranger.ask<Seen>(onConnection, { id: noor.connectionId })).errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
  });
});

describe('the case plan', () => {
  it('R44 sets what a plan and a visit stay within: how often, in which setting, under which supervision', async () => {
    const iman = await connectedFamily(king, 'Iman');
    const [childId] = iman.childIds;
    await permit(king, [childId, iman.parent.personId], 'IN_PERSON');
    const before = await plan(iman.caseworker, iman, { frequencyPerWeek: 3 });
    const terms = { childIds: [childId], personId: iman.parent.personId, channels: ['IN_PERSON'], timesPerWeek: 2, supervision: 'MONITORED' };
    await coordinator.do('mutation ($input: SetCasePlanLimitInput!) { setCasePlanLimit(input: $input) { id } }', terms);
    await eventually(async () => expect(await king.rows('select 1 from family_time.case_plan_limit where child_id = $1', [childId])).toHaveLength(1));

    const planning = 'mutation ($input: PlanFamilyTimeInput!) { planFamilyTime(input: $input) { id } }';
    const within = { supervision: 'MONITORED', superviseBecause: 'The case plan asks for it.' };
    expect(await refusal(iman.caseworker, planning, planInput(iman, { ...within, frequencyPerWeek: 3 }))).toBe('BEYOND_CASE_PLAN');
    expect(await refusal(iman.caseworker, planning, planInput(iman, { ...within, setting: 'VIRTUAL' }))).toBe('BEYOND_CASE_PLAN');
    expect(await refusal(iman.caseworker, planning, planInput(iman))).toBe('BEYOND_CASE_PLAN');
    expect(await refusal(iman.caseworker, scheduling, scheduleInput(before.id, inHours(5)))).toBe('BEYOND_CASE_PLAN');
    expect(await plan(iman.caseworker, iman, within)).toMatchObject({ id: before.id, revision: 2 });
    await schedule(iman.caseworker, before.id, inHours(5));
  });
});

describe('a visit', () => {
  it('R51 takes place in a natural setting such as a playground, and a place of that kind is refused for an agency', async () => {
    const natural = await schedule(coordinator, planId, inHours(12), { naturalPlace: 'FAMILY_RESOURCE_CENTER', place: 'Eastside centre' });
    expect(natural).toMatchObject({ setting: 'NATURAL', naturalPlace: 'FAMILY_RESOURCE_CENTER' });
    expect(await refusal(coordinator, scheduling, scheduleInput(planId, inHours(15), { setting: 'AGENCY' }))).toBe('FAMILY_TIME.NOT_A_NATURAL_SETTING');
  });

  it('is planned for a time ahead, by staff of the case, under an id that is one', async () => {
    expect(await refusal(noor.caseworker, scheduling, scheduleInput(planId, inHours(-1)))).toBe('DATE_IN_PAST');
    expect(await refusal(noor.caseworker, scheduling, scheduleInput(planId, inHours(20), { minutes: 0 }))).toBe('FAMILY_TIME.INVALID_MINUTES');
    expect(await refusal(noor.parent, scheduling, scheduleInput(planId, inHours(20)))).toBe('FORBIDDEN');
    expect(await refusal(await king.person('CASEWORKER', 'Stranger'), scheduling, scheduleInput(planId, inHours(20)))).toBe('NOT_FOUND');
    expect(await refusal(noor.caseworker, scheduling, scheduleInput('next-week', inHours(20)))).toBe('INVALID_ID');
  });

  it('is planned once when ten people plan the same time of a child at once', async () => {
    const startsAt = inHours(30);
    const answers = await Promise.all(Array.from({ length: 10 }, () => coordinator.ask(scheduling, { input: scheduleInput(planId, startsAt) })));
    const codes = answers.map((answer) => answer.errors?.[0]?.extensions?.['code'] ?? 'PLANNED').sort();
    expect(codes).toEqual([...Array.from({ length: 9 }, () => 'FAMILY_TIME.OVERLAPS'), 'PLANNED']);
  });

  it('S31 stands in the list of those who are with the families, and in nobody else’s', async () => {
    const visit = await schedule(noor.caseworker, planId, inHours(40));
    const mine = async (actor: Actor): Promise<string[]> => (await actor.get<{ myVisits: { id: string }[] }>('{ myVisits { id } }')).myVisits.map(({ id }) => id);
    for (const actor of [noor.parent, noor.caregiver, noor.caseworker]) expect(await mine(actor)).toContain(visit.id);
    for (const actor of [coordinator, await king.person('PARENT', 'Stranger')]) expect(await mine(actor)).toEqual([]);
  });
});

describe('supervision', () => {
  it('R48 refuses a supervisor who is with another family at that time, and keeps the barrier that stood in the way', async () => {
    const [lena, mei] = [await connectedFamily(king, 'Lena'), await connectedFamily(king, 'Mei')];
    const terms = { supervision: 'SUPERVISED', superviseBecause: 'Ordered at shelter care.' };
    const [ofLena, ofMei] = [await plan(coordinator, lena, terms), await plan(coordinator, mei, terms)];
    for (const { childIds, parent } of [lena, mei]) await permit(king, [childIds[0], parent.personId], 'IN_PERSON');
    const startsAt = inHours(50);
    const supervisorId = lena.supervisor.personId;

    expect(await refusal(coordinator, scheduling, scheduleInput(ofLena.id, startsAt))).toBe('FAMILY_TIME.SUPERVISOR_NEEDED');
    expect(await refusal(coordinator, scheduling, scheduleInput(ofLena.id, startsAt, { supervisorId: lena.caregiver.personId }))).toBe('FAMILY_TIME.SUPERVISOR_NOT_ON_CASE');
    await schedule(coordinator, ofLena.id, startsAt, { supervisorId });
    expect(await refusal(coordinator, scheduling, scheduleInput(ofMei.id, startsAt, { supervisorId }))).toBe('FAMILY_TIME.SUPERVISOR_NOT_AVAILABLE');

    await mei.caseworker.do('mutation ($input: RecordVisitBarrierInput!) { recordVisitBarrier(input: $input) { id } }', { planId: ofMei.id, kind: 'SUPERVISOR_NOT_AVAILABLE', wantedFor: startsAt });
    await schedule(coordinator, ofMei.id, inHours(53), { supervisorId });
    expect(await seenBy(mei.parent, mei)).toMatchObject([{ barriers: [{ kind: 'SUPERVISOR_NOT_AVAILABLE' }], visits: [{ status: 'PLANNED' }] }]);
  });
});

describe('the contact ledger', () => {
  it('R78 refuses a visit that no permission covers and one that a prohibition forbids, and allows the permitted one', async () => {
    const ines = await connectedFamily(king, 'Ines');
    const { id } = await plan(coordinator, ines);
    const [child, parent, caregiver] = [ines.childIds[0], ines.parent.personId, ines.caregiver.personId];
    expect(await refusal(coordinator, scheduling, scheduleInput(id, inHours(2)))).toBe('CONTACT_NOT_POSSIBLE');

    await permit(king, [child, parent], 'IN_PERSON');
    await schedule(coordinator, id, inHours(2));
    const virtual = { setting: 'VIRTUAL', naturalPlace: null, place: 'A video link' };
    expect(await refusal(coordinator, scheduling, scheduleInput(id, inHours(4), virtual))).toBe('CONTACT_NOT_POSSIBLE');
    await permit(king, [child, parent], 'VIDEO');
    await schedule(coordinator, id, inHours(4), virtual);

    await prohibit(king, [parent, caregiver], 'IN_PERSON');
    await eventually(async () => expect(await refusal(coordinator, scheduling, scheduleInput(id, inHours(6), { caregiverPresent: true }))).toBe('CONTACT_NOT_POSSIBLE'));
    await schedule(coordinator, id, inHours(6));
  });

  it('R78 suspends the planned visit within two seconds of a prohibition, and shows nobody why', async () => {
    const omar = await connectedFamily(king, 'Omar');
    const { id } = await plan(coordinator, omar);
    const [child, parent] = [omar.childIds[0], omar.parent.personId];
    await permit(king, [child, parent], 'IN_PERSON', 'VIDEO');
    const inPerson = await schedule(coordinator, id, inHours(2));
    const byVideo = await schedule(coordinator, id, inHours(4), { setting: 'VIRTUAL', naturalPlace: null, place: 'A video link' });

    const saidAt = await prohibit(king, [child, parent], 'IN_PERSON');
    const suspended = await eventually(
      async () => {
        const visit = (await seenBy(omar.parent, omar))[0]?.visits.find((one) => one.id === inPerson.id);
        if (visit?.status !== 'SUSPENDED') throw new Error('It is planned still.');
        return visit;
      },
      { within: 2_000 },
    );
    expect(Date.now() - saidAt).toBeLessThan(2_000);
    expect(suspended).toEqual({ id: inPerson.id, status: 'SUSPENDED', place: null, attendance: null, heldMinutes: null, cancelReason: null });
    expect((await seenBy(omar.caregiver, omar))[0]?.visits.find((one) => one.id === byVideo.id)?.status).toBe('PLANNED');

    const refused = await coordinator.ask(scheduling, { input: scheduleInput(id, inHours(8)) });
    expect(refused.errors?.[0]?.message).not.toMatch(/order|court|prohib|investigat|address/i);
    const said = await king.rows<{ data: object }>(`select envelope->'data' as data from family_time.event_log where envelope->>'type' = 'family-time.visit-suspended.v1'`);
    expect(Object.keys(said[0]?.data ?? {}).sort()).toEqual(['childId', 'parentId', 'planId', 'suspendedAt', 'visitId']);
  });

  it('R46 R78 suspends a visit that relied on a permission which ends, and leaves one before its end and one with another permission', async () => {
    const tess = await connectedFamily(king, 'Tess');
    const { id } = await plan(coordinator, tess);
    const people = [tess.childIds[0], tess.parent.personId];
    const permissionId = await permit(king, people, 'IN_PERSON', 'VIDEO');
    await permit(king, people, 'VIDEO');
    const [before, after] = [await schedule(coordinator, id, inHours(2)), await schedule(coordinator, id, inHours(8))];
    const byVideo = await schedule(coordinator, id, inHours(12), { setting: 'VIRTUAL', naturalPlace: null, place: 'A video link' });
    await king.say(ContactPermissionEndedV1, { permissionId, people: people as Id<'Person'>[], endedAt: inHours(5) });
    const status = async (visitId: string): Promise<string | undefined> => (await seenBy(tess.parent, tess))[0]?.visits.find((visit) => visit.id === visitId)?.status;
    await eventually(async () => expect(await status(after.id)).toBe('SUSPENDED'));
    expect([await status(before.id), await status(byVideo.id)]).toEqual(['PLANNED', 'PLANNED']);
    expect(await refusal(coordinator, scheduling, scheduleInput(id, inHours(9)))).toBe('CONTACT_NOT_POSSIBLE');
  });

  it('R78 refuses what lies in a prohibition that has still to begin, suspends what was planned there, and keeps to its hours', async () => {
    const ida = await connectedFamily(king, 'Ida');
    const { id } = await plan(coordinator, ida);
    const people = [ida.childIds[0], ida.parent.personId];
    await permit(king, people, 'IN_PERSON');
    const [tomorrow, later] = [await schedule(coordinator, id, inHours(24)), await schedule(coordinator, id, inHours(96))];
    await king.say(ContactProhibitedV1, { prohibitionId: newId<'ContactProhibition'>(), people: people as Id<'Person'>[], channels: ['IN_PERSON'], from: inHours(90), to: inHours(120) });
    const statuses = async (): Promise<Record<string, string>> => Object.fromEntries(((await seenBy(ida.parent, ida))[0]?.visits ?? []).map((visit) => [visit.id, visit.status]));
    await eventually(async () => expect(await statuses()).toMatchObject({ [tomorrow.id]: 'PLANNED', [later.id]: 'SUSPENDED' }));
    // A visit that only ends within it is forbidden too.
    expect(await refusal(coordinator, scheduling, scheduleInput(id, inHours(89.5)))).toBe('CONTACT_NOT_POSSIBLE');
    await schedule(coordinator, id, inHours(88));
    await schedule(coordinator, id, inHours(121));

    const sundayNoon = '2031-01-05T20:00:00Z';
    await king.say(ContactProhibitedV1, { prohibitionId: newId<'ContactProhibition'>(), people: people as Id<'Person'>[], channels: ['IN_PERSON'], from: inHours(-1), to: null, hours: [{ weekday: 7, from: '08:00', to: '18:00' }] });
    await eventually(async () => expect(await refusal(coordinator, scheduling, scheduleInput(id, sundayNoon))).toBe('CONTACT_NOT_POSSIBLE'));
    await schedule(coordinator, id, '2031-01-06T20:00:00Z');
  });

  it('R78 lets no visit through that races with a prohibition', async () => {
    const lea = await connectedFamily(king, 'Lea');
    const { id } = await plan(coordinator, lea);
    const people = [lea.childIds[0], lea.parent.personId];
    await permit(king, people, 'IN_PERSON');
    const scheduled = Array.from({ length: 8 }, (_, index) => coordinator.ask(scheduling, { input: scheduleInput(id, inHours(2 + 2 * index)) }));
    await prohibit(king, people, 'IN_PERSON');
    await Promise.all(scheduled);
    await eventually(async () => expect(await refusal(coordinator, scheduling, scheduleInput(id, inHours(30)))).toBe('CONTACT_NOT_POSSIBLE'));
    const visits = (await seenBy(lea.parent, lea))[0]?.visits ?? [];
    expect(visits.filter(({ status }) => status === 'PLANNED')).toEqual([]);
  });
});

describe('a change of placement', () => {
  it('S31 keeps the plan with child and parent, and suspends the visits that counted on the caregivers left behind', async () => {
    const [hana, ruth] = [await connectedFamily(king, 'Hana'), await connectedFamily(king, 'Ruth')];
    const { id } = await plan(coordinator, hana);
    const [childId] = hana.childIds;
    await permit(king, [childId, hana.parent.personId], 'IN_PERSON');
    const together = await schedule(coordinator, id, inHours(2), { caregiverPresent: true });
    const alone = await schedule(coordinator, id, inHours(5));
    const [home] = await king.rows<{ household_id: string }>('select household_id from identity.family_connection where id = $1', [ruth.connectionId]);
    await coordinator.do('mutation ($input: PlaceChildrenInput!) { placeChildren(input: $input) { id } }', { childIds: [childId], type: 'FOSTER_FAMILY_HOME', householdId: home?.household_id, startedAt: { at: inHours(-1) } });

    const [next] = await eventually(async () => {
      const moved = await king.rows<{ id: string }>('select id from family_time.connected_families where parent_id = $1 and id <> $2', [hana.parent.personId, hana.connectionId]);
      if (moved.length === 0) throw new Error('The new connection is not known yet.');
      return moved;
    });
    await eventually(async () =>
      expect(await seenBy(ruth.caregiver, { ...ruth, connectionId: next?.id ?? '' })).toMatchObject([{ id, visits: [{ id: together.id, status: 'SUSPENDED' }, { id: alone.id, status: 'PLANNED' }] }]),
    );
    expect(await seenBy(hana.caregiver, hana)).toEqual([]);
  });
});

const planInput = (family: Family, more: object = {}): object => ({
  ...{ idempotencyKey: crypto.randomUUID(), connectionId: family.connectionId, childId: family.childIds[0], frequencyPerWeek: 2, minutes: 60, setting: 'NATURAL', supervision: 'UNSUPERVISED' },
  ...more,
});
