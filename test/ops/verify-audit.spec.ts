import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anchorKeys, asAdministrator, verifyAudit } from '@fc/countyctl';
import { identity } from '@fc/identity';
import { matching } from '@fc/matching';
import { entryHash, sealableColumns, sealHash, verifyTrail, type Anchor, type Seal, type SealableEntry, type TrailFinding, type TrailReport } from '@fc/tenancy';
import { eventually, openConnection, placeFamily, type TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';

let world: World;
let king: TestCounty;

const trailOf = (service: string, reports: readonly TrailReport[]): TrailReport => reports.find((report) => report.service === service)!;
const verified = (): Promise<TrailReport[]> => verifyAudit(world.platform, king.county.slug);

const allSealed = (): Promise<void> =>
  eventually(
    async () => {
      for (const report of await verified()) expect(report).toMatchObject({ unsealed: 0, anchored: report.seals });
    },
    { within: 20_000, every: 250 },
  );

beforeAll(async () => {
  world = await World.start({ counties: ['king'], subgraphs: [identity, matching] });
  king = world.county('king');
  const connectionId = await openConnection(king, await placeFamily(king));
  // What both services do about it leaves entries too.
  await eventually(async () => {
    for (const table of ['identity.access_party', 'matching.mentor_need']) expect(await king.rows(`select 1 from ${table} where connection_id = $1`, [connectionId])).toHaveLength(2);
  });
  await allSealed();
  // What follows takes the second seal out and cuts after it, and a quick machine seals all that was written in two.
  while (trailOf('identity', await verified()).seals < 4) {
    await placeFamily(king);
    await allSealed();
  }
}, 120_000);
afterAll(() => world?.stop());

type Query = <Row extends object>(text: string, parameters?: readonly unknown[]) => Promise<Row[]>;

/** What a verification finds in identity's trail after somebody with all rights has done that to it; afterwards it is undone. */
const afterTampering = (tamper: (query: Query) => Promise<unknown>): Promise<readonly TrailFinding[]> =>
  asAdministrator(world.platform, king.county.database.name, async (client) => {
    const query: Query = async (text, parameters = []) => (await client.query(text, [...parameters])).rows as never[]; // rows are what the statement's author says they are
    await client.query(`begin; set local search_path to identity; set local session_replication_role to replica`);
    await tamper(query);
    const anchors = await world.stateRows<Anchor>('select county, service, position, total::float8 as total, hash, sealed_at::float8 as "sealedAt", signature from identity.audit_anchor');
    const { findings } = await verifyTrail(query, { county: king.county.slug, service: 'identity' }, { anchors, keys: await anchorKeys(world.platform), now: Date.now() });
    await client.query('rollback');
    return findings;
  });

const kindsOf = (findings: readonly TrailFinding[]): string[] => findings.map(({ kind, at }) => `${kind} ${at}`);

/** Makes every hash anew, as somebody would who knows how they are made. */
async function rewrite(query: Query): Promise<void> {
  const seals = await query<Seal>('select position, total::float8 as total, previous, sealed_at::float8 as "sealedAt", entries from audit_seal order by position');
  let previous = '0'.repeat(64);
  for (const seal of seals) {
    const rows = await query<SealableEntry>(`select ${sealableColumns} from audit_entry entry where entry.sequence = any ($1::bigint[])`, [seal.entries.map(([sequence]) => sequence)]);
    const hashes = new Map(rows.map((row) => [row.sequence, entryHash(row)]));
    const entries = seal.entries.map(([sequence]) => [sequence, hashes.get(sequence)!] as const);
    const hash = sealHash({ county: king.county.slug, service: 'identity' }, { ...seal, entries, previous });
    await query('update audit_seal set entries = $2, previous = $3, hash = $4 where position = $1', [seal.position, JSON.stringify(entries), previous, hash]);
    previous = hash;
  }
}

describe('a trail that nobody has touched', () => {
  it('verifies: every entry is sealed, and the last seal is anchored outside the county', async () => {
    for (const service of ['identity', 'matching']) {
      const { entries, findings, anchored, seals } = trailOf(service, await verified());
      expect(findings).toEqual([]);
      expect(entries).toBe((await king.rows(`select 1 from ${service}.audit_entry`)).length);
      expect(anchored).toBe(seals);
      expect(seals).toBeGreaterThan(0);
    }
    expect(await afterTampering(async () => undefined)).toEqual([]);
  });

  it('comes to rest: where nothing happens nothing more is sealed, said or anchored', async () => {
    const standing = async (): Promise<unknown> => [
      await king.rows('select count(*) from identity.audit_entry union all select count(*) from identity.audit_seal union all select count(*) from identity.event_log'),
      await world.stateRows('select count(*) from identity.audit_anchor where county = $1', [king.county.slug]),
    ];
    const before = await standing();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await standing()).toEqual(before);
  });
});

