import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@fc/domain-kernel';
import { identity } from '@fc/identity';
import { meetingsSchema } from '@fc/meetings/schema';
import { CountyDb, CountyOrms, runInCounty, type Transaction } from '@fc/tenancy';
import type { TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';

const [one, other] = [newId(), newId()];
let world: World;
let king: TestCounty;
let orms: CountyOrms;

beforeAll(async () => {
  world = await World.start({ counties: ['king'], subgraphs: [identity], schemas: [meetingsSchema] });
  king = world.county('king');
  orms = new CountyOrms(meetingsSchema, world.config.secrets);
  await king.rows(`insert into meetings.reminder_day (person_id, reminded_on) values ($1, '2026-01-01'), ($2, '2026-01-01')`, [one, other]);
}, 120_000);
afterAll(async () => {
  await orms?.close();
  await world?.stop();
});

const transact = <Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> =>
  runInCounty({ county: king.county, actor: { person: null, kind: 'system:meetings', roles: [] }, action: 'lock', correlationId: newId() }, () => new CountyDb(orms, []).transact(work));
const lock = (tx: Transaction, id: string): Promise<unknown> => tx.sql('select 1 from reminder_day where person_id = ? for update', [id]);

/** Locks the first, and the second once both have their first. */
function crossing(): (first: string, second: string) => Promise<unknown> {
  let there = 0;
  let go = (): void => undefined;
  const both = new Promise<void>((resolve) => (go = resolve));
  return (first, second) =>
    transact(async (tx) => {
      await lock(tx, first);
      if ((there += 1) === 2) go();
      await both;
      await lock(tx, second);
    });
}

describe('two transactions that wait for each other', () => {
  it('one is done, and the other is told in plain words that somebody else was at it', async () => {
    const cross = crossing();
    const results = await Promise.allSettled([cross(one, other), cross(other, one)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [refused] = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
    expect(refused).toMatchObject({ code: 'CHANGED_MEANWHILE', message: 'Somebody else has changed this meanwhile. Look at it again, then repeat your change.' });
    await expect(transact((tx) => lock(tx, one))).resolves.toBeDefined(); // and again it goes
  });

  it('a transaction that the database cannot put in order with another is refused alike, and what else goes wrong stays what it is', async () => {
    const fail = (state: string): Promise<unknown> => transact((tx) => tx.sql(`do $$ begin raise exception 'not now' using errcode = '${state}'; end $$`));
    await expect(fail('40001')).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    await expect(fail('22000')).rejects.toMatchObject({ code: '22000' });
  });
});
