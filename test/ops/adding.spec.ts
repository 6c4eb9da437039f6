import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addCounty, asAdministrator, countyStatus, ensurePartnerClient, isSound, operatorToken, planCounty, readCountyFile, readRegistry, resumeCounty, suspendCounty, syncRealm, verifyCounties, type Platform } from '@fc/countyctl';
import type { CountySlug } from '@fc/domain-kernel';
import { identity } from '@fc/identity';
import { ask, eventually } from '@fc/testing';
import { World } from '@fc/testing/world';
import { newCounty } from './new-county.ts';

let world: World;
let platform: Platform;
beforeAll(async () => {
  world = await World.start({ counties: ['king'], subgraphs: [identity], ownNats: true });
  platform = world.platform;
}, 120_000);
afterAll(() => world?.stop());

const statusOf = async (slug: string): Promise<string | undefined> => (await countyStatus(platform)).find((row) => row.county === slug)?.status;

/** Breaks off as a process that is killed after that many steps; answers how many steps there were before it. */
const breakOffAfter = async (steps: number, file: Awaited<ReturnType<typeof newCounty>>): Promise<number> => {
  let taken = 0;
  await addCounty(platform, file, () => {
    if (++taken === steps) throw new Error('killed');
  }).catch((error: Error) => {
    if (error.message !== 'killed') throw error;
  });
  return taken;
};

