import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asAdministrator, changeRegistry, verifyAudit } from '@fc/countyctl';
import { newId } from '@fc/domain-kernel';
import { identity } from '@fc/identity';
import { identitySchema } from '@fc/identity/schema';
import { createLogger } from '@fc/runtime';
import { AuditSealer, CountyDb, CountyOrms, runInCounty, type TransactionPart } from '@fc/tenancy';
import { Registry } from '@fc/tenancy/registry';
import { eventually, type TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';

let world: World;
let king: TestCounty;
const stops: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  world = await World.start({ counties: ['king', 'pierce'], subgraphs: [identity] });
  king = world.county('king');
}, 120_000);
afterAll(async () => {
  for (const stop of stops) await stop();
  await world?.stop();
});

/** One more replica of identity, which seals when a test says so. */
async function replica(...parts: TransactionPart[]): Promise<{ sealer: AuditSealer; write: (times: number) => Promise<void> }> {
  const { registryFile: file, registryPublicKey: publicKey, secrets, logLevel } = world.config;
  const registry = await Registry.open({ file, lastGoodFile: `${file}.${newId()}`, publicKey });
  const orms = new CountyOrms(identitySchema, secrets);
  stops.push(() => orms.close(), () => registry.close());
  const db = new CountyDb(orms, []);
  const inKing = (): Promise<void> => runInCounty({ county: king.county, actor: { person: null, kind: 'system:test', roles: [] }, action: 'test', correlationId: newId() }, () => db.transact(async () => undefined));
  return {
    sealer: new AuditSealer(orms, registry, parts, createLogger('identity', logLevel)),
    write: async (times) => void (await Promise.all(Array.from({ length: times }, inKing))),
  };
}

const unsealed = (county = king): Promise<object[]> => county.rows('select sequence from identity.audit_unsealed');
const allSealed = (county = king): Promise<void> => eventually(async () => expect(await unsealed(county)).toEqual([]));
const findings = async (county = king): Promise<readonly object[]> => (await verifyAudit(world.platform, county.county.slug)).flatMap((report) => report.findings);
const sealedNumbers = async (): Promise<number[]> =>
  (await king.rows<{ sequence: number }>(`select (entry ->> 0)::int as sequence from identity.audit_seal, jsonb_array_elements(entries) with ordinality as each (entry, place) order by position, place`)).map(({ sequence }) => sequence);

describe('the trail of a county', () => {
  it('is sealed within about a second of what was done', async () => {
    await allSealed();
    await king.supervisor.ask('{ person(id: "none") { id } }');
    const [newest] = await king.rows<{ sequence: string }>('select max(sequence) as sequence from identity.audit_entry');
    await eventually(async () => expect(await sealedNumbers()).toContain(Number(newest!.sequence)), { within: 3_000 });
  });

  it('passes over no entry that commits behind a later one, and seals it behind that one', async () => {
    const { sealer, write } = await replica();
    let late = 0;
    await asAdministrator(world.platform, king.county.database.name, async (client) => {
      await client.query('begin; set local search_path to identity');
      const { rows } = await client.query<{ sequence: number }>(
        `insert into audit_entry (outcome, action, actor_kind, roles, records, correlation_id) values ('DONE', 'late', 'system:test', '{}', '[]', 'late') returning sequence::int as sequence`,
      );
      late = rows[0]!.sequence;
      await write(3);
      await sealer.seal(king.county);
      expect(await sealedNumbers()).not.toContain(late);
      await client.query('commit');
    });
    await sealer.seal(king.county);
    const numbers = await sealedNumbers();
    expect(numbers.at(-1)).toBe(late);
    expect(numbers.at(-2)).toBeGreaterThan(late);
    expect(await findings()).toEqual([]);
  });

  it('has each entry once, though several replicas seal at the same time', async () => {
    const [one, other] = [await replica(), await replica()];
    const rounds = Array.from({ length: 10 }, async (_, turn) => {
      await one.write(5);
      await (turn % 2 === 0 ? one : other).sealer.seal(king.county);
    });
    await Promise.all([...rounds, ...Array.from({ length: 10 }, () => other.sealer.seal(king.county))]);
    await one.sealer.seal(king.county);
    await allSealed();
    const numbers = await sealedNumbers();
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(await findings()).toEqual([]);
  }, 30_000);

  it('loses nothing to a sealer that ends in the middle: another one seals what it had in hand', async () => {
    const broken = await replica({ beforeCommit: () => Promise.reject(new Error('the process ends here')) });
    await allSealed();
    const port = await world.stopSubgraph('identity'); // whose own sealer comes by itself
    await broken.write(4);
    const waiting = await unsealed();
    expect(waiting).toHaveLength(4);
    await expect(broken.sealer.seal(king.county)).rejects.toThrow('the process ends here');
    expect(await unsealed()).toEqual(waiting);
    await (await replica()).sealer.seal(king.county);
    await world.startSubgraph(identity, port);
    await allSealed();
    expect(await findings()).toEqual([]);
  });
});

describe('a county that comes or goes while the service runs', () => {
  it('is sealed from its first entry on', async () => {
    const added = await world.addCounty('snohomish');
    await added.person('COORDINATOR');
    await allSealed(added);
    expect(await findings(added)).toEqual([]);
  });

  it('is left alone while it is suspended, and sealed when it is open again', async () => {
    const pierce = world.county('pierce');
    await allSealed(pierce);
    const become = (status: 'ACTIVE' | 'SUSPENDED'): Promise<unknown> =>
      changeRegistry(world.platform, (counties) => counties.map((county) => (county.slug === pierce.county.slug ? { ...county, status } : county)));
    await become('SUSPENDED');
    await eventually(async () => expect((await world.askDirectly('identity', pierce.supervisor, '{ me { id } }')).errors).not.toEqual([])); // the service itself has heard of it
    await asAdministrator(world.platform, pierce.county.database.name, (client) =>
      client.query(`set search_path to identity; insert into audit_entry (outcome, action, actor_kind, roles, records, correlation_id) values ('DONE', 'meanwhile', 'system:test', '{}', '[]', 'meanwhile')`),
    );
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await unsealed(pierce)).toHaveLength(1);
    await become('ACTIVE');
    await allSealed(pierce);
    expect(await findings(pierce)).toEqual([]);
  }, 30_000);
});
