import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asAdministrator, countyStatus, isSound, migrateCounties, operatorClientSecret, readCountyFile, takingsOf, verifyCertificate, verifyCounties } from '@fc/countyctl';
import { identity } from '@fc/identity';
import { CountyProgram, Storyteller, tellCounties, type Actor } from '@fc/local';
import { matching } from '@fc/matching';
import type { County } from '@fc/tenancy/registry';
import { World } from '@fc/testing/world';
import { newCounty } from './new-county.ts';

const root = join(import.meta.dirname, '../..');

let world: World;
beforeAll(async () => {
  world = await World.start({ counties: ['king', 'pierce'], subgraphs: [identity, matching] });
}, 120_000);
afterAll(() => world?.stop());

describe('an operator', () => {
  it('verifies that each service answers through the gateway, and sees one that is not there', async () => {
    const platform = { ...world.platform, gatewayUrl: world.gateway.url };
    expect((await verifyCounties(world.platform)).map(({ answers }) => answers)).toEqual([null, null, null, null]);
    expect((await verifyCounties(platform)).map(({ answers }) => answers)).toEqual([true, true, true, true]);
    const port = await world.stopSubgraph('matching');
    expect((await verifyCounties(platform)).filter(({ answers }) => !answers).map(({ service }) => service)).toEqual(['matching', 'matching']);
    await world.startSubgraph(matching, port);
  }, 60_000);

  it('S11 adds a county while the others work, and its people sign in without a restart', async () => {
    const working = world.county('king').supervisor;
    const snohomish = await world.addCounty('snohomish');
    const coordinator = await snohomish.person('COORDINATOR');
    expect(await coordinator.get('{ me { givenName } }')).toEqual({ me: { givenName: 'coordinator' } });
    expect((await working.ask('{ me { id } }')).errors).toEqual([]);
  });

  it('verifies that each service works in its own county and is refused everywhere else, and sees a way in that was opened', async () => {
    const rows = await verifyCounties(world.platform);
    expect(rows.length).toBeGreaterThanOrEqual(4);
    for (const row of rows) expect(row).toMatchObject({ own: true, refusedElsewhere: true, says: true, hears: true });

    const [king, pierce] = [world.county('king').county, world.county('pierce').county];
    await asAdministrator(world.platform, 'postgres', (client) => client.query(`grant connect on database ${pierce.database.name} to ${king.slug}_matching`));
    const after = await verifyCounties(world.platform);
    expect(after.filter((row) => !row.refusedElsewhere).map(({ county, service }) => [county, service])).toEqual([[king.slug, 'matching']]);
    await asAdministrator(world.platform, 'postgres', (client) => client.query(`revoke connect on database ${pierce.database.name} from ${king.slug}_matching`));
  }, 30_000);

  it('is told of a county whose database lets nobody in, beside what holds in the others', async () => {
    const { name } = world.county('pierce').county.database;
    const closed = (how: boolean): Promise<unknown> => asAdministrator(world.platform, 'postgres', (client) => client.query(`alter database ${name} with allow_connections ${!how}`));
    await closed(true);
    try {
      const rows = await verifyCounties(world.platform);
      const [pierce, others] = [rows.filter(({ county }) => county === world.county('pierce').county.slug), rows.filter(({ county }) => county !== world.county('pierce').county.slug)];
      expect(pierce).toHaveLength(2);
      for (const row of pierce) expect(row).toMatchObject({ own: false, unknown: expect.stringContaining('not currently accepting connections') });
      for (const row of others) expect(row).toMatchObject({ own: true, refusedElsewhere: true, says: true, hears: true, unknown: expect.stringContaining(name) });
      expect(rows.some(isSound)).toBe(false);
    } finally {
      await closed(false);
    }
    expect((await verifyCounties(world.platform)).every(isSound)).toBe(true);
  }, 30_000);

  it('migrates again without doing anything, and sees that nothing is behind or stuck', async () => {
    const before = (await countyStatus(world.platform)).length;
    const { migrated, failed } = await migrateCounties(world.platform);
    expect(failed).toEqual([]);
    expect(migrated).toHaveLength(before);
    for (const row of await countyStatus(world.platform)) expect(row).toMatchObject({ status: 'ACTIVE', behind: [], dead: 0 });
  });

  it('is told what is wrong in a county file: a misspelt setting, a zone that does not exist', () => {
    expect(() => readCountyFile('{slug: king, name: King County, kind: COUNTY, fips: "53033", timeZone: America/Los_Angeles, settings: {folowUpEveryDays: 7}}', 'king.yaml')).toThrow(/king\.yaml.*folowUpEveryDays/s);
    expect(() => readCountyFile('{slug: king, name: King County, kind: COUNTY, fips: "53033", timeZone: America/Seattle}', 'king.yaml')).toThrow(/IANA/);
  });
});

