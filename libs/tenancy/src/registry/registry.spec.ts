import { createPrivateKey } from 'node:crypto';
import { mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CompactSign } from 'jose';
import { activeCounty, countySchema, generateRegistryKeys, publishSnapshot, Registry, signSnapshot, verifySnapshot, type County, type RegistrySnapshot } from './index.ts';

const keys = generateRegistryKeys();
const otherKeys = generateRegistryKeys();

const county = (slug: string, change: Partial<County> = {}): County => ({
  ...countySchema.parse({
    slug, name: slug, kind: 'COUNTY', fips: '53033', timeZone: 'America/Los_Angeles', status: 'ACTIVE',
    issuer: `https://id.example.org/realms/${slug}`,
    database: { host: 'localhost', port: 5432, name: `county_${slug}` },
    settings: {},
  }),
  ...change,
});

const snapshot = (version: number, counties: County[] = [county('king')]): RegistrySnapshot => ({
  version,
  issuedAt: '2026-11-21T10:00:00Z',
  state: { issuer: 'https://id.example.org/realms/state', database: { host: 'localhost', port: 5432, name: 'state' } },
  counties,
});

let directory: string;
let file: string;
let lastGoodFile: string;
let refusals: string[];
let opened: Registry[];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'registry-'));
  [file, lastGoodFile] = [join(directory, 'registry.jws'), join(directory, 'last-good.jws')];
  [refusals, opened] = [[], []];
});
afterEach(async () => {
  await Promise.all(opened.map((registry) => registry.close()));
  await rm(directory, { recursive: true });
});

const publish = async (next: RegistrySnapshot, key = keys): Promise<void> => publishSnapshot(file, await signSnapshot(next, key.privateKeyPem));
const open = async (): Promise<Registry> => {
  const registry = await Registry.open({ file, lastGoodFile, publicKey: keys.publicKeyPem, pollMs: 10, onRefused: (reason) => refusals.push(reason) });
  opened.push(registry);
  return registry;
};
const until = async (condition: () => boolean): Promise<void> => {
  for (let waited = 0; !condition(); waited += 5) {
    if (waited > 3_000) throw new Error('It did not come true within 3 s.');
    await sleep(5);
  }
};

describe('a signed snapshot', () => {
  it('comes back as it was signed', async () => {
    expect(await verifySnapshot(await signSnapshot(snapshot(3), keys.privateKeyPem), keys.publicKeyPem)).toEqual(snapshot(3));
  });

  it('is refused when another key signed it', async () => {
    const jws = await signSnapshot(snapshot(1), otherKeys.privateKeyPem);
    await expect(verifySnapshot(jws, keys.publicKeyPem)).rejects.toMatchObject({ code: 'INVALID_SNAPSHOT' });
  });

  it('is refused when a letter of it was changed', async () => {
    const [head, body, signature] = (await signSnapshot(snapshot(1), keys.privateKeyPem)).split('.');
    const changed = Buffer.from(Buffer.from(body!, 'base64url').toString().replace('ACTIVE', 'SUSPENDED')).toString('base64url');
    await expect(verifySnapshot(`${head}.${changed}.${signature}`, keys.publicKeyPem)).rejects.toMatchObject({ code: 'INVALID_SNAPSHOT' });
  });

  it('is refused when the same key signed it for another purpose', async () => {
    const jws = await new CompactSign(Buffer.from(JSON.stringify(snapshot(1)))).setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' }).sign(createPrivateKey(keys.privateKeyPem));
    await expect(verifySnapshot(jws, keys.publicKeyPem)).rejects.toMatchObject({ code: 'INVALID_SNAPSHOT' });
  });

  it.each([
    ['a database', county('pierce', { database: county('king').database })],
    ['a realm', county('pierce', { issuer: county('king').issuer })],
    ["the state's realm", county('pierce', { issuer: snapshot(1).state.issuer })],
    ['a name', county('king', { issuer: 'https://id.example.org/realms/b', database: { host: 'b', port: 1, name: 'b' } })],
  ])('is never made for two tenants that share %s', async (_, second) => {
    await expect(signSnapshot(snapshot(1, [county('king'), second]), keys.privateKeyPem)).rejects.toThrow('share');
  });
});

