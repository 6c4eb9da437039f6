import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseAssignedV1 } from '@fc/contracts';
import { newId, type Id } from '@fc/domain-kernel';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { change, command, Family, hoursAgo, inHours, refusal } from './family.ts';

interface Item {
  id: string;
  kind: string;
  connection: { id: string };
  forPersonIds: string[];
  needsReason: boolean;
  window: { state: string };
}

let world: SharedWorld;
let king: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
}, 120_000);
afterAll(() => world?.stop());

const listOf = async (actor: Actor, list: 'myWork' | 'countyWork'): Promise<Item[]> =>
  (await actor.get<Record<string, { nodes: Item[] }>>(`{ ${list}(first: 200) { nodes { id kind connection { id } forPersonIds needsReason window { state } } } }`))[list]!.nodes;
const myKinds = async (actor: Actor): Promise<string[]> => (await listOf(actor, 'myWork')).map(({ kind }) => kind);
const ofCounty = async ({ coordinator, connectionId }: Family): Promise<Item[]> => (await listOf(coordinator, 'countyWork')).filter(({ connection }) => connection.id === connectionId);
const sayWhy = command('recordMissReason', '').replace(' {  }', '');

async function supervisorOf({ childIds: [childId] }: Family, name: string): Promise<Actor> {
  const supervisor = await king.person('CASEWORKER_SUPERVISOR', name);
  await king.say(CaseAssignedV1, { assignmentId: newId<'CaseAssignment'>(), childId: childId as Id<'Child'>, personId: supervisor.personId as Id<'Person'>, role: 'CASEWORKER_SUPERVISOR', from: hoursAgo(48) });
  return supervisor;
}

/** As the sweep leaves the icebreaker of that family once it has told of its last quarter. */
const closing = ({ connectionId }: Family): Promise<unknown> =>
  king.rows(`update meetings.deadline set opens_at = now() - interval '40 hours', closes_at = now() + interval '4 hours', reached = 'CLOSING', look_at = now() + interval '4 hours' where connection_id = $1 and kind = 'ICEBREAKER'`, [connectionId]);

describe('what was not done in time', () => {
  it('S54 stands on the list of the caseworker’s supervisor once they are told of it, and not on that of another case’s', async () => {
    const [family, other] = [await Family.open(king, 'amir'), await Family.open(king, 'bea')];
    const [supervisor, elsewhere] = [await supervisorOf(family, 'over-amir'), await supervisorOf(other, 'over-bea')];
    await eventually(async () => expect(await family.read(supervisor, 'step')).toBeTruthy());
    expect(await myKinds(supervisor)).toEqual([]);
    await closing(family);
    expect(await listOf(supervisor, 'myWork')).toMatchObject([{ kind: 'ICEBREAKER', connection: { id: family.connectionId }, forPersonIds: [family.caseworker.personId], window: { state: 'DUE' } }]);
    expect(await myKinds(elsewhere)).toEqual([]);
    // An appointment is what the reminder was for.
    await family.permit();
    const [{ id: icebreakerId }] = await family.read<[{ id: string }]>(family.caseworker, 'icebreakers { id }');
    await family.caseworker.do(command('scheduleIcebreaker', 'id'), { icebreakerId, scheduledFor: inHours(3), place: 'Field office', facilitatorId: family.caseworker.personId });
    expect(await myKinds(supervisor)).toEqual([]);
    expect(await myKinds(family.caseworker)).toContain('ICEBREAKER');
    for (const field of ['countyWork { nodes { id } }', 'myOpenRequests { id }']) expect((await supervisor.ask(`{ ${field} }`)).errors[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it('R84 S54 is asked for its reason though the child lives elsewhere by now, of the agency alone, until somebody says it', async () => {
    const family = await Family.open(king, 'cleo', { placed: 30, children: 2 });
    await family.move(family.childIds[0]!, { type: 'GROUP_HOME' });
    const closed = await eventually(async () => {
      const found = (await ofCounty(family)).filter(({ forPersonIds, kind }) => kind === 'COMFORT_CALL' && forPersonIds.join() === family.caseworker.personId);
      expect(found).toMatchObject([{ needsReason: true, window: { state: 'MISSED' } }]);
      return found[0]!;
    });
    expect((await myKinds(family.caseworker)).sort()).toEqual(['COMFORT_CALL', 'COMFORT_CALL', 'ICEBREAKER']); // the other child lives there still
    expect((await listOf(family.caseworker, 'myWork')).map(({ id }) => id)).toContain(closed.id);
    expect((await listOf(family.caregiver, 'myWork')).map(({ id }) => id)).not.toContain(closed.id);
    expect(await king.rows('select look_at from meetings.deadline where id = $1', [closed.id])).toEqual([{ look_at: null }]); // nobody is reminded of it
    await family.caseworker.do(sayWhy, { windowId: closed.id, reason: 'UNREACHABLE' });
    for (const list of [await listOf(family.caseworker, 'myWork'), await ofCounty(family)]) expect(list.map(({ id }) => id)).not.toContain(closed.id);
    const said = await king.rows(
      `select envelope->'data'->>'reason' as reason from (select envelope from meetings.event_log union all select envelope from meetings.outbox_event) said, meetings.deadline due
        where due.id = $1 and envelope->>'type' = 'meetings.window-missed.v1' and envelope->'data'->>'windowId' = due.subject_id::text`,
      [closed.id],
    );
    expect(said).toEqual([{ reason: 'UNREACHABLE' }]);
  });

  it('R84 is not asked of what was over in time, or could not be: the child had gone before, or contact was prohibited', async () => {
    const [gone, prohibited] = [await Family.open(king, 'dina', { placed: 30 }), await Family.open(king, 'elif', { placed: 20 })];
    await prohibited.prohibit(['CALL']);
    await king.rows(`update meetings.comfort_call set closes_at = now() - interval '1 hour' where connection_id = $1`, [prohibited.connectionId]);
    const [call] = await gone.read<[{ id: string }]>(gone.caseworker, 'comfortCalls { id }');
    await gone.move(gone.childIds[0]!, { type: 'GROUP_HOME' }, 20); // known only now
    await prohibited.move(prohibited.childIds[0]!, { type: 'GROUP_HOME' }, 0.2);
    for (const family of [gone, prohibited]) {
      await eventually(async () => expect(await king.rows(`select distinct status from meetings.deadline where connection_id = $1`, [family.connectionId])).toEqual([{ status: 'CLOSED' }]));
      expect(await ofCounty(family)).toEqual([]);
    }
    await expect(change(gone.coordinator, sayWhy, { idempotencyKey: crypto.randomUUID(), windowId: call.id, reason: 'OTHER' })).rejects.toEqual(refusal('MEETINGS.NOT_MISSED'));
  });
});
