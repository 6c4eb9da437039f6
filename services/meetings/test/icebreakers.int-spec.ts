import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { change, Family, hoursAgo, inHours, now, refusal } from './family.ts';
import { coverAgenda, prepareBoth } from './matched.ts';

interface Icebreaker {
  id: string;
  placementId: string;
  childId: string;
  status: string;
  notice: string | null;
  purposes: string[];
  topics: string[];
  window: { rule: string; opensAt: string; closesAt: string; state: string | null; missReason: string | null };
}

const fields = 'id placementId childId status notice purposes topics window { rule opensAt closesAt state missReason }';
const schedule = `mutation ($input: ScheduleIcebreakerInput!) { scheduleIcebreaker(input: $input) { ${fields} } }`;
const hold = `mutation ($input: HoldIcebreakerInput!) { holdIcebreaker(input: $input) { ${fields} } }`;
const bothPurposes = ['SHARE_CHILD_INFORMATION', 'START_RELATIONSHIP'];

let world: SharedWorld;
let king: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
}, 120_000);
afterAll(() => world?.stop());

const icebreakersOf = (family: Family, connectionId?: string): Promise<Icebreaker[]> => family.read<Icebreaker[]>(family.coordinator, `icebreakers { ${fields} }`, connectionId);
const only = async (family: Family): Promise<Icebreaker> => (await icebreakersOf(family))[0]!;
const plan = ({ caseworker }: Family, { id }: Icebreaker, scheduledFor = inHours(3)): object => ({ icebreakerId: id, scheduledFor, place: 'Field office', facilitatorId: caseworker.personId });

async function permitted(name: string, about?: Parameters<typeof Family.open>[2]): Promise<{ family: Family; icebreaker: Icebreaker }> {
  const family = await Family.open(king, name, about);
  await family.permit();
  return { family, icebreaker: await only(family) };
}

interface Facilitated {
  id: string;
  status: string;
  calendarFile: string | null;
  printedAgenda: { language: string } | null;
}
/** What somebody facilitates, as they find it themselves. */
const facilitatedBy = async (actor: Actor): Promise<Facilitated[]> => (await actor.get<{ myIcebreakers: Facilitated[] }>('{ myIcebreakers { id status calendarFile printedAgenda(language: en) { language } } }')).myIcebreakers;

/** The open connections of the parent beside the first. */
const laterConnections = async (family: Family): Promise<string[]> => {
  const { familyConnections } = await family.parent.get<{ familyConnections: { nodes: { id: string }[] } }>('{ familyConnections(first: 100) { nodes { id } } }');
  return familyConnections.nodes.map(({ id }) => id).filter((id) => id !== family.connectionId);
};