describe('what somebody with all rights on the database has done is found and named', () => {
  it('an entry that was changed', async () => {
    expect(kindsOf(await afterTampering((query) => query(`update audit_entry set person = null where sequence = 5`)))).toEqual(['ENTRY_CHANGED 5']);
    expect(kindsOf(await afterTampering((query) => query(`update audit_entry set at = at - interval '1 microsecond' where sequence = 6`)))).toEqual(['ENTRY_CHANGED 6']);
  });

  it('an entry that was deleted', async () => {
    expect(kindsOf(await afterTampering((query) => query(`delete from audit_entry where sequence = 5`)))).toEqual(['ENTRY_MISSING 5']);
  });

  it('an entry that was put in', async () => {
    const copy = `insert into audit_entry (sequence, at, outcome, action, person, actor_kind, roles, code, records, correlation_id)
      select 1000000, at, outcome, action, person, actor_kind, roles, code, records, correlation_id from audit_entry where sequence = 5`;
    expect(kindsOf(await afterTampering((query) => query(copy)))).toEqual(['ENTRY_ADDED 1000000']);
  });

  it('two entries that changed places', async () => {
    const swap = `update audit_entry set sequence = case sequence when -5 then 7 else 5 end where sequence in (-5, 7)`;
    const findings = await afterTampering(async (query) => {
      await query('update audit_entry set sequence = -5 where sequence = 5');
      await query('alter table audit_entry drop constraint audit_entry_pkey');
      await query(swap);
    });
    expect(kindsOf(findings)).toEqual(['ENTRIES_REORDERED 5', 'ENTRIES_REORDERED 7']);
  });

  it('a seal that was changed, and one that was taken out', async () => {
    expect(kindsOf(await afterTampering((query) => query(`update audit_seal set sealed_at = sealed_at + 1 where position = 1`)))).toEqual(['SEAL_BROKEN 1']);
    const findings = kindsOf(await afterTampering((query) => query(`delete from audit_seal where position = 2`)));
    expect(findings).toContain('SEAL_MISSING 2');
  });

  it('a tail that was cut off, entries and seals alike', async () => {
    const cut = async (query: Query): Promise<void> => {
      await query(`delete from audit_entry where sequence in (select (entry ->> 0)::bigint from audit_seal, jsonb_array_elements(entries) entry where position > 2)`);
      await query('delete from audit_seal where position > 2');
    };
    expect(kindsOf(await afterTampering(cut))).toEqual(['TRAIL_CUT 3']);
  });

  it('a trail that was written anew with every hash made to fit: only what is anchored and signed elsewhere shows it', async () => {
    const findings = await afterTampering(async (query) => {
      await query(`update audit_entry set action = 'nothing' where sequence = 1`);
      await rewrite(query);
    });
    expect(findings.map(({ kind }) => kind)).toEqual(['TRAIL_REWRITTEN']);
    expect(await afterTampering(rewrite)).toEqual([]);
  });

  it('an anchor that somebody without the key has written, or changed to fit a trail', async () => {
    const forge = (set: string): Promise<object[]> => world.stateRows(`update identity.audit_anchor set ${set} where county = $1 and service = 'matching' returning position`, [king.county.slug]);
    const kept = await world.stateRows<{ position: number; hash: string }>(`select position, hash from identity.audit_anchor where county = $1 and service = 'matching'`, [king.county.slug]);
    await forge(`hash = repeat('0', 64)`);
    try {
      const { findings, anchored } = trailOf('matching', await verified());
      expect(findings.map(({ kind }) => kind)).toEqual(kept.map(() => 'ANCHOR_FORGED'));
      expect(anchored).toBe(0);
    } finally {
      for (const { position, hash } of kept) await world.stateRows(`update identity.audit_anchor set hash = $3 where county = $1 and service = 'matching' and position = $2`, [king.county.slug, position, hash]);
    }
    expect(trailOf('matching', await verified()).findings).toEqual([]);
  });

  it('seals for which nothing outside the county vouches any more', async () => {
    const keys = await anchorKeys(world.platform);
    const { findings } = await asAdministrator(world.platform, king.county.database.name, (client) =>
      verifyTrail(async (text, parameters = []) => (await client.query(text, [...parameters])).rows as never[], { county: king.county.slug, service: 'identity' }, { anchors: [], keys, now: Date.now() + 3_600_000 }), // rows are what the statement's author says they are
    );
    expect(kindsOf(findings)).toEqual(['NOT_ANCHORED 1']);
  });
});

describe('identity’s role in the state’s database', () => {
  it('may add an anchor and can neither change one nor take it back', async () => {
    const state = world.platform.stateDatabase;
    const asIdentity = (sql: string): Promise<object[]> => {
      const admin = { user: `${state}_identity`, password: world.config.secrets.read('state/identity.password') };
      return asAdministrator({ ...world.platform, postgres: { ...world.platform.postgres, admin } }, state, async (client) => (await client.query(sql)).rows as object[]);
    };
    expect(await asIdentity('select 1 from audit_anchor limit 1')).toHaveLength(1);
    await expect(asIdentity(`update audit_anchor set hash = ''`)).rejects.toThrow('permission denied');
    await expect(asIdentity('delete from audit_anchor')).rejects.toThrow('permission denied');
  });
});
