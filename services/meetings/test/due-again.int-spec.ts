import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, SharedWorld, type TestCounty } from '@fc/testing';
import { change, command, Family, hoursAgo, inHours, now, refusal } from './family.ts';
import { matched, prepareBoth, type Matched } from './matched.ts';

type Planned = Matched & { readonly meetingId: string };
const off = { cancelled: 'cancelConnectionsMeeting(meetingId: $id) { status }', icebreaker: command('cancelIcebreaker', 'status notice') };

let world: SharedWorld;
let king: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
}, 120_000);
afterAll(() => world?.stop());

const meetingDeadline = async ({ connectionId }: Family): Promise<unknown> => (await king.rows<{ status: string }>(`select status from meetings.deadline where connection_id = $1 and kind = 'CONNECTIONS_MEETING'`, [connectionId]))[0]?.status;

/** What the work list of both mentors says, but for their talks. */
async function workOf({ ally, mentor }: Pick<Matched, 'ally' | 'mentor'>): Promise<string[][]> {
  const lists = await Promise.all([ally, mentor].map((one) => one.get<{ myWork: { nodes: { kind: string }[] } }>('{ myWork { nodes { kind } } }')));
  return lists.map(({ myWork }) => myWork.nodes.map(({ kind }) => kind).filter((kind) => kind !== 'PREPARATION'));
}
const [nothing, theMeeting] = [[[], []], [['CONNECTIONS_MEETING'], ['CONNECTIONS_MEETING']]];

/** A Connections Meeting that began twenty minutes ago. */
async function begun(name: string): Promise<Planned> {
  const there = await matched(king, name);
  await prepareBoth(there, hoursAgo(0.5));
  await there.family.permit();
  const { id: meetingId } = await there.ally.do<{ id: string }>(command('scheduleConnectionsMeeting', 'id'), { connectionId: there.family.connectionId, scheduledFor: inHours(2), place: 'Library' });
  await king.rows(`update meetings.connections_meeting set scheduled_for = now() - interval '20 minutes' where id = $1`, [meetingId]);
  return { ...there, meetingId };
}

/** An icebreaker that began twenty minutes ago. */
async function icebreakerBegun(name: string): Promise<{ family: Family; icebreakerId: string }> {
  const family = await Family.open(king, name);
  await family.permit();
  const [{ id: icebreakerId }] = await family.read<[{ id: string }]>(family.coordinator, 'icebreakers { id }');
  await family.caseworker.do(command('scheduleIcebreaker', 'id'), { icebreakerId, scheduledFor: inHours(3), place: 'Field office', facilitatorId: family.caseworker.personId });
  await king.rows(`update meetings.icebreaker set scheduled_for = now() - interval '20 minutes' where id = $1`, [icebreakerId]);
  return { family, icebreakerId };
}

describe('what is off, or comes back with a new mentor, while contact is prohibited', () => {
  it('R43 R78 is due no more with the next mentor, where the two families must not meet by then', async () => {
    const forbidden = await matched(king, 'amir');
    const allowed = await matched(king, 'bea');
    for (const { family, endMentor } of [forbidden, allowed]) {
      await endMentor();
      await eventually(async () => expect(await meetingDeadline(family)).toBe('CLOSED'));
    }
    await forbidden.family.prohibit(['IN_PERSON']);
    await allowed.family.prohibit(['MESSAGE']);
    const [next, nextAllowed] = [await forbidden.family.match('CAREGIVER_MENTOR'), await allowed.family.match('CAREGIVER_MENTOR')];
    await eventually(async () => expect(await meetingDeadline(forbidden.family)).toBe('SUSPENDED'));
    await eventually(async () => expect(await meetingDeadline(allowed.family)).toBe('OPEN'));
    expect(await workOf({ ...forbidden, ...next })).toEqual(nothing);
    expect(await workOf({ ...allowed, mentor: nextAllowed.mentor })).toEqual(theMeeting);
  });

  it('R43 R78 is due no more after somebody did not come, or a meeting was called off, and only a plan brings it back', async () => {
    const [missed, calledOff, allowed] = [await begun('cleo'), await begun('dina'), await begun('elif')];
    const prohibitions = [await missed.family.prohibitFrom(hoursAgo(0.1)), await calledOff.family.prohibitFrom(hoursAgo(0.1))];
    for (const { family } of [missed, calledOff]) expect(await family.read(family.parent, 'connectionsMeeting { status }')).toEqual({ status: 'SCHEDULED' }); // it had begun
    await change(missed.mentor, command('recordNoShow', 'status'), { meetingId: missed.meetingId });
    await calledOff.ally.get(`mutation ($id: UUID!) { ${off.cancelled} }`, { id: calledOff.meetingId });
    await change(allowed.mentor, command('recordNoShow', 'status'), { meetingId: allowed.meetingId });
    for (const one of [missed, calledOff]) expect([await meetingDeadline(one.family), await workOf(one)]).toEqual(['SUSPENDED', nothing]);
    expect([await meetingDeadline(allowed.family), await workOf(allowed)]).toEqual(['OPEN', theMeeting]);

    for (const [index, { family }] of [missed, calledOff].entries()) await family.endRule(prohibitions[index]!);
    expect(await workOf(missed)).toEqual(nothing);
    await missed.ally.do(command('scheduleConnectionsMeeting', 'id'), { connectionId: missed.family.connectionId, scheduledFor: inHours(24), place: 'Library' });
    expect(await workOf(missed)).toEqual(theMeeting);
  });

  it('R43 R78 S17 leaves an icebreaker suspended that somebody did not come to, or that was called off, and says no reason', async () => {
    const [missed, calledOff] = [await icebreakerBegun('fay'), await icebreakerBegun('gita')];
    for (const { family } of [missed, calledOff]) await family.prohibitFrom(hoursAgo(0.1));
    const suspended = { status: 'SUSPENDED', notice: 'This is not possible at present. Please ask your caseworker.' };
    expect(await change(missed.family.caseworker, command('recordIcebreakerNoShow', 'status notice noShow'), { icebreakerId: missed.icebreakerId })).toEqual({ ...suspended, noShow: true });
    expect(await change(calledOff.family.caseworker, off.icebreaker, { icebreakerId: calledOff.icebreakerId })).toEqual(suspended);
    for (const { family, icebreakerId } of [missed, calledOff]) {
      expect(await king.rows(`select status, look_at from meetings.deadline where subject_id = $1`, [icebreakerId])).toEqual([{ status: 'SUSPENDED', look_at: null }]);
      await expect(family.caseworker.do(command('holdIcebreaker', 'id'), { icebreakerId, heldAt: now(), facilitatorId: family.caseworker.personId, purposes: [], topics: [] })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    }
  });

  it('S17 stays due where the two families may meet', async () => {
    const { family, icebreakerId } = await icebreakerBegun('hana');
    await family.prohibit(['MESSAGE']);
    expect(await change(family.caseworker, off.icebreaker, { icebreakerId })).toEqual({ status: 'OPEN', notice: null });
    expect(await king.rows(`select status from meetings.deadline where subject_id = $1`, [icebreakerId])).toEqual([{ status: 'OPEN' }]);
  });
});