describe('the command line', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'fc-countyctl-'));
    await writeFile(join(directory, 'platform.json'), JSON.stringify({ ...world.platform, schemas: undefined })); // an operator's file names no code
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  interface Ended {
    readonly code: number;
    readonly out: string;
    readonly errors: string;
  }

  /** What `npm run countyctl -- <words>` does, in a process of its own. */
  const countyctl = (words: readonly string[], platform = join(directory, 'platform.json')): Promise<Ended> => {
    const sabotage = process.env['FC_SABOTAGE'] ? ['--import', join(root, 'test/sabotage/register.mjs')] : [];
    const program = ['--conditions=@fc/source', '--import', join(root, 'libs/tooling/src/register.mjs'), ...sabotage, join(root, 'deploy/countyctl/src/main.ts')];
    return new Promise((resolve) => {
      const child = execFile(process.execPath, [...program, ...words], { cwd: root, env: { ...process.env, FC_PLATFORM_FILE: platform } }, (_error, out, errors) => resolve({ code: child.exitCode ?? -1, out, errors }));
    });
  };
  const usage = /^countyctl add <county, or its file> \[--dry-run\]\ncountyctl migrate .*\ncountyctl verify\n/;

  it('says what there is to whoever names no command, one that there is not, or too few words, and does nothing', async () => {
    const ended = await Promise.all([[], ['ad'], ['toString'], ['suspend'], ['rebuild', 'king'], ['legal-hold', 'king', 'keep']].map((words) => countyctl(words)));
    for (const each of ended) expect(each).toEqual({ code: 1, out: '', errors: expect.stringMatching(usage) });
    expect(await countyctl(['status', '--force'])).toEqual({ code: 1, out: '', errors: expect.stringContaining("Unknown option '--force'") });
  }, 60_000);

  it('names in plain words what it cannot find: the platform, a county, a county’s file', async () => {
    const ended = await Promise.all([countyctl(['status'], join(directory, 'nowhere.json')), countyctl(['suspend', 'nowhere']), countyctl(['verify-audit', 'nowhere']), countyctl(['add', 'nowhere', '--dry-run'])]);
    for (const each of ended) expect(each).toMatchObject({ code: 1, out: '' });
    expect(ended.map(({ errors }) => errors.trim())).toEqual([
      expect.stringMatching(/^countyctl needs to know the platform: FC_PLATFORM_FILE, .* cannot be used\.$/),
      expect.stringMatching(/^The registry knows no county nowhere\. It knows .*king/),
      'There is no county nowhere in the registry.',
      expect.stringMatching(/no such file .*nowhere\.yaml/),
    ]);
  }, 60_000);

  it('prints in a dry run what it would make, and makes nothing', async () => {
    const county = await newCounty();
    const file = join(directory, 'snohomish.yaml');
    await writeFile(file, JSON.stringify(county));
    const planned = await countyctl(['add', file, '--dry-run']);
    expect(planned).toMatchObject({ code: 0, errors: '' });
    expect(planned.out.split('\n')).toContainEqual(expect.stringMatching(/^is there {4}the state's database/));
    expect(planned.out.split('\n')).toContainEqual(expect.stringMatching(/^would make {2}/));
    const { slug } = county;
    expect((await countyStatus(world.platform)).map((row) => row.county)).not.toContain(slug);
    expect(await asAdministrator(world.platform, 'postgres', async (client) => (await client.query('select 1 from pg_database where datname like $1', [`%${slug}%`])).rows)).toEqual([]);
  }, 60_000);

  it('shows every county with its status, and ends well', async () => {
    const { code, out, errors } = await countyctl(['status']);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    for (const { county } of world.counties()) expect(out).toMatch(new RegExp(`'${county.slug}'.*'ACTIVE'`));
  }, 60_000);
});

describe('the demonstration of counties', () => {
  it('S11 lets one come and go to its certificate, with no error in the others, who work all the while', async () => {
    const platform = { ...world.platform, gatewayUrl: world.gateway.url, offboardingWaitDays: 0 };
    const exports = await mkdtemp(join(tmpdir(), 'fc-demo-'));
    const lines: string[] = [];
    try {
      const newcomer = await newCounty();
      const workers = ['king', 'pierce'].map(async (name) => ({ county: name, coordinator: await world.county(name).person('COORDINATOR'), parent: await world.county(name).person('PARENT') }));
      const { certificate, signed } = await tellCounties(new Storyteller((line) => lines.push(line)), { platform, newcomer, exports, workers: await Promise.all(workers), welcome });
      expect(certificate).toMatchObject({ county: { slug: newcomer.slug }, export: { sha256: expect.any(String) } });
      expect(await verifyCertificate(signed, world.config.registryPublicKey)).toEqual(certificate);
      expect((await takingsOf(platform, newcomer.slug)).map(({ kind, takenBy }) => [kind, takenBy])).toEqual([['EXPORT', 'Olivia Operator and Oscar Operator'], ['EXPORT', 'Olivia Operator']]);
    } finally {
      await rm(exports, { recursive: true, force: true });
    }
    for (const county of ['king', 'pierce']) expect(lines.join('\n')).toMatch(new RegExp(`${county}: [1-9]\\d* queries, [1-9]\\d* mutations, 0 errors`));
  }, 60_000);

  async function welcome(county: County): Promise<{ supervisor: Actor; coordinator: Actor }> {
    const program = new CountyProgram({ gatewayUrl: world.gateway.url, issuer: county.issuer, identityProvider: world.platform.identityProvider, operatorSecret: world.secrets.read(operatorClientSecret(county.slug)) });
    const supervisor = await program.appointSupervisor({ givenName: 'Sam', familyName: 'Newcomer', email: 'supervisor@example.org' });
    return { supervisor, coordinator: await program.invite(supervisor, { givenName: 'Cora', familyName: 'Newcomer', email: 'coordinator@example.org', roles: ['COORDINATOR'], languages: ['en'] }) };
  }
});
