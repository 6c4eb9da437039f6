import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock, newId, Temporal } from '@fc/domain-kernel';
import { identity, SweepRelativeNotices } from '@fc/identity';
import { identitySchema } from '@fc/identity/schema';
import { Outbox } from '@fc/messaging';
import { createLogger } from '@fc/runtime';
import { CountyDb, CountyJobs, CountyOrms, runInCounty } from '@fc/tenancy';
import { Registry } from '@fc/tenancy/registry';
import type { Actor, TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';

/** So far ahead that identity's own sweep, on the clock of this machine, finds nothing. */
const removal = Temporal.Instant.from('2090-06-01T18:00:00Z');

class SetClock extends Clock {
  at = removal;
  override now(): Temporal.Instant {
    return this.at;
  }
}

const clock = new SetClock();
let world: World;
let king: TestCounty;
let registry: Registry;
let orms: CountyOrms;
let coordinator: Actor;
let caseworker: Actor;
let colleague: Actor;

beforeAll(async () => {
  world = await World.start({ counties: ['king'], subgraphs: [identity] });
  king = world.county('king');
  const { registryFile: file, registryPublicKey: publicKey, secrets } = world.config;
  registry = await Registry.open({ file, lastGoodFile: `${file}.${newId()}`, publicKey });
  orms = new CountyOrms(identitySchema, secrets);
  [coordinator, caseworker, colleague] = [await king.person('COORDINATOR'), await king.person('CASEWORKER', 'Casey'), await king.person('CASEWORKER', 'Cole')];
}, 120_000);
afterAll(async () => {
  await orms?.close();
  await registry?.close();
  await world?.stop();
});

/** As one more process of the service does it. */
function sweeper(): () => Promise<number | undefined> {
  const sweep = new SweepRelativeNotices(new CountyDb(orms, [new Outbox()]), clock, new CountyJobs({ service: 'identity', registry, logger: createLogger('identity', 'silent'), isInUse: () => true }));
  return () => runInCounty({ county: king.county, actor: { person: null, kind: 'system:identity', roles: [] }, action: 'sweep-relative-notices', correlationId: newId() }, () => sweep.sweep());
}

/** Of several at once, until nothing is left to tell. Answers in how many milliseconds there is. */
async function sweepAt(days: number): Promise<number | undefined> {
  clock.at = removal.add({ hours: days * 24 });
  const sweep = sweeper();
  await Promise.all([sweep(), sweeper()(), sweeper()()]);
  return sweep();
}

async function told(actor: Actor): Promise<number> {
  const rows = await king.rows<{ template: string }>(`select template from identity.notification where person_id = $1`, [actor.personId]);
  expect(rows.every(({ template }) => template === 'SOMETHING_DUE')).toBe(true);
  return rows.length;
}
const toldAll = (): Promise<number[]> => Promise.all([coordinator, caseworker, colleague, king.supervisor].map(told));
const saidOf = async (childId: string): Promise<string[]> =>
  (
    await king.rows<{ type: string }>(
      `select envelope ->> 'type' as type from (select envelope, emitted_at from identity.outbox_event union all select envelope, emitted_at from identity.event_log) event
        where envelope ->> 'type' like 'identity.relative-notice-%' and envelope -> 'data' ->> 'childId' = $1 order by emitted_at`,
      [childId],
    )
  ).map(({ type }) => type);

/** A child of that caseworker's case, taken into care at the set moment, as another system tells of it. */
async function removedChild(): Promise<string> {
  const [child] = await caseworker.do<{ id: string }[]>('mutation ($input: RegisterChildrenInput!) { registerChildren(input: $input) { id } }', { children: [{ givenName: 'Ayan', familyName: 'Example', birthDate: '2020-02-29' }], parentIds: [] });
  await king.rows(`insert into identity.foster_care_episode (id, child_id, removed_at, removed_precision) values (gen_random_uuid(), $1, $2, 'MINUTE')`, [child!.id, removal.toString()]);
  return child!.id;
}
const addAunt = (childId: string): Promise<{ id: string }[]> =>
  caseworker.do('mutation ($input: AddRelativeInput!) { addRelative(input: $input) { id } }', { childIds: [childId], givenName: 'Luz', familyName: 'Example', kinship: 'AUNT_OR_UNCLE' });
const approaching = 'identity.relative-notice-approaching.v1';
const missed = 'identity.relative-notice-missed.v1';

describe('the notice to relatives', () => {
  it('R65 S58 is brought to nobody’s mind once all are told', async () => {
    const childId = await removedChild();
    const [aunt] = await addAunt(childId);
    await king.rows(`update identity.relative set notice_sent_at = now(), notice_how = 'CALL' where id = $1`, [aunt!.id]);
    for (const day of [25, 32]) expect(await sweepAt(day)).toBeUndefined();
    expect(await saidOf(childId)).toEqual([]);
    expect(await toldAll()).toEqual([0, 0, 0, 0]);
  });

  it('R65 S58 is brought to mind in its last days and when it is missed: of the caseworker and the coordinator, once each, and of nobody else', async () => {
    const childId = await removedChild();
    await addAunt(childId); // who is not told yet
    const wait = await sweepAt(1);
    expect(wait).toBeGreaterThan(20 * 86_400_000);
    expect(wait).toBeLessThan(23 * 86_400_000);
    expect(await toldAll()).toEqual([0, 0, 0, 0]);
    for (const day of [24, 25]) {
      expect(await sweepAt(day)).toBeGreaterThan(0);
      expect(await toldAll()).toEqual([1, 1, 0, 0]);
    }
    expect(await saidOf(childId)).toEqual([approaching]);
    for (const day of [32, 33]) {
      expect(await sweepAt(day)).toBeUndefined();
      expect(await toldAll()).toEqual([2, 2, 0, 0]);
    }
    expect(await saidOf(childId)).toEqual([approaching, missed]);
  });
});