describe('adding a county', () => {
  it('S11 can be broken off after any step, serves nobody half-made, and is finished by running it again', async () => {
    let steps = 1;
    for (; ; steps += 1) {
      const file = await newCounty();
      if ((await breakOffAfter(steps, file)) < steps) break;
      const whole = (await statusOf(file.slug)) === 'ACTIVE';
      if (!whole) expect(await statusOf(file.slug)).toBe('PROVISIONING');
      const told: string[] = [];
      const county = await addCounty(platform, file, (line) => told.push(line));
      expect(county).toMatchObject({ slug: file.slug, status: 'ACTIVE', schemaVersions: { identity: expect.any(String) } });
      expect(told.at(-1)).toBe(`${file.slug}: open in the registry`);
    }
    expect(steps).toBeGreaterThan(5);
    await eventually(async () => {
      for (const row of await verifyCounties(platform)) expect(row).toMatchObject({ own: true, refusedElsewhere: true, says: true, hears: true });
    });
  }, 120_000);

  it('S86 takes a tribe’s own program for a jurisdiction like a county’s: without a FIPS code, whole, and at work', async () => {
    const tribe = await world.addCounty('spokane', { kind: 'TRIBE', fips: null, name: 'First Tribe' });
    expect(tribe.county).toMatchObject({ kind: 'TRIBE', fips: null, status: 'ACTIVE', schemaVersions: { identity: expect.any(String) } });
    await eventually(async () => {
      const rows = (await verifyCounties(platform)).filter(({ county }) => county === tribe.county.slug);
      expect(rows.map((row) => [row.service, isSound(row)])).toEqual([['identity', true]]);
    });
    const coordinator = await tribe.person('COORDINATOR');
    expect(await coordinator.get('{ program { name kind } }')).toEqual({ program: { name: 'First Tribe', kind: 'TRIBE' } });
    const children = [{ givenName: 'Ayan', familyName: 'Example', birthDate: '2020-02-29' }];
    const [child] = await coordinator.do<{ id: string }[]>('mutation ($input: RegisterChildrenInput!) { registerChildren(input: $input) { id } }', { children, parentIds: [] });
    expect(await tribe.rows('select id from identity.child')).toEqual([child]);
    const elsewhere = await world.county('king').person('COORDINATOR');
    await expect(elsewhere.get('query ($id: UUID!) { child(id: $id) { id } }', { id: child?.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }, 60_000);

  it('brings a realm of that name that is there already into line, and tells what was otherwise', async () => {
    const file = await newCounty();
    await syncRealm(platform, { kind: 'county', slug: file.slug, name: 'Somebody else’s' });
    const told: string[] = [];
    await addCounty(platform, file, (line) => told.push(line));
    expect(told).toContain(`${file.slug}: realm ${file.slug}: displayName is Somebody else’s, must be ${file.name}; brought into line`);
    const again: string[] = [];
    await addCounty(platform, file, (line) => again.push(line));
    expect(again.filter((line) => line.includes('brought into line'))).toEqual([]);
  }, 30_000);

  it('lets nobody in while it is half added, not even where its realm is there', async () => {
    const file = await newCounty();
    await breakOffAfter(5, file); // its stream is missing
    const token = await operatorToken(platform, { slug: file.slug, issuer: `${platform.identityProvider.baseUrl}/realms/${file.slug}` });
    const answer = async (): Promise<unknown> => (await ask(world.gateway.url, { authorization: `Bearer ${token}` }, '{ me { id } }')).errors[0]?.extensions;
    await eventually(async () => expect(await answer()).toEqual({ code: 'COUNTY_NOT_READY' }));
    await addCounty(platform, file);
    await eventually(async () => expect(await answer()).toEqual({ code: 'UNAUTHENTICATED', service: 'identity' })); // past the door: it is nobody's person
  }, 30_000);

  it('is done by several operators at the same moment', async () => {
    const files = await Promise.all([newCounty(), newCounty(), newCounty()]);
    const added = await Promise.all(files.map((file) => addCounty(platform, file)));
    expect(added.map(({ slug, status }) => [slug, status])).toEqual(files.map(({ slug }) => [slug, 'ACTIVE']));
    const { counties } = await readRegistry(platform);
    for (const county of added) expect(counties).toContainEqual(county);
  }, 30_000);

  it('changes nothing when it is done again, and leaves a suspended county suspended', async () => {
    const { slug } = world.county('king').county;
    const [before] = (await readRegistry(platform)).counties.filter((county) => county.slug === slug);
    const { status: _status, issuer: _issuer, database: _database, schemaVersions: _versions, schemaFloors: _floors, ...file } = before!;
    await addCounty(platform, file);
    const now = async (): Promise<object | undefined> => (await readRegistry(platform)).counties.find((county) => county.slug === slug);
    expect(await now()).toEqual(before);
    await suspendCounty(platform, slug);
    await addCounty(platform, file);
    expect(await now()).toEqual({ ...before, status: 'SUSPENDED' });
    await resumeCounty(platform, slug);
  });

  it('says beforehand what it would do, and touches nothing', async () => {
    const file = await newCounty();
    const before = (await readRegistry(platform)).version;
    const planned = await planCounty(platform, file);
    expect(planned.map(({ there }) => there)).toEqual([true, ...planned.slice(1).map(() => false)]);
    expect((await readRegistry(platform)).version).toBe(before);
    expect(await asAdministrator(platform, 'postgres', async (client) => (await client.query('select 1 from pg_database where datname = $1', [`county_${file.slug}`])).rowCount)).toBe(0);

    await breakOffAfter(2, file);
    const half = await planCounty(platform, file);
    expect(half.filter(({ there }) => there).map(({ makes }) => makes)).toEqual([expect.stringContaining("the state's database"), 'in the registry, served to nobody yet', `database county_${file.slug}`]);
    await addCounty(platform, file);
    expect((await planCounty(platform, file)).every(({ there }) => there)).toBe(true);
  }, 30_000);
});

describe('a county that cannot be added', () => {
  it('is told why: an unknown setting, a slug or a FIPS code that another county has', async () => {
    expect(() => readCountyFile('{slug: king, name: King County, kind: COUNTY, fips: "53033", timeZone: America/Los_Angeles, realm: king}', 'king.yaml')).toThrow(/king\.yaml.*realm/s);
    const file = await newCounty();
    await addCounty(platform, file);
    await expect(addCounty(platform, { ...file, name: 'Another County', fips: '53999' })).rejects.toMatchObject({ code: 'SLUG_TAKEN', message: expect.stringContaining(file.slug) });
    await expect(addCounty(platform, { ...(await newCounty()), fips: file.fips })).rejects.toMatchObject({ code: 'FIPS_TAKEN', message: expect.stringContaining(file.slug) });
    await expect(planCounty(platform, { ...file, fips: '53999' })).rejects.toMatchObject({ code: 'SLUG_TAKEN' });
    await expect(addCounty(platform, { ...file, name: 'The same county under a better name' })).resolves.toMatchObject({ status: 'ACTIVE' });
  }, 30_000);

  it('is not named like something of the platform itself, wherever its name enters', async () => {
    const before = await adminRealm();
    for (const reserved of ['master', 'state', 'county_template', platform.stateDatabase]) {
      const file = { ...(await newCounty()), slug: reserved as CountySlug }; // as from a file that nobody has read with care
      const refused = { code: 'SLUG_RESERVED', message: expect.stringContaining(reserved) };
      await expect(planCounty(platform, file)).rejects.toMatchObject(refused);
      await expect(addCounty(platform, file)).rejects.toMatchObject(refused);
      if (reserved === platform.stateDatabase) continue; // a name like any other, but for this platform
      expect(() => readCountyFile(`{slug: ${reserved}, name: A County, kind: COUNTY, fips: "53999", timeZone: America/Los_Angeles}`, 'a.yaml')).toThrow(expect.objectContaining(refused));
      await expect(syncRealm(platform, { kind: 'county', slug: file.slug, name: file.name })).rejects.toMatchObject(refused);
      await expect(ensurePartnerClient(platform, reserved, 'partner-amara')).rejects.toMatchObject(refused);
    }
    expect(await adminRealm()).toEqual(before);
    expect((await readRegistry(platform)).counties.map(({ slug }) => slug)).not.toContain('master');
  }, 30_000);

  it('is refused while another operator works on it', async () => {
    const file = await newCounty();
    await asAdministrator(platform, platform.stateDatabase, async (other) => {
      await other.query(`select pg_advisory_lock(hashtext('county ' || $1))`, [file.slug]);
      await expect(addCounty(platform, file)).rejects.toMatchObject({ code: 'COUNTY_BUSY' });
    });
    await expect(addCounty(platform, file)).resolves.toMatchObject({ status: 'ACTIVE' });
  }, 30_000);

  it('is told in plain words that the database does not answer, or not in time', async () => {
    const silent = await listening();
    const { port } = silent.address() as AddressInfo;
    const late = { ...platform, patienceMs: 200, postgres: { ...platform.postgres, port } };
    await expect(addCounty(late, await newCounty())).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE', message: expect.stringContaining(`PostgreSQL at 127.0.0.1:${port} did not let countyctl into`) });
    silent.close();
    await once(silent, 'close');
    await expect(addCounty({ ...late, patienceMs: 10_000 }, await newCounty())).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE', message: expect.stringContaining('ECONNREFUSED') });
  }, 30_000);
});

/** A server that takes connections and never says a word. */
async function listening(): Promise<Server> {
  const server = createServer((socket) => socket.on('error', () => undefined).resume()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** The realm of the identity provider's administrators, with the names of its clients. */
async function adminRealm(): Promise<{ realm: unknown; clients: string[] }> {
  const { baseUrl, adminSecret } = platform.identityProvider;
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'countyctl', client_secret: adminSecret });
  const { access_token: token } = (await (await fetch(`${baseUrl}/realms/master/protocol/openid-connect/token`, { method: 'POST', body })).json()) as { access_token: string };
  const read = async (path: string): Promise<unknown> => (await fetch(`${baseUrl}/admin/realms/master${path}`, { headers: { authorization: `Bearer ${token}` } })).json();
  return { realm: await read(''), clients: ((await read('/clients')) as { clientId: string }[]).map(({ clientId }) => clientId) };
}
