import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Clock, newId, Temporal } from '@fc/domain-kernel';
import { identity } from '@fc/identity';
import { SweepDeadlines } from '@fc/meetings';
import { meetingsSchema } from '@fc/meetings/schema';
import { Outbox } from '@fc/messaging';
import { createLogger } from '@fc/runtime';
import { CountyDb, CountyJobs, CountyOrms, runInCounty } from '@fc/tenancy';
import { Registry } from '@fc/tenancy/registry';
import type { TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';

/** Eleven in the morning in King County. */
const start = Temporal.Instant.from('2026-06-01T18:00:00Z');

class SetClock extends Clock {
  at = start;
  override now(): Temporal.Instant {
    return this.at;
  }
}

const clock = new SetClock();
let world: World;
let king: TestCounty;
let registry: Registry;
let orms: CountyOrms;

beforeAll(async () => {
  world = await World.start({ counties: ['king'], subgraphs: [identity], schemas: [meetingsSchema] });
  king = world.county('king');
  const { registryFile: file, registryPublicKey: publicKey, secrets } = world.config;
  registry = await Registry.open({ file, lastGoodFile: `${file}.${newId()}`, publicKey });
  orms = new CountyOrms(meetingsSchema, secrets);
}, 120_000);
afterAll(async () => {
  await orms?.close();
  await registry?.close();
  await world?.stop();
});
beforeEach(async () => {
  clock.at = start;
  await king.rows('truncate meetings.deadline, meetings.reminder_day, meetings.access_party, meetings.access_case_member, meetings.access_child, meetings.access_role, meetings.outbox_event');
});

/** As one more process of the service does it. */
function sweeper(): () => Promise<unknown> {
  const sweep = new SweepDeadlines(new CountyDb(orms, [new Outbox()]), clock, new CountyJobs({ service: 'meetings', registry, logger: createLogger('meetings', 'silent'), isInUse: () => true }));
  return () => runInCounty({ county: king.county, actor: { person: null, kind: 'system:meetings', roles: [] }, action: 'sweep-deadlines', correlationId: newId() }, () => sweep.sweep());
}

/** Whom the sweeps have asked to tell so far, since the last look. */
async function told(): Promise<string[]> {
  const rows = await king.rows<{ person: string; template: string }>(
    `delete from meetings.outbox_event where envelope->>'type' = 'meetings.notification-requested.v1' returning envelope->'data'->>'personId' as person, envelope->'data'->>'template' as template`,
  );
  expect(rows.every(({ template }) => template === 'SOMETHING_DUE')).toBe(true);
  return rows.map(({ person }) => person).sort();
}

/** What the sweeps have said to other services so far, since the last look: how far which deadline has come. */
const said = async (): Promise<Record<string, unknown>[]> =>
  (await king.rows<{ deadlines: Record<string, unknown>[] }>(`delete from meetings.outbox_event where envelope->>'type' = 'meetings.deadlines-reached.v1' returning envelope->'data'->'deadlines' as deadlines`)).flatMap(({ deadlines }) => deadlines);

const addParty = (connectionId: string, personId: string): Promise<object[]> => king.rows(`insert into meetings.access_party values ($1, $2, 'CAREGIVER', $3, null)`, [connectionId, personId, newId()]);
async function addCaseworker(connectionId: string, personId: string): Promise<void> {
  const childId = newId();
  await king.rows('insert into meetings.access_child values ($1, $2, $3, null)', [connectionId, childId, newId()]);
  await king.rows(`insert into meetings.access_case_member values ($1, $2, $3, 'CASEWORKER', null)`, [newId(), childId, personId]);
}
const addCoordinator = (personId: string): Promise<object[]> => king.rows(`insert into meetings.access_role values ($1, $2, 'COORDINATOR', '2026-01-01', null)`, [newId(), personId]);

/** A comfort call that opens now and closes a day later. */
const addDeadline = (connectionId: string, count = 1): Promise<object[]> =>
  king.rows(
    `insert into meetings.deadline (id, kind, connection_id, subject_id, doers, rule, started_by, clock_start, opens_at, closes_at, status, look_at)
     select gen_random_uuid(), 'COMFORT_CALL', $1, gen_random_uuid(), '{CAREGIVER,CASEWORKER}', 'COMFORT_CALL_24_HOURS_FROM_PLACEMENT', 'PLACEMENT', $2, $2, $2::timestamptz + interval '24 hours', 'OPEN', $2 from generate_series(1, $3)`,
    [connectionId, start.toString(), count],
  );

/** A deadline of a connection with a caregiver, a caseworker and a coordinator. */
async function dueWithEverybody(): Promise<Record<'connectionId' | 'caregiver' | 'caseworker' | 'coordinator', string>> {
  const [connectionId, caregiver, caseworker, coordinator] = [newId(), newId(), newId(), newId()];
  await addParty(connectionId, caregiver);
  await addCaseworker(connectionId, caseworker);
  await addCoordinator(coordinator);
  await addDeadline(connectionId);
  return { connectionId, caregiver, caseworker, coordinator };
}

describe('the sweep of deadlines', () => {
  it('R01 S16 reminds first the caregiver, then the caseworker, then the coordinators, each once and of nothing twice', async () => {
    const { connectionId, caregiver, caseworker, coordinator } = await dueWithEverybody();
    const sweep = sweeper();
    const at = async (hours: number): Promise<string[]> => {
      clock.at = start.add({ hours });
      await sweep();
      return told();
    };
    expect(await at(-1)).toEqual([]);
    expect(await said()).toEqual([]);
    expect(await at(0)).toEqual([caregiver]);
    expect(await said()).toMatchObject([{ connectionId, kind: 'COMFORT_CALL', stage: 'DUE', childId: null }]);
    expect(await at(1)).toEqual([]);
    expect(await said()).toEqual([]);
    expect(await at(18)).toEqual([caseworker]);
    expect(await at(23)).toEqual([]);
    expect(await at(24)).toEqual([coordinator]);
    const [closing, missed] = await said();
    expect([closing, missed]).toMatchObject([{ stage: 'CLOSING' }, { stage: 'MISSED' }]);
    expect(Object.keys(missed!).sort()).toEqual(['childId', 'closesAt', 'connectionId', 'deadlineId', 'kind', 'opensAt', 'stage']); // ids and facts, and nobody
    expect(Date.parse(String(missed?.closesAt)) - Date.parse(String(missed?.opensAt))).toBe(24 * 3_600_000);
    expect(await at(100)).toEqual([]);
    expect(await king.rows('select 1 from meetings.deadline where look_at is not null')).toEqual([]);
  });

  it('R31 reminds no caregiver of a call to a parent who has not agreed to it, and the caseworker and the coordinators as ever', async () => {
    const { caseworker, coordinator } = await dueWithEverybody();
    await king.rows(`update meetings.deadline set doers = '{CASEWORKER}'`);
    const sweep = sweeper();
    for (const [hours, whom] of [[0, []], [18, [caseworker]], [24, [coordinator]]] as const) {
      clock.at = start.add({ hours });
      await sweep();
      expect(await told()).toEqual(whom);
    }
  });

  it('reminds nobody twice on one day of the county, however much comes due, and again on the next', async () => {
    const [caregiver, first, second, third] = [newId(), newId(), newId(), newId()];
    const sweep = sweeper();
    for (const connectionId of [first, second, third]) await addParty(connectionId, caregiver);
    await addDeadline(first, 3);
    await sweep();
    expect(await told()).toEqual([caregiver]);
    await addDeadline(second);
    clock.at = start.add({ hours: 12 }); // eleven at night there, and the next day in UTC
    await sweep();
    expect(await told()).toEqual([]);
    await addDeadline(third);
    clock.at = start.add({ hours: 14 });
    await sweep();
    expect(await told()).toEqual([caregiver]);
  });

  it('tells no other service what two families or a family meeting hold themselves to', async () => {
    const connectionId = newId();
    await addDeadline(connectionId, 2);
    await king.rows(`update meetings.deadline set kind = 'AGREEMENT_REVIEW' where id = (select id from meetings.deadline limit 1)`);
    await sweeper()();
    expect((await said()).map(({ kind }) => kind)).toEqual(['COMFORT_CALL']);
  });

  it('leaves no trace in the trail of a county in which nothing comes due', async () => {
    const entries = async (): Promise<number> => (await king.rows('select 1 from meetings.audit_entry')).length;
    await addDeadline(newId());
    clock.at = start.subtract({ hours: 1 });
    const before = await entries();
    await sweeper()();
    expect(await entries()).toBe(before);
    clock.at = start;
    await sweeper()();
    expect(await entries()).toBe(before + 1);
  });

  it('looks at each deadline once when three processes sweep at once, and asks to tell each person once', async () => {
    const people = Array.from({ length: 40 }, () => newId()).sort();
    await king.rows('create table meetings.looked_at (id uuid)');
    await king.rows(`create function meetings.note_look() returns trigger language plpgsql security definer as 'begin insert into meetings.looked_at values (new.id); return new; end'`);
    await king.rows('create trigger note_look after update on meetings.deadline for each row execute function meetings.note_look()');
    try {
      for (const person of people) {
        const connectionId = newId();
        await addParty(connectionId, person);
        await addDeadline(connectionId, 100);
      }
      await Promise.all([sweeper(), sweeper(), sweeper()].map((sweep) => sweep()));
      const [looks] = await king.rows<{ all: string; different: string }>('select count(*) as all, count(distinct id) as different from meetings.looked_at');
      expect(looks).toEqual({ all: '4000', different: '4000' });
      expect(await told()).toEqual(people);
    } finally {
      await king.rows('drop trigger note_look on meetings.deadline');
      await king.rows('drop function meetings.note_look');
      await king.rows('drop table meetings.looked_at');
    }
  });
});
