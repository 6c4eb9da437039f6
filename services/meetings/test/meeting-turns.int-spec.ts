import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, SharedWorld, type TestCounty } from '@fc/testing';
import { command, inHours, now } from './family.ts';
import { coverAgenda, prepared } from './matched.ts';

let world: SharedWorld;
let king: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
}, 120_000);
afterAll(() => world?.stop());

describe('a meeting that counts as both', () => {
  it('decision 4: takes its turn with what else goes through the connection, so that neither waits for the other for ever', async () => {
    const { family, ally, mentor } = await prepared(king, 'amir');
    const { connectionId, caseworker } = family;
    await family.permit();
    const { id: meetingId } = await ally.do<{ id: string }>(command('scheduleConnectionsMeeting', 'id'), { connectionId, scheduledFor: inHours(1), place: 'Library', facilitatorId: caseworker.personId });
    await coverAgenda({ ally, mentor, meetingId });
    // In the order in which the end of a connection takes them.
    const locked = (table: string, column: string, id: string): string => `select 1 from meetings.${table} where ${column} = '${id}' for update`;
    const ends = king.rows(
      `begin; ${locked('family_connection', 'id', connectionId)}; ${locked('icebreaker', 'connection_id', connectionId)}; select pg_sleep(3); ${locked('connections_meeting', 'id', meetingId)}; commit`,
    );
    await eventually(async () => expect(await king.rows(`select 1 from pg_stat_activity where wait_event = 'PgSleep' and query like $1`, [`%${meetingId}%`])).toHaveLength(1));
    const held = mentor.do<{ status: string }>(command('holdMeeting', 'status'), { meetingId, heldAt: now() });
    expect(await Promise.allSettled([ends, held])).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled', value: { status: 'HELD' } }]);
    expect(await family.read(family.coordinator, 'icebreakers { status }')).toEqual([{ status: 'HELD' }]);
  });
});
