import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AccessChangedV1, ConnectionOpenedV1, MatchAcceptedV1, MatchEndedV1 } from '@fc/contracts';
import { newId, type Id } from '@fc/domain-kernel';
import { identity } from '@fc/identity';
import { identitySchema } from '@fc/identity/schema';
import { matching } from '@fc/matching';
import { serviceSchema } from '@fc/subgraph';
import { roleName } from '@fc/tenancy';
import { eventually, type TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';
import { outboxRow } from './outbox-row.ts';
import { Replica } from './replica.ts';
import { allHandled, published } from './stream.ts';

/** A service that only this test knows; it keeps nothing of its own. */
const witnessSchema = serviceSchema({ service: 'support', entities: [], steps: [] });

let world: World;
let king: TestCounty;

beforeAll(async () => {
  world = await World.start({ counties: ['king'], subgraphs: [identity, matching], schemas: [witnessSchema] });
  king = world.county('king');
}, 120_000);
afterAll(() => world?.stop());

describe('three relays over one outbox', () => {
  let replicas: Replica[];

  beforeAll(async () => {
    replicas = await Promise.all([1, 2, 3].map(() => Replica.of(world, identitySchema)));
  });
  afterAll(() => Promise.all(replicas.map((replica) => replica.close())));

  const saidOf = async (people: readonly string[]): Promise<string[]> => (await published(king)).filter(({ subject }) => people.includes(subject)).map(({ subject }) => subject);

  it('publish each event once and in the order of the outbox, when all begin at the same moment', async () => {
    const people = Array.from({ length: 300 }, () => newId<'Person'>());
    const rows = people.map((personId) => outboxRow(king, personId));
    await king.rows(`insert into identity.outbox_event (event_id, subject, envelope) select event_id, subject, envelope from jsonb_to_recordset($1::jsonb) as row (event_id uuid, subject text, envelope jsonb)`, [JSON.stringify(rows)]);
    for (const { relay } of replicas) relay.wake(king.county);
    await eventually(async () => expect(await king.rows('select 1 from identity.outbox_event')).toEqual([]));
    expect(await saidOf(people)).toEqual(people);
    expect(await king.rows('select 1 from identity.event_log where event_id = any ($1::uuid[])', [rows.map((row) => row.event_id)])).toHaveLength(300);
  });

  it("publish each event once, and each speaker's in order, while all three keep speaking", async () => {
    const spoken = replicas.map(() => Array.from({ length: 40 }, () => newId<'Person'>()));
    await Promise.all(replicas.map(async (replica, speaker) => {
      for (const personId of spoken[speaker]!) await replica.emit(king, AccessChangedV1, { personId, disabled: false });
    }));
    await eventually(async () => expect(await saidOf(spoken.flat())).toHaveLength(120));
    for (const people of spoken) expect(await saidOf(people)).toEqual(people);
  });
});

describe('an event', () => {
  // Hundreds of events have just been said.
  beforeAll(() => Promise.all(['identity', 'matching'].map((service) => allHandled(king, service))), 60_000);

  it('has one effect when it is delivered three times', async () => {
    const data = {
      connectionId: newId<'FamilyConnection'>(), parentId: newId<'Person'>(), householdId: newId<'CaregiverHousehold'>(), caregiverIds: [newId<'Person'>()],
      children: [{ childId: newId<'Child'>(), placementId: newId<'Placement'>() }], openedAt: new Date().toISOString(),
    };
    const said = { id: newId(), correlationid: newId() };
    await Promise.all([1, 2, 3].map(() => king.say(ConnectionOpenedV1, data, said)));
    await allHandled(king, 'matching');
    const effects = await king.rows(`select action, count(*)::int as times from matching.audit_entry where correlation_id = $1 group by action order by action`, [said.correlationid]);
    expect(effects).toEqual(expect.arrayContaining([{ action: 'AccessWhenConnectionOpened', times: 1 }, { action: 'WhenConnectionOpened', times: 1 }]));
    expect(effects.every((effect) => (effect as { times: number }).times === 1)).toBe(true);
    expect(await king.rows('select 1 from matching.parked_event where event_id = $1', [said.id])).toEqual([]);
  });

  it('waits where it speaks of something unknown, and has its effect when the missing event comes', async () => {
    const match = { matchId: newId<'MentorMatch'>(), mentorRole: 'PARENT_ALLY' as const, mentorId: newId<'Person'>(), participantId: newId<'Participant'>() };
    const parked = (): Promise<object[]> => king.rows(`select state from identity.parked_event where consumer = 'AccessWhenMatchEnded' and aggregate = $1`, [match.matchId]);
    const pair = (): Promise<{ ended: boolean }[]> => king.rows('select ended_at is not null as ended from identity.access_pair where id = $1', [match.matchId]);
    await king.say(MatchEndedV1, { ...match, endedAt: new Date().toISOString() });
    await eventually(async () => expect(await parked()).toEqual([{ state: 'WAITING' }]));
    expect(await pair()).toEqual([]);
    await king.say(MatchAcceptedV1, { ...match, acceptedAt: new Date(Date.now() - 60_000).toISOString() });
    await eventually(async () => expect(await pair()).toEqual([{ ended: true }]));
    expect(await parked()).toEqual([]);
  });
});

describe('a consumer that fails', () => {
  let witness: Replica;
  const failing = new Set<string>();
  /** Those whom this test speaks of; the stream tells a new listener of all that was before, too. */
  const mine = new Set<string>();
  const seen: string[] = [];

  beforeAll(async () => {
    witness = await Replica.of(world, witnessSchema, { attempts: 6, firstPause: 20, longestPause: 100 });
    witness.listen(AccessChangedV1, async ({ id, subject }) => {
      if (failing.has(subject)) throw new Error('It cannot.');
      if (mine.has(subject)) seen.push(id);
    });
    await allHandled(king, 'support');
  }, 60_000);
  afterAll(() => witness.close());
  beforeEach(() => {
    seen.length = 0;
  });

  const say = (personId: Id<'Person'>): Promise<string> => {
    mine.add(personId);
    return king.say(AccessChangedV1, { personId, disabled: false });
  };
  const asideOf = (personId: string): Promise<object[]> => king.rows('select state from support.parked_event where aggregate = $1 order by sequence', [personId]);

  it('holds back the events of the same thing, in their order, and those of no other', async () => {
    const [stuck, free] = [newId<'Person'>(), newId<'Person'>()];
    failing.add(stuck);
    const first = await say(stuck);
    await eventually(async () => expect(await asideOf(stuck)).toHaveLength(1));
    const [second, other] = [await say(stuck), await say(free)];
    await eventually(async () => expect(seen).toEqual([other]));
    await eventually(async () => expect(await asideOf(stuck)).toEqual([{ state: 'FAILING' }, { state: 'WAITING' }]));
    failing.delete(stuck);
    await eventually(async () => expect(seen).toEqual([other, first, second]));
    await eventually(async () => expect(await asideOf(stuck)).toEqual([])); // gone with the commit of what was seen
  });

  it('is given up after the last try: that event is dead, those behind it go on', async () => {
    const stuck = newId<'Person'>();
    failing.add(stuck);
    const dead = await say(stuck);
    await eventually(async () => expect(await asideOf(stuck)).toEqual([{ state: 'DEAD' }]), { within: 20_000 });
    failing.delete(stuck);
    const next = await say(stuck);
    await eventually(async () => expect(seen).toEqual([next]));
    expect(await king.rows('select attempts, reason from support.parked_event where event_id = $1', [dead])).toEqual([{ attempts: 6, reason: 'Error: It cannot.' }]);
  });

  it("leaves an event in the stream while the county's database cannot be reached, and gives it its effect once afterwards", async () => {
    const role = roleName(king.county.slug, 'support');
    await king.rows(`alter role ${role} nologin`);
    await king.rows(`select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = $1`, [role]);
    const event = await say(newId<'Person'>());
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(seen).toEqual([]);
    await king.rows(`alter role ${role} login`);
    await eventually(async () => expect(seen).toEqual([event]));
    await allHandled(king, 'support');
    expect(await king.rows('select 1 from support.inbox_event where event_id = $1', [event])).toHaveLength(1);
  });
});

describe('a service whose database connections are cut in the middle of transactions', () => {
  it('refuses those, and works on when that happened more often than it has connections', async () => {
    const replica = await Replica.of(world, witnessSchema);
    const cutInTheMiddle = (): Promise<unknown> =>
      replica.transact(king, async (tx) => {
        const [connection] = await tx.sql<{ pid: number }>('select pg_backend_pid() as pid');
        await king.rows('select pg_terminate_backend($1)', [connection!.pid]);
        return tx.sql('select 1');
      });
    try {
      for (let times = 0; times < 7; times += 1) await expect(cutInTheMiddle()).rejects.toThrow();
      expect(await replica.transact(king, (tx) => tx.sql('select 1 as there'))).toEqual([{ there: 1 }]);
    } finally {
      await replica.close();
    }
  });
});
