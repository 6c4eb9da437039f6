import { newId, SystemClock, Temporal } from '@fc/domain-kernel';
import { identity } from '@fc/identity';
import { SweepDeadlines } from '@fc/meetings';
import { meetingsSchema } from '@fc/meetings/schema';
import { Outbox } from '@fc/messaging';
import { createLogger } from '@fc/runtime';
import { CountyDb, CountyJobs, CountyOrms, runInCounty } from '@fc/tenancy';
import { Registry } from '@fc/tenancy/registry';
import { World } from '@fc/testing/world';
import { judged, percentile } from './measure.ts';

const deadlines = 10_000;
const connections = 2_000;
/** How long they may take, in milliseconds. */
const limit = 2_000;

/** 10,000 open deadlines of one county that all come a stage further at once, each told to other services, swept by one process and by two: within 2 s. */
export async function sweep(): Promise<object[]> {
  const world = await World.start({ counties: ['king'], subgraphs: [identity], schemas: [meetingsSchema] });
  const king = world.county('king');
  const { registryFile: file, registryPublicKey: publicKey, secrets } = world.config;
  const registry = await Registry.open({ file, lastGoodFile: `${file}.${newId()}`, publicKey });
  const orms = new CountyOrms(meetingsSchema, secrets);
  const jobs = new CountyJobs({ service: 'meetings', registry, logger: createLogger('meetings', 'silent'), isInUse: () => true });
  const run = (): Promise<unknown> => {
    const sweeper = new SweepDeadlines(new CountyDb(orms, [new Outbox()]), new SystemClock(), jobs);
    return runInCounty({ county: king.county, actor: { person: null, kind: 'system:meetings', roles: [] }, action: 'sweep-deadlines', correlationId: newId() }, () => sweeper.sweep());
  };
  const again = async (): Promise<void> => {
    await king.rows('truncate meetings.deadline, meetings.reminder_day, meetings.outbox_event');
    await king.rows(
      `insert into meetings.deadline (id, kind, connection_id, subject_id, doers, rule, started_by, clock_start, opens_at, closes_at, status, look_at)
       select gen_random_uuid(), 'COMFORT_CALL', connection_id, gen_random_uuid(), '{CAREGIVER,CASEWORKER}', 'BENCH', 'PLACEMENT', $1, $1, $1::timestamptz + interval '24 hours', 'OPEN', $1
         from (select distinct connection_id from meetings.access_party) one, generate_series(1, $2)`,
      [Temporal.Now.instant().subtract({ hours: 1 }).toString(), deadlines / connections],
    );
    await king.rows('analyze meetings.deadline');
  };
  try {
    await king.rows(`insert into meetings.access_party select gen_random_uuid(), gen_random_uuid(), 'CAREGIVER', gen_random_uuid(), null from generate_series(1, $1)`, [connections]);
    const rows: object[] = [];
    for (const processes of [1, 2]) {
      const taken: number[] = [];
      for (let round = 0; round < 5; round += 1) {
        await again();
        const began = performance.now();
        await Promise.all(Array.from({ length: processes }, run));
        taken.push(performance.now() - began);
      }
      const [{ told = '' } = {}] = await king.rows<{ told: string }>(`select count(*) as told from meetings.outbox_event where envelope->>'type' = 'meetings.notification-requested.v1'`);
      const [{ left = '' } = {}] = await king.rows<{ left: string }>(`select count(*) as left from meetings.deadline where reached is null`);
      const ms = Math.round(percentile(taken, 0.5));
      rows.push({ what: `${deadlines} deadlines, ${processes} at it`, ms, slowest: Math.round(Math.max(...taken)), told: Number(told), left: Number(left), ...judged(`within ${limit} ms, none left`, left === '0' ? ms : Infinity, limit) });
    }
    return rows;
  } finally {
    await orms.close();
    await registry.close();
    await world.stop();
  }
}