describe('icebreakers', () => {
  it('R02 R83 S17 is due on day 3 to 5 after the placement, at the ends of the county’s own days', async () => {
    const { icebreaker } = await permitted('amir', { placed: 2 });
    expect(icebreaker).toMatchObject({ status: 'OPEN', window: { rule: 'ICEBREAKER_3_TO_5_CALENDAR_DAYS_FROM_PLACEMENT', state: 'APPROACHING' } });
    for (const at of [icebreaker.window.opensAt, icebreaker.window.closesAt]) {
      const inSeattle = new Date(at).toLocaleTimeString('en-GB', { timeZone: 'America/Los_Angeles' });
      expect(['00:00:00', '24:00:00']).toContain(inSeattle);
    }
    const days = (Date.parse(icebreaker.window.closesAt) - Date.parse(icebreaker.window.opensAt)) / 86_400_000;
    expect(Math.round(days)).toBe(3);
  });

  it('R04 R05 S18 may be planned and held on the day of the placement: early satisfies the window', async () => {
    const { family, icebreaker } = await permitted('bea', { placed: 1 });
    expect((await family.caseworker.do<Icebreaker>(schedule, { ...plan(family, icebreaker, inHours(0.5)), setting: 'HOSPITAL' })).status).toBe('SCHEDULED');
    const held = await family.caseworker.do<Icebreaker>(hold, { icebreakerId: icebreaker.id, heldAt: now(), purposes: bothPurposes, topics: ['ROUTINES'] });
    expect(held).toMatchObject({ status: 'HELD', window: { state: 'MET' } });

    // Not where contact is not allowed: neither by a permission, nor at all.
    const [unsaid, prohibited] = [await Family.open(king, 'bea-unsaid', { placed: 1 }), (await permitted('bea-prohibited', { placed: 1 })).family];
    await prohibited.prohibit(['IN_PERSON']);
    for (const other of [unsaid, prohibited]) {
      const sameDay = await only(other);
      await expect(other.caseworker.do(schedule, plan(other, sameDay, inHours(0.5)))).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
      await expect(other.caseworker.do(hold, { icebreakerId: sameDay.id, heldAt: now(), facilitatorId: other.caseworker.personId, purposes: bothPurposes, topics: [] })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    }
  });

  it('R04 R78 S17 says where it took place though nobody had planned it, and the ledger judges it there', async () => {
    const [byVideo, atHospital] = [await Family.open(king, 'bo-video', { placed: 1 }), (await permitted('bo-hospital', { placed: 1 })).family];
    await byVideo.permit(['VIDEO']);
    await atHospital.prohibit(['VIDEO']);
    const held = `mutation ($input: HoldIcebreakerInput!) { holdIcebreaker(input: $input) { status setting place } }`;
    const record = async (family: Family): Promise<object> => ({ icebreakerId: (await only(family)).id, heldAt: now(), facilitatorId: family.caseworker.personId, purposes: bothPurposes, topics: [] });
    for (const inPerson of [{}, { setting: 'HOSPITAL' }]) await expect(byVideo.caseworker.do(held, { ...(await record(byVideo)), ...inPerson })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    expect(await byVideo.caseworker.do(held, { ...(await record(byVideo)), setting: 'VIRTUAL' })).toEqual({ status: 'HELD', setting: 'VIRTUAL', place: null });
    await expect(atHospital.caseworker.do(held, { ...(await record(atHospital)), setting: 'VIRTUAL' })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    expect(await atHospital.caseworker.do(held, { ...(await record(atHospital)), setting: 'HOSPITAL' })).toEqual({ status: 'HELD', setting: 'HOSPITAL', place: null });
  });

  it('R67 R68 S17 is facilitated by the agency, serves two purposes and keeps what was talked about', async () => {
    const { family, icebreaker } = await permitted('cleo');
    const record = { icebreakerId: icebreaker.id, heldAt: now(), purposes: bothPurposes, topics: ['MEDICAL_HISTORY', 'CAREGIVER_AND_HOME'] };
    await expect(family.caregiver.do(schedule, plan(family, icebreaker))).rejects.toEqual(refusal('FORBIDDEN'));
    await expect(family.caseworker.do(schedule, { ...plan(family, icebreaker), facilitatorId: family.caregiver.personId })).rejects.toEqual(refusal('MEETINGS.NOT_A_FACILITATOR'));
    await expect(family.caseworker.do(schedule, plan(family, icebreaker, hoursAgo(1)))).rejects.toEqual(refusal('DATE_IN_PAST'));
    await expect(family.caseworker.do(hold, record)).rejects.toEqual(refusal('MEETINGS.NO_FACILITATOR'));
    await family.coordinator.do(schedule, plan(family, icebreaker));
    await expect(family.caseworker.do(hold, { ...record, heldAt: hoursAgo(3) })).rejects.toEqual(refusal('DATE_TOO_EARLY'));
    await expect(family.caseworker.do(hold, { ...record, heldAt: inHours(3) })).rejects.toEqual(refusal('DATE_IN_FUTURE'));
    expect(await family.caseworker.do<Icebreaker>(hold, record)).toMatchObject({ status: 'HELD', purposes: bothPurposes, topics: record.topics });
    await expect(family.caseworker.do(hold, record)).rejects.toEqual(refusal('MEETINGS.ALREADY_HELD'));
  });

  it('R84 asks an icebreaker that comes after day 5 for its reason', async () => {
    const { family, icebreaker } = await permitted('dina', { placed: 24 * 7 });
    const record = { icebreakerId: icebreaker.id, heldAt: now(), facilitatorId: family.caseworker.personId, purposes: bothPurposes, topics: [] };
    expect(icebreaker.window.state).toBe('MISSED');
    await expect(family.caseworker.do(hold, record)).rejects.toEqual(refusal('MEETINGS.REASON_NEEDED'));
    expect((await family.caseworker.do<Icebreaker>(hold, { ...record, missReason: 'NO_PERMISSION' })).window).toMatchObject({ state: 'MET_LATE', missReason: 'NO_PERMISSION' });
  });

  it('R69 a held icebreaker does nothing that is due later: the families have still to meet with their mentors', async () => {
    const { family, icebreaker } = await permitted('elif');
    await family.caseworker.do(hold, { icebreakerId: icebreaker.id, heldAt: now(), facilitatorId: family.caseworker.personId, purposes: bothPurposes, topics: [] });
    expect(await family.read(family.coordinator, 'step')).toBe('OPENED');
    expect(await family.read(family.coordinator, 'comfortCalls { status }')).toEqual([{ status: 'OPEN' }]);
    expect(await family.read(family.coordinator, 'connectionsMeeting { id }')).toBeNull();
  });

  it('R03 R81 S17 closes the open icebreaker at a change of placement, opens one for the new home, and leaves a held one as it was', async () => {
    const { family, icebreaker } = await permitted('fay', { children: 2, placed: 10 });
    const [moved, staying] = family.childIds as [string, string];
    const ofStaying = (await icebreakersOf(family)).find(({ childId }) => childId === staying)!;
    await family.caseworker.do(hold, { icebreakerId: ofStaying.id, heldAt: hoursAgo(5), facilitatorId: family.caseworker.personId, purposes: bothPurposes, topics: [] });
    expect(icebreaker.status).toBe('OPEN');
    await family.move(moved, { type: 'FOSTER_FAMILY_HOME', home: 'fay-next' }, 1);
    await eventually(async () => expect(Object.fromEntries((await icebreakersOf(family)).map(({ childId, status }) => [childId, status]))).toEqual({ [moved]: 'CLOSED', [staying]: 'HELD' }));
    const closed = (await icebreakersOf(family)).find(({ childId }) => childId === moved)!;
    await expect(family.caseworker.do(schedule, plan(family, closed))).rejects.toEqual(refusal('MEETINGS.NO_LONGER_DUE'));

    const [next] = await eventually(async () => {
      const [connection] = await laterConnections(family);
      const fresh = await icebreakersOf(family, connection);
      expect(fresh).toHaveLength(1);
      return fresh;
    });
    expect(next).toMatchObject({ status: 'OPEN', childId: moved });
    expect(next!.placementId).not.toBe(closed.placementId);
  });

  it('R02 R81 S17 makes one for a sibling who comes to the home of connected families later, with a call of its own', async () => {
    const { family } = await permitted('pilar');
    const { coordinator, parent, home } = family;
    const [{ id: childId }] = await coordinator.do<[{ id: string }]>('mutation ($input: RegisterChildrenInput!) { registerChildren(input: $input) { id } }', { children: [{ givenName: 'Later', familyName: 'Example', birthDate: '2022-02-28' }], parentIds: [parent.personId] });
    await coordinator.do('mutation ($input: BeginFosterCareInput!) { beginFosterCare(input: $input) { id } }', { childIds: [childId], removedAt: { at: hoursAgo(1.5) } });
    await coordinator.do('mutation ($input: PlaceChildrenInput!) { placeChildren(input: $input) { id } }', { childIds: [childId], type: 'FOSTER_FAMILY_HOME', householdId: home.id, startedAt: { at: hoursAgo(1) } });
    for (const due of ['icebreakers', 'comfortCalls'])
      await eventually(async () => expect((await family.read<{ childId: string; status: string }[]>(coordinator, `${due} { childId status }`)).sort((one) => (one.childId === childId ? 1 : -1))).toEqual([family.childIds[0], childId].map((id) => ({ childId: id, status: 'OPEN' }))));
  });

  it('R03 S17 recommends an icebreaker at the return home of a child too, as long as the families are connected', async () => {
    const { family } = await permitted('gita', { children: 2, placed: 10 });
    await family.move(family.childIds[0]!, { type: 'TRIAL_HOME_VISIT' }, 1);
    await eventually(async () => {
      const ofChild = (await icebreakersOf(family)).filter(({ childId }) => childId === family.childIds[0]);
      expect(ofChild.map(({ status }) => status).sort()).toEqual(['CLOSED', 'OPEN']);
    });
  });

  it('R03 R82 R38 S52 makes one at the return home without a trial visit: due while the families are connected, after the case only by consent of both', async () => {
    const { family } = await permitted('nadia', { children: 2, placed: 10 });
    const { parent, caregiver, coordinator, caseworker, connectionId } = family;
    const [first, second] = family.childIds as [string, string];
    const host = await king.person('VISIT_SUPERVISOR', 'nadia-host');
    const facilitatorId = host.personId;
    const exit = (childId: string): Promise<unknown> => change(coordinator, 'mutation ($input: ExitFosterCareInput!) { exitFosterCare(input: $input) { exitReason } }', { childIds: [childId], exitedAt: hoursAgo(1), reason: 'REUNIFICATION' });
    const ofChild = async (childId: string, as = coordinator): Promise<object[]> =>
      (await family.read<(Icebreaker & { scheduledFor: string | null })[]>(as, `icebreakers { ${fields} }`)).filter((one) => one.childId === childId).map(({ status, window: { rule, state } }) => ({ status, rule, state }));
    const ofPlacement = { status: 'CLOSED', rule: 'ICEBREAKER_3_TO_5_CALENDAR_DAYS_FROM_PLACEMENT', state: null };
    const ofReturn = { rule: 'ICEBREAKER_3_TO_5_CALENDAR_DAYS_FROM_RETURN_HOME' };
    await exit(first);
    await eventually(async () => expect(await ofChild(first)).toEqual([ofPlacement, { ...ofReturn, status: 'OPEN', state: 'APPROACHING' }]));
    expect(await ofChild(second)).toEqual([{ ...ofPlacement, status: 'OPEN', state: 'APPROACHING' }]); // stays where they are
    const work = await caseworker.get<{ myWork: { nodes: { kind: string; child: { id: string }; window: { startedBy: string } }[] } }>('{ myWork { nodes { kind child { id } window { startedBy } } } }');
    expect(work.myWork.nodes.filter(({ kind, child }) => kind === 'ICEBREAKER' && child.id === first).map(({ window }) => window.startedBy)).toEqual(['RETURN_HOME']);

    // The last child goes home: the case is closed, and with it what staff would do.
    await exit(second);
    await eventually(async () => expect([...(await ofChild(first)), ...(await ofChild(second))]).toEqual([ofPlacement, { ...ofReturn, status: 'CLOSED', state: null }, ofPlacement, { ...ofReturn, status: 'CLOSED', state: null }]));
    const [, , , again] = await icebreakersOf(family);
    await expect(coordinator.do(schedule, { ...plan(family, again!), facilitatorId })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE')); // what was permitted for the case has ended with it
    const consent = 'mutation ($input: GiveAfterCaseConsentInput!) { giveAfterCaseConsent(input: $input) { id } }';
    for (const one of [parent, caregiver]) {
      expect(await ofChild(second, parent)).toContainEqual({ ...ofReturn, status: 'CLOSED', state: null });
      await one.do(consent, { connectionId, givenHow: 'SPOKEN' });
    }
    await eventually(async () => expect(await ofChild(second, parent)).toEqual([ofPlacement, { ...ofReturn, status: 'OPEN', state: null }])); // possible, and due for nobody
    const { countyWork } = await coordinator.get<{ countyWork: { nodes: { connection: { id: string } }[] } }>('{ countyWork(first: 250) { nodes { connection { id } } } }');
    expect(countyWork.nodes.filter(({ connection }) => connection.id === connectionId)).toEqual([]);
    await eventually(async () => expect((await coordinator.do<Icebreaker>(schedule, { ...plan(family, again!), facilitatorId })).status).toBe('SCHEDULED'));
    expect((await facilitatedBy(host)).map(({ id }) => id)).toEqual([again!.id]); // what both families plan after the case is theirs to facilitate
    await change(parent, 'mutation ($input: WithdrawAfterCaseConsentInput!) { withdrawAfterCaseConsent(input: $input) { id } }', { connectionId });
    await eventually(async () => expect((await icebreakersOf(family)).map(({ status }) => status)).not.toContain('SCHEDULED'));
    await eventually(async () => expect(await facilitatedBy(host)).toEqual([]));
  });

  it('R03 S17 makes one at the return home where the families met for a trial visit that came to nothing, and none where they met for the visit that became the return', async () => {
    const { family } = await permitted('olena', { children: 3, placed: 20 });
    const { coordinator, caseworker } = family;
    const [backAgain, home] = family.childIds as [string, string, string];
    const ofChild = async (childId: string): Promise<Icebreaker[]> => (await icebreakersOf(family)).filter((one) => one.childId === childId);
    const statuses = async (childId: string): Promise<string[]> => (await ofChild(childId)).map(({ status }) => status);
    for (const childId of [backAgain, home]) {
      await family.move(childId, { type: 'TRIAL_HOME_VISIT' }, 10);
      await eventually(async () => expect(await statuses(childId)).toEqual(['CLOSED', 'OPEN']));
      const visit = (await ofChild(childId))[1]!;
      await caseworker.do(hold, { icebreakerId: visit.id, heldAt: hoursAgo(8), facilitatorId: caseworker.personId, purposes: bothPurposes, topics: [] });
    }
    await change(coordinator, 'mutation ($input: EndStaysInput!) { endStays(input: $input) { id } }', { childIds: [backAgain], endedAt: hoursAgo(6) });
    await change(coordinator, 'mutation ($input: ExitFosterCareInput!) { exitFosterCare(input: $input) { exitReason } }', { childIds: [backAgain, home], exitedAt: hoursAgo(1), reason: 'REUNIFICATION' });
    await eventually(async () => expect(await statuses(backAgain)).toEqual(['CLOSED', 'HELD', 'OPEN']));
    expect((await ofChild(backAgain))[2]!.window.rule).toBe('ICEBREAKER_3_TO_5_CALENDAR_DAYS_FROM_RETURN_HOME');
    expect(await statuses(home)).toEqual(['CLOSED', 'HELD']);
  });

  it('R03 R81 S17 closes the icebreaker of a return home when the child enters care again, tells that it is off, and makes one for the new placement', async () => {
    const { family } = await permitted('quin', { children: 3, placed: 10 });
    const { coordinator, caseworker, home } = family;
    const [back, stayingHome] = family.childIds as [string, string, string];
    const ofChild = async (childId: string): Promise<Icebreaker[]> => (await icebreakersOf(family)).filter((one) => one.childId === childId);
    const statuses = async (childId: string): Promise<string[]> => (await ofChild(childId)).map(({ status }) => status);
    await change(coordinator, 'mutation ($input: ExitFosterCareInput!) { exitFosterCare(input: $input) { exitReason } }', { childIds: [back, stayingHome], exitedAt: hoursAgo(3), reason: 'REUNIFICATION' });
    for (const childId of [back, stayingHome]) {
      await eventually(async () => expect(await statuses(childId)).toEqual(['CLOSED', 'OPEN']));
      await caseworker.do(schedule, plan(family, (await ofChild(childId))[1]!, inHours(childId === back ? 3 : 6)));
    }
    await coordinator.do('mutation ($input: BeginFosterCareInput!) { beginFosterCare(input: $input) { id } }', { childIds: [back], removedAt: { at: hoursAgo(1) } });
    await coordinator.do('mutation ($input: PlaceChildrenInput!) { placeChildren(input: $input) { id } }', { childIds: [back], type: 'FOSTER_FAMILY_HOME', householdId: home.id, startedAt: { at: hoursAgo(0.5) } });
    await eventually(async () => expect(await statuses(back)).toEqual(['CLOSED', 'CLOSED', 'OPEN']));
    expect(await statuses(stayingHome)).toEqual(['CLOSED', 'SCHEDULED']);
    const off = await king.rows(`select 1 from (select envelope from meetings.event_log union all select envelope from meetings.outbox_event) said where envelope->'data'->>'template' = 'APPOINTMENT_CANCELLED' and envelope->'data'->>'personId' = $1`, [family.parent.personId]);
    expect(off).toHaveLength(1);
    const work = await caseworker.get<{ myWork: { nodes: { kind: string; child: { id: string } | null; window: { startedBy: string } }[] } }>('{ myWork { nodes { kind child { id } window { startedBy } } } }');
    expect(work.myWork.nodes.filter(({ kind, child }) => kind === 'ICEBREAKER' && child?.id === back).map(({ window }) => window.startedBy)).toEqual(['PLACEMENT']);
  });

  it('R43 R78 is due no more where contact is prohibited, says no reason, and only a new plan brings it back', async () => {
    const { family, icebreaker } = await permitted('hana');
    await family.caseworker.do(schedule, plan(family, icebreaker));
    await family.prohibit(['IN_PERSON']);
    for (const actor of [family.parent, family.caregiver, family.caseworker])
      expect(await family.read(actor as Actor, 'icebreakers { status notice window { state missReason } }')).toEqual([{ status: 'SUSPENDED', notice: 'This is not possible at present. Please ask your caseworker.', window: { state: null, missReason: null } }]);
    await expect(family.caseworker.do(schedule, plan(family, icebreaker))).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    const untouched = await permitted('iris');
    await untouched.family.prohibit(['MESSAGE']);
    expect((await untouched.family.caseworker.do<Icebreaker>(schedule, plan(untouched.family, untouched.icebreaker))).status).toBe('SCHEDULED');
  });

  it('R43 R78 S17 keeps an icebreaker that took place before a prohibition, or before the child moved, though somebody writes it down afterwards, and nothing that would have come later', async () => {
    const { family, icebreaker } = await permitted('rosa', { placed: 6, children: 3 });
    const { caseworker } = family;
    const [, planned, moved] = await icebreakersOf(family) as [Icebreaker, Icebreaker, Icebreaker];
    const cover = `mutation ($input: CoverIcebreakerItemInput!) { coverIcebreakerItem(input: $input) { ${fields} } }`;
    const record = ({ id }: Icebreaker, heldAt: string): object => ({ icebreakerId: id, heldAt, facilitatorId: caseworker.personId, purposes: bothPurposes, topics: [] });
    await caseworker.do(schedule, plan(family, planned, inHours(3)));
    await family.move(moved.childId, { type: 'FOSTER_FAMILY_HOME', home: 'rosa-next' }, 1);
    await eventually(async () => expect((await icebreakersOf(family)).find(({ id }) => id === moved.id)!.status).toBe('CLOSED'));
    await expect(caseworker.do(hold, record(moved, hoursAgo(0.5)))).rejects.toEqual(refusal('MEETINGS.NO_LONGER_DUE'));
    expect(await caseworker.do<Icebreaker>(hold, record(moved, hoursAgo(2)))).toMatchObject({ status: 'HELD', window: { state: 'MET' } });

    // They sat together at once, and a court forbade it while the caseworker was on the way back.
    const prohibitionId = await family.prohibit(['IN_PERSON'], undefined, hoursAgo(0.5));
    expect((await icebreakersOf(family)).map(({ status }) => status)).toEqual(['SUSPENDED', 'SUSPENDED', 'HELD']);
    for (const one of [icebreaker, planned]) await expect(caseworker.do(hold, record(one, hoursAgo(0.25)))).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    await family.endRule(prohibitionId);
    for (const one of [icebreaker, planned]) await expect(caseworker.do(hold, record(one, now()))).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE')); // only a new plan brings it back
    const needs = { topic: 'CHILD_NEEDS', note: 'A light at night.' };
    await expect(caseworker.do(cover, { icebreakerId: planned.id, ...needs, talkedAt: now() })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    expect((await caseworker.do<Icebreaker>(cover, { icebreakerId: planned.id, ...needs, talkedAt: hoursAgo(1) })).status).toBe('SUSPENDED');
    expect(await caseworker.do<Icebreaker>(hold, record(planned, hoursAgo(1)))).toMatchObject({ status: 'HELD', topics: ['CHILD_NEEDS'] });
    expect(await caseworker.do<Icebreaker>(hold, record(icebreaker, hoursAgo(1)))).toMatchObject({ status: 'HELD', topics: [] });
    expect((await caseworker.do<Icebreaker>(cover, { icebreakerId: icebreaker.id, ...needs })).topics).toEqual(['CHILD_NEEDS']);
  });

  it('R68 R82 S17 lets a facilitator who is not on the case read, note and hold that icebreaker while it is theirs, and nothing else of the case', async () => {
    const { family, icebreaker } = await permitted('ula', { placed: 5, children: 2 });
    const { caseworker, coordinator } = family;
    const [host, colleague] = [await king.person('VISIT_SUPERVISOR', 'ula-host'), await king.person('CASEWORKER', 'ula-colleague')];
    const [, ofSibling] = await icebreakersOf(family) as [Icebreaker, Icebreaker];
    const cover = `mutation ($input: CoverIcebreakerItemInput!) { coverIcebreakerItem(input: $input) { ${fields} agenda { key note } } }`;
    const note = ({ id }: Icebreaker): object => ({ icebreakerId: id, topic: 'CHILD_NEEDS', note: 'A light at night.' });
    const record = ({ id }: Icebreaker): object => ({ icebreakerId: id, heldAt: now(), purposes: bothPurposes, topics: [] });
    await caseworker.do(schedule, { ...plan(family, icebreaker), facilitatorId: host.personId });
    await caseworker.do(schedule, { ...plan(family, ofSibling), scheduledFor: inHours(6), facilitatorId: host.personId });
    expect((await facilitatedBy(host)).map(({ id }) => id)).toEqual([ofSibling.id, icebreaker.id]);
    await change(caseworker, 'mutation ($input: CancelIcebreakerInput!) { cancelIcebreaker(input: $input) { id } }', { icebreakerId: ofSibling.id });
    expect(await facilitatedBy(host)).toEqual([{ id: icebreaker.id, status: 'SCHEDULED', calendarFile: expect.stringContaining(icebreaker.id), printedAgenda: { language: 'en' } }]);
    const { url } = await host.do<{ url: string }>('mutation ($input: OpenCalendarFeedInput!) { openCalendarFeed(input: $input) { url } }', {});
    await eventually(async () => {
      const feed = await (await fetch(new URL(new URL(url).pathname, world.gateway.url))).text();
      expect([feed.includes(icebreaker.id), feed.includes(ofSibling.id)]).toEqual([true, false]);
    });

    for (const [stranger, one] of [[host, ofSibling], [colleague, icebreaker]] as const) {
      await expect(stranger.do(cover, note(one))).rejects.toEqual(refusal('NOT_FOUND'));
      await expect(stranger.do(hold, { ...record(one), facilitatorId: stranger.personId })).rejects.toEqual(refusal('NOT_FOUND'));
      expect((await stranger.ask('query ($id: UUID!) { familyConnection(id: $id) { icebreakers { id } } }', { id: family.connectionId })).errors[0]?.extensions?.code).toBe('NOT_FOUND');
    }
    expect(await facilitatedBy(colleague)).toEqual([]);
    await expect(host.do(schedule, plan(family, icebreaker))).rejects.toEqual(refusal('FORBIDDEN'));
    await expect(host.do(hold, { ...record(icebreaker), facilitatorId: colleague.personId })).rejects.toEqual(refusal('NOT_FOUND')); // only somebody on the case names another
    expect(await host.do(cover, note(icebreaker))).toMatchObject({ agenda: expect.arrayContaining([{ key: 'CHILD_NEEDS', note: 'A light at night.' }]) });
    expect(await host.do<Icebreaker>(hold, record(icebreaker))).toMatchObject({ status: 'HELD', topics: ['CHILD_NEEDS'] });
    expect((await host.do<Icebreaker>(cover, { ...note(icebreaker), topic: 'ROUTINES' })).topics).toEqual(['CHILD_NEEDS', 'ROUTINES']);
    await change(coordinator, 'mutation ($input: ExitFosterCareInput!) { exitFosterCare(input: $input) { exitReason } }', { childIds: family.childIds, exitedAt: now(), reason: 'REUNIFICATION' });
    await eventually(async () => expect(await facilitatedBy(host)).toEqual([]));
    await expect(host.do(cover, note(icebreaker))).rejects.toEqual(refusal('NOT_FOUND'));
  });

  it('S17 tells those who are to come when it is planned, moved, called off or suspended, and nobody else', async () => {
    const { family, icebreaker } = await permitted('lena');
    const { caseworker, coordinator, parent, caregiver } = family;
    const cancel = `mutation ($input: CancelIcebreakerInput!) { cancelIcebreaker(input: $input) { ${fields} } }`;
    const told = async (template: string): Promise<string[]> =>
      (await king.rows<{ person: string }>(
        `select envelope->'data'->>'personId' as person from (select envelope from meetings.event_log union all select envelope from meetings.outbox_event) said
          where envelope->>'type' = 'meetings.notification-requested.v1' and envelope->'data'->>'template' = $1 and envelope->'data'->>'personId' = any ($2)`,
        [template, [parent, caregiver, caseworker, coordinator].map(({ personId }) => personId)],
      )).map(({ person }) => person).sort();
    const once = [parent, caregiver, caseworker].map(({ personId }) => personId).sort();
    const times = (count: number): string[] => once.flatMap((person) => Array.from({ length: count }, () => person));
    await expect(change(caseworker, cancel, { icebreakerId: icebreaker.id })).rejects.toEqual(refusal('MEETINGS.NOT_SCHEDULED'));
    await caseworker.do(schedule, plan(family, icebreaker));
    expect(await told('APPOINTMENT_PLANNED')).toEqual(once);
    await caseworker.do(schedule, plan(family, icebreaker, inHours(6)));
    expect(await told('APPOINTMENT_PLANNED')).toEqual(times(2));
    for (const other of [parent, caregiver]) await expect(change(other, cancel, { icebreakerId: icebreaker.id })).rejects.toEqual(refusal('FORBIDDEN'));
    await expect(change((await Family.open(king, 'lena-other')).caseworker, cancel, { icebreakerId: icebreaker.id })).rejects.toEqual(refusal('NOT_FOUND'));
    expect(await change<Icebreaker>(caseworker, cancel, { icebreakerId: icebreaker.id })).toMatchObject({ status: 'OPEN' });
    expect(await told('APPOINTMENT_CANCELLED')).toEqual(once);
    expect(await family.read(coordinator, 'icebreakers { status window { state } }')).toEqual([{ status: 'OPEN', window: { state: 'APPROACHING' } }]);

    await coordinator.do(schedule, plan(family, icebreaker, inHours(9)));
    await family.prohibit(['IN_PERSON']);
    expect((await only(family)).status).toBe('SUSPENDED');
    expect(await told('APPOINTMENT_CANCELLED')).toEqual(times(2));
    await expect(change(caseworker, cancel, { icebreakerId: icebreaker.id })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
  });

  it('S17 keeps that somebody did not come without naming them, not before its time, and stays due', async () => {
    const { family, icebreaker } = await permitted('mila');
    const noShow = `mutation ($input: RecordIcebreakerNoShowInput!) { recordIcebreakerNoShow(input: $input) { status noShow } }`;
    const icebreakerId = icebreaker.id;
    await expect(change(family.caseworker, noShow, { icebreakerId })).rejects.toEqual(refusal('MEETINGS.NOT_SCHEDULED'));
    await family.caseworker.do(schedule, plan(family, icebreaker));
    await expect(change(family.caseworker, noShow, { icebreakerId })).rejects.toEqual(refusal('MEETINGS.NOT_YET'));
    await king.rows(`update meetings.icebreaker set scheduled_for = now() - interval '20 minutes' where id = $1`, [icebreakerId]);
    for (const other of [family.parent, family.caregiver]) await expect(change(other, noShow, { icebreakerId })).rejects.toEqual(refusal('FORBIDDEN'));
    expect(await change(family.caseworker, noShow, { icebreakerId })).toEqual({ status: 'OPEN', noShow: true });
    expect(await family.read(family.parent, 'icebreakers { noShow }')).toEqual([{ noShow: true }]);
    // Who was to facilitate it has not: somebody must be named again.
    await expect(family.caseworker.do(hold, { icebreakerId, heldAt: now(), purposes: bothPurposes, topics: [] })).rejects.toEqual(refusal('MEETINGS.NO_FACILITATOR'));
    await family.caseworker.do(schedule, plan(family, icebreaker));
    expect(await family.read(family.parent, 'icebreakers { status noShow }')).toEqual([{ status: 'SCHEDULED', noShow: false }]);
  });

  it('decision 4: one meeting led by both mentors with a facilitator of the agency counts as both', async () => {
    const { family } = await permitted('jun');
    const { mentor: ally } = await family.match('PARENT_ALLY');
    const { mentor } = await family.match('CAREGIVER_MENTOR');
    const { connectionId } = family;
    await prepareBoth({ family, ally, mentor }, hoursAgo(0.5));
    const { id: meetingId } = await ally.do<{ id: string }>('mutation ($input: ScheduleConnectionsMeetingInput!) { scheduleConnectionsMeeting(input: $input) { id } }', {
      ...{ connectionId, scheduledFor: inHours(1), place: 'Library' },
      facilitatorId: family.caseworker.personId,
    });
    await coverAgenda({ ally, mentor, meetingId });
    expect((await only(family)).status).toBe('OPEN');
    await mentor.do('mutation ($input: HoldMeetingInput!) { holdMeeting(input: $input) { status } }', { meetingId, heldAt: now() });
    expect(await only(family)).toMatchObject({ status: 'HELD', purposes: bothPurposes, window: { state: 'MET' } });
  });

  it('decision 4: a meeting that counts as both is written down though a sibling has come since, whose icebreaker is still to come', async () => {
    const { family } = await permitted('kim', { children: 2, placed: 10 });
    const { connectionId, coordinator, home } = family;
    const [staying, comingBack] = family.childIds as [string, string];
    await family.move(comingBack, { type: 'FOSTER_FAMILY_HOME', home: 'kim-next' }, 3);
    await eventually(async () => expect(await laterConnections(family)).toHaveLength(1));
    const { mentor: ally } = await family.match('PARENT_ALLY');
    const { mentor } = await family.match('CAREGIVER_MENTOR');
    await prepareBoth({ family, ally, mentor }, hoursAgo(0.8));
    const { id: meetingId } = await ally.do<{ id: string }>('mutation ($input: ScheduleConnectionsMeetingInput!) { scheduleConnectionsMeeting(input: $input) { id } }', {
      ...{ connectionId, scheduledFor: inHours(1), place: 'Library' },
      facilitatorId: family.caseworker.personId,
    });
    await coverAgenda({ ally, mentor, meetingId });
    await coordinator.do('mutation ($input: PlaceChildrenInput!) { placeChildren(input: $input) { id } }', { childIds: [comingBack], type: 'FOSTER_FAMILY_HOME', householdId: home.id, startedAt: { at: hoursAgo(0.2) } });
    const statuses = async (): Promise<string[][]> => (await icebreakersOf(family)).map(({ childId, status }) => [childId, status]).sort();
    const before = [[staying, 'OPEN'], [comingBack, 'CLOSED'], [comingBack, 'OPEN']];
    await eventually(async () => expect(await statuses()).toEqual(before.sort()));
    await mentor.do('mutation ($input: HoldMeetingInput!) { holdMeeting(input: $input) { status } }', { meetingId, heldAt: hoursAgo(0.5) });
    expect(await statuses()).toEqual([[staying, 'HELD'], [comingBack, 'CLOSED'], [comingBack, 'OPEN']].sort());
  });
});