describe('Registry', () => {
  it('knows the counties by name and by issuer, letter by letter', async () => {
    await publish(snapshot(1, [county('king'), county('pierce')]));
    const registry = await open();
    expect(registry.counties().map(({ slug }) => slug)).toEqual(['king', 'pierce']);
    expect(registry.county('king').name).toBe('king');
    expect(registry.countyOfIssuer('https://id.example.org/realms/pierce')?.slug).toBe('pierce');
    expect(registry.countyOfIssuer('https://id.example.org/realms/pierce/')).toBeUndefined();
    expect(registry.countyOfIssuer('https://id.example.org/realms/state')).toBeUndefined();
    expect(registry.state.database.name).toBe('state');
    expect(() => registry.county('__proto__')).toThrow(expect.objectContaining({ code: 'UNKNOWN_COUNTY' }));
  });

  it('lets nobody change what it knows', async () => {
    await publish(snapshot(1));
    const registry = await open();
    expect(() => { registry.county('king').settings.followUpEveryDays = 3; }).toThrow(TypeError);
  });

  it('takes up a newer snapshot while it runs, and tells what changed', async () => {
    await publish(snapshot(1));
    const registry = await open();
    const told: [number, number][] = [];
    const stop = registry.onChange((now, before) => told.push([now.version, before.version]));
    await publish(snapshot(2, [county('king', { status: 'SUSPENDED' }), county('pierce')]));
    await until(() => registry.version === 2);
    expect(registry.county('king').status).toBe('SUSPENDED');
    expect(told).toEqual([[2, 1]]);
    stop();
    await publish(snapshot(3));
    await until(() => registry.version === 3);
    expect(told).toHaveLength(1);
    expect(() => registry.county('pierce')).toThrow();
    expect(refusals).toEqual([]);
  });

  it('tells every listener, although one of them fails', async () => {
    await publish(snapshot(1));
    const registry = await open();
    const told: number[] = [];
    registry.onChange(() => { throw new Error('no room'); });
    registry.onChange(({ version }) => told.push(version));
    await publish(snapshot(2));
    await until(() => told.length === 1);
    expect(refusals).toEqual([expect.stringContaining('no room')]);
  });

  it.each([
    ['an older version', () => publish(snapshot(4)), 'older'],
    ['the same version with other content', () => publish(snapshot(5, [])), 'twice'],
    ["another key's signature", () => publish(snapshot(6), otherKeys), 'another key'],
    ['half a file', async () => {
      await writeFile(`${file}.half`, (await readFile(file, 'utf8')).slice(0, 400));
      await rename(`${file}.half`, file); // at once: a file that is seen empty first is refused twice
    }, 'damaged'],
    ['an empty file', () => writeFile(file, ''), 'damaged'],
    ['no file any more', () => rm(file), 'ENOENT'],
  ])('refuses %s, says so once, and goes on', async (_, damage, reason) => {
    await publish(snapshot(5));
    const registry = await open();
    await damage();
    await until(() => refusals.length > 0);
    await sleep(50);
    expect(refusals).toEqual([expect.stringContaining(reason)]);
    expect(registry.version).toBe(5);
    await publish(snapshot(7));
    await until(() => registry.version === 7);
  });

  it('starts from the last good snapshot when the published one is older, damaged or gone', async () => {
    await publish(snapshot(5));
    await (await open()).close();
    for (const damage of [() => publish(snapshot(4)), () => publish(snapshot(9), otherKeys), () => rm(file)]) {
      await damage();
      const registry = await open();
      expect(registry.version).toBe(5);
      await registry.close();
    }
    expect(refusals).toHaveLength(3);
  });

  it('takes what was published while it was down', async () => {
    await publish(snapshot(5));
    await (await open()).close();
    await publish(snapshot(6));
    await (await open()).close();
    await publish(snapshot(5));
    expect((await open()).version).toBe(6);
  });

  it('reports a damaged last good snapshot and goes on with the published one', async () => {
    await writeFile(lastGoodFile, 'not a snapshot');
    await publish(snapshot(2));
    expect((await open()).version).toBe(2);
    expect(refusals).toEqual([expect.stringContaining('last good')]);
  });

  it('uses a snapshot that it cannot keep on disk, and says so', async () => {
    lastGoodFile = join(directory, 'missing', 'last-good.jws');
    await publish(snapshot(2));
    expect((await open()).version).toBe(2);
    expect(refusals).toEqual([expect.stringContaining('could not be kept')]);
  });

  it('does not open without any usable snapshot', async () => {
    await expect(open()).rejects.toMatchObject({ code: 'NO_REGISTRY' });
  });

  it('leaves no drafts behind', async () => {
    await publish(snapshot(1));
    await open();
    await expect(publishSnapshot(directory, 'a directory is in the way')).rejects.toThrow();
    expect((await readdir(directory)).sort()).toEqual(['last-good.jws', 'registry.jws']);
  });
});

describe('activeCounty', () => {
  it('gives back a county whose program is open', () => {
    expect(activeCounty(county('king')).slug).toBe('king');
  });

  it.each([['SUSPENDED', 'COUNTY_SUSPENDED'], ['PROVISIONING', 'COUNTY_NOT_READY'], ['OFFBOARDED', 'UNKNOWN_COUNTY']] as const)('refuses a county that is %s', (status, code) => {
    expect(() => activeCounty(county('king', { status }))).toThrow(expect.objectContaining({ code }));
  });
});
