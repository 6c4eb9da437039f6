import { setTimeout as sleep } from 'node:timers/promises';
import { familyTime } from '@fc/family-time';
import { identity } from '@fc/identity';
import { matching } from '@fc/matching';
import { meetings } from '@fc/meetings';
import { outcomes } from '@fc/outcomes';
import { support } from '@fc/support';
import { inHours, type TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';
import { mutation, planningFamily } from '../isolation/planning-family.ts';
import { TestPartner } from '../isolation/test-partner.ts';
import { judged, percentile, type Judged } from './measure.ts';

const rounds = 12;
/** Not counted: caches are cold and statements unprepared. */
const warmUp = 2;

/** How long something took to be so everywhere, from the answer to whoever ordered it, in milliseconds; met where the slowest round was within the goal. */
interface Distribution extends Judged {
  readonly what: string;
  readonly p50: number;
  readonly p95: number;
  readonly slowest: number;
  readonly against: string;
  readonly againstMs: number;
}

/** What is promised of the end of access, of a prohibition and of a partner's grant, beside the lag of the events by which services hear of it. */
export async function access(): Promise<Distribution[]> {
  const world = await World.start({ counties: ['king'], subgraphs: [identity, matching, meetings, familyTime, support, outcomes] });
  try {
    const king = world.county('king');
    const suspended = await times(() => prohibit(king));
    const ended = await times(() => disable(world, king));
    const partner = await TestPartner.register(world, king, 'partner-amara');
    const [connection] = await king.rows<{ id: string }>('select id from identity.family_connection limit 1');
    const [given, taken] = [new Array<number>(), new Array<number>()];
    for (let round = 0; round < rounds + warmUp; round += 1) {
      given.push(await until(await partner.giving(['CONNECTIONS'], [connection!.id]), async () => (await partner.ask('{ familyConnections { nodes { id } } }')).errors.length === 0));
      taken.push(await until(await partner.taking(), async () => (await partner.ask('{ familyConnections { nodes { id } } }')).errors.length > 0));
    }
    const lag = percentile(await lags(king), 0.5);
    return [
      distribution('a prohibition: everything planned is suspended', 2_000, suspended, lag),
      distribution('an account closed: refused by every service', 1_000, ended, lag),
      distribution('a grant given: the organisation is answered', 1_000, given.slice(warmUp), lag),
      distribution('a grant taken back: the organisation is refused', 1_000, taken.slice(warmUp), lag),
    ];
  } finally {
    await world.stop();
  }
}

function distribution(what: string, goalMs: number, taken: readonly number[], lag: number): Distribution {
  const round = (value: number): number => Math.round(value * 10) / 10;
  const slowest = round(Math.max(...taken));
  return { what, p50: round(percentile(taken, 0.5)), p95: round(percentile(taken, 0.95)), slowest, ...judged(`the slowest within ${goalMs} ms`, slowest, goalMs), against: 'outbox in identity to inbox in family time, the same events', againstMs: round(lag) };
}

async function times(one: () => Promise<number>): Promise<number[]> {
  const taken: number[] = [];
  for (let round = 0; round < rounds + warmUp; round += 1) taken.push(await one());
  return taken.slice(warmUp);
}

/** How long it takes from that moment on until it is so; looked at every few milliseconds. */
async function until(began: number, isSo: () => Promise<boolean>): Promise<number> {
  while (!(await isSo())) {
    if (performance.now() - began > 30_000) throw new Error('It has not come about within 30 s.');
    await sleep(3);
  }
  return performance.now() - began;
}

let families = 0;

/** A visit and a meeting of two families, of whom the parent and the caregiver may meet no longer. */
async function prohibit(county: TestCounty): Promise<number> {
  const { coordinator, connectionId, planId, people } = await planningFamily(county, `Planning${(families += 1)}`);
  for (const other of [people.child, people.caregiver]) await coordinator.do(mutation('permitContact'), { personIds: [people.parent, other], channels: ['IN_PERSON'], source: 'CASE_PLAN', from: inHours(-1) });
  const ahead = async (name: string, input: object): Promise<string> => {
    for (;;) {
      const { data } = await coordinator.ask<Record<string, { id: string } | null>>(mutation(name), { input: { idempotencyKey: crypto.randomUUID(), ...input } });
      const id = data?.[name]?.id;
      if (id) return id; // refused until the service has heard of the permission
      await sleep(20);
    }
  };
  const visit = await ahead('scheduleVisit', { planId, startsAt: inHours(5), minutes: 60, place: 'Park', setting: 'NATURAL', caregiverPresent: true });
  const meeting = await ahead('scheduleConnectionsMeeting', { connectionId, scheduledFor: inHours(10), place: 'Library' });
  await coordinator.do(mutation('prohibitContact'), { personIds: [people.parent, people.caregiver], channels: ['IN_PERSON'], source: 'COURT_ORDER' });
  return until(performance.now(), async () => {
    const [{ planned } = { planned: 2 }] = await county.rows<{ planned: number }>(
      `select (select count(*) from family_time.family_time_visit where id = $1 and status <> 'SUSPENDED')::int + (select count(*) from meetings.connections_meeting where id = $2 and status <> 'SUSPENDED')::int as planned`,
      [visit, meeting],
    );
    return planned === 0;
  });
}

let closed = 0;

async function disable(world: World, county: TestCounty): Promise<number> {
  const { personId } = await county.person('CASEWORKER', `Leaving${(closed += 1)}`);
  await county.supervisor.get(mutation('disablePerson'), { input: { personId } });
  const open = [...world.subgraphs.keys()].map((service) => `select 1 from ${service.replaceAll('-', '_')}.access_account where person_id = $1 and not disabled`).join(' union all ');
  return until(performance.now(), async () => (await county.rows(open, [personId])).length === 0);
}

/** Of every event of this run that family time heeds. */
const lags = async (county: TestCounty): Promise<number[]> =>
  (await county.rows<{ ms: number }>(`select extract(epoch from inbox.handled_at - log.emitted_at)::float8 * 1000 as ms from identity.event_log log join family_time.inbox_event inbox using (event_id)`)).map(({ ms }) => ms);
