import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addCounty,
  asAdministrator,
  carryOutOffboarding,
  confirmOffboarding,
  countyStatus,
  liftLegalHolds,
  offboardingOf,
  placeLegalHold,
  readRegistry,
  requestDisclosure,
  requestOffboarding,
  resumeCounty,
  suspendCounty,
  verifyCertificate,
  verifyExport,
  withdrawDisclosures,
  withdrawOffboarding,
  type Platform,
} from '@fc/countyctl';
import { identity } from '@fc/identity';
import { generateRegistryKeys, type County } from '@fc/tenancy/registry';
import { streamName } from '@fc/messaging';
import { eventually, type TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';
import { jetstreamManager } from '@nats-io/jetstream';
import { newCounty } from './new-county.ts';

let world: World;
let king: TestCounty;
let platform: Platform;
let to: string;
beforeAll(async () => {
  to = await mkdtemp(join(tmpdir(), 'fc-offboarding-'));
  world = await World.start({ counties: ['king', 'pierce'], subgraphs: [identity], ownNats: true });
  king = world.county('king');
  platform = { ...world.platform, offboardingWaitDays: 0 };
}, 120_000);
afterAll(async () => {
  await world?.stop();
  await rm(to, { recursive: true, force: true });
});

const [olivia, oscar] = [{ by: 'Olivia Operator' }, { by: 'Oscar Operator' }];
const reason = 'The county takes its program home.';

/** A county that two operators have decided to offboard, closed already so that no test waits for processes to hear of it. */
async function decided(): Promise<County> {
  const county = await addCounty(platform, await newCounty());
  await suspendCounty(platform, county.slug);
  await requestOffboarding(platform, county.slug, { ...olivia, reason });
  await confirmOffboarding(platform, county.slug, oscar);
  return county;
}

/** What is left of a county on any server. */
async function leftOf({ slug }: County): Promise<string[]> {
  const left: string[] = [];
  const databases = await asAdministrator(platform, 'postgres', async (client) => (await client.query(`select datname as name from pg_database where datname = $1 union all select rolname from pg_roles where rolname like $2`, [`county_${slug}`, `${slug.replaceAll('_', '\\_')}\\_%`])).rows as { name: string }[]);
  left.push(...databases.map(({ name }) => name));
  if (await (await jetstreamManager(await king.nats())).streams.info(streamName(slug)).catch(() => undefined)) left.push('stream');
  if ((await fetch(`${platform.identityProvider.baseUrl}/realms/${slug}/.well-known/openid-configuration`)).ok) left.push('realm');
  for (const kept of ['counties', 'realms']) if (existsSync(join(platform.secretsDirectory, kept, slug))) left.push(kept);
  return left;
}

const statusOf = async (slug: string): Promise<string | undefined> => (await countyStatus(platform)).find((row) => row.county === slug)?.status;

describe('offboarding a county', () => {
  it('S11 can be broken off after any step, and is carried out to its end by running it again', async () => {
    let steps = 1;
    for (; ; steps += 1) {
      const county = await decided();
      expect(await leftOf(county)).toEqual([`county_${county.slug}`, `${county.slug}_identity`, 'stream', 'realm', 'counties', 'realms']);
      let taken = 0;
      const first = await carryOutOffboarding(platform, county.slug, { to, progress: () => {
        if (++taken === steps) throw new Error('killed');
      } }).catch((error: Error) => error);
      if (!(first instanceof Error)) break;
      expect(first.message).toContain('killed');
      const { certificate, signed } = await carryOutOffboarding(platform, county.slug, { to });
      expect(certificate).toMatchObject({ county: { slug: county.slug }, reason, requested: olivia, confirmed: oscar, destroyed: { length: 6 } });
      expect(await leftOf(county)).toEqual([]);
      expect(await statusOf(county.slug)).toBe('OFFBOARDED');
      expect((await carryOutOffboarding(platform, county.slug, { to })).signed).toBe(signed);
    }
    expect(steps).toBeGreaterThan(8);
  }, 240_000);

  it('hands out a certificate that names the people and the export, and that only the registry’s key can sign', async () => {
    const county = await decided();
    const { certificate, signed } = await carryOutOffboarding(platform, county.slug, { to });
    expect(await verifyCertificate(signed, world.config.registryPublicKey)).toEqual(certificate);
    await expect(verifyCertificate(signed, generateRegistryKeys().publicKeyPem)).rejects.toMatchObject({ code: 'INVALID_CERTIFICATE' });
    await expect(verifyCertificate(`${signed.slice(0, -4)}AAAA`, world.config.registryPublicKey)).rejects.toMatchObject({ code: 'INVALID_CERTIFICATE' });
    const offboarding = await offboardingOf(platform, county.slug);
    const kept = await verifyExport(offboarding?.export?.directory ?? '');
    expect(certificate.export).toEqual({ sha256: kept.sha256, rows: kept.rows, files: kept.files });
    expect(offboarding?.certificate).toBe(signed);
  }, 60_000);

  it('closes a running county to its people for good, while another works on, and lets it begin anew later, empty', async () => {
    const pierce = world.county('pierce');
    const { slug } = pierce.county;
    const [before] = (await readRegistry(platform)).counties.filter((county) => county.slug === slug);
    await requestOffboarding(platform, slug, { ...olivia, reason });
    await confirmOffboarding(platform, slug, oscar);
    const asked = { of: { kind: 'PERSON', id: pierce.supervisor.personId }, order: '26-4-00017-1' } as const;
    await requestDisclosure(platform, slug, asked, olivia);
    await expect(carryOutOffboarding(platform, slug, { to })).rejects.toMatchObject({ code: 'DISCLOSURE_OPEN' }); // a court waits for it
    expect([await withdrawDisclosures(platform, slug, asked.order, oscar), await statusOf(slug)]).toEqual([1, 'ACTIVE']);
    let stopped = false;
    const refused: unknown[] = [];
    const working = (async () => {
      while (!stopped) refused.push(...(await king.supervisor.ask('{ me { id } }')).errors);
    })();
    await carryOutOffboarding(platform, slug, { to });
    await eventually(async () => expect((await pierce.supervisor.ask('{ me { id } }')).errors).toMatchObject([{ extensions: { code: expect.stringMatching(/^UNKNOWN_/) } }]));
    stopped = true;
    await working;
    expect(refused).toEqual([]);
    await expect(requestDisclosure(platform, slug, asked, olivia)).rejects.toMatchObject({ code: 'COUNTY_NOT_THERE' });
    const kept = await readFile(join((await offboardingOf(platform, slug))?.export?.directory ?? '', 'state/audit_anchor.jsonl'), 'utf8');
    expect(JSON.parse(kept.split('\n')[0] ?? '')).toMatchObject({ county: slug, service: 'identity' });
    expect(await world.stateRows('select 1 from identity.audit_anchor where county = $1', [slug])).toEqual([]);

    const { status: _status, issuer: _issuer, database: _database, schemaVersions: _versions, schemaFloors: _floors, ...file } = before!;
    await addCounty(platform, file);
    expect(await pierce.rows('select 1 from identity.person')).toEqual([]);
  }, 60_000);
});

describe('what stands in the way of an offboarding', () => {
  let county: County;
  beforeAll(async () => {
    county = await addCounty(platform, await newCounty());
  }, 30_000);
  const carryOut = (): Promise<unknown> => carryOutOffboarding(platform, county.slug, { to });

  it('is that nobody has asked for it, or nobody has confirmed it, or the same person would', async () => {
    await expect(carryOut()).rejects.toMatchObject({ code: 'NO_OFFBOARDING' });
    await requestOffboarding(platform, county.slug, { ...olivia, reason });
    await expect(requestOffboarding(platform, county.slug, { ...oscar, reason })).rejects.toMatchObject({ code: 'OFFBOARDING_OPEN' });
    await expect(carryOut()).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    await expect(confirmOffboarding(platform, county.slug, { by: ' olivia OPERATOR ' })).rejects.toMatchObject({ code: 'SAME_OPERATOR' });
    await expect(confirmOffboarding(platform, county.slug, { by: ' ' })).rejects.toMatchObject({ code: 'NAME_NEEDED' });
    expect(await statusOf(county.slug)).toBe('ACTIVE');
  });

  it('is the waiting time of seven days, in which it can be withdrawn', async () => {
    const { offboardingWaitDays: _none, ...production } = platform;
    await confirmOffboarding(production, county.slug, oscar);
    await expect(confirmOffboarding(production, county.slug, { by: 'Third Operator' })).rejects.toMatchObject({ code: 'ALREADY_CONFIRMED' });
    const { notBefore, confirmedAt } = (await offboardingOf(platform, county.slug))!;
    expect((notBefore!.getTime() - confirmedAt!.getTime()) / 86_400_000).toBeCloseTo(7, 0);
    await expect(carryOut()).rejects.toMatchObject({ code: 'WAITING_TIME', message: expect.stringContaining(notBefore!.toISOString()) });
    await withdrawOffboarding(platform, county.slug, { by: 'Anybody' });
    await expect(carryOut()).rejects.toMatchObject({ code: 'NO_OFFBOARDING' });
  });

  it('is a legal hold, until it is lifted', async () => {
    await requestOffboarding(platform, county.slug, { ...olivia, reason });
    await confirmOffboarding(platform, county.slug, oscar);
    await placeLegalHold(platform, county.slug, { by: 'County Counsel', reason: 'A subpoena.' });
    await expect(carryOut()).rejects.toMatchObject({ code: 'LEGAL_HOLD', message: expect.stringContaining('County Counsel') });
    expect(await statusOf(county.slug)).toBe('ACTIVE');
    expect(await liftLegalHolds(platform, county.slug, { by: 'County Counsel' })).toBe(1);
  });

  it('is an export that cannot be written, and then nothing is lost: withdrawn, the county goes on', async () => {
    await expect(carryOutOffboarding(platform, county.slug, { to: '/dev/null/nowhere' })).rejects.toMatchObject({ code: 'EXPORT_FAILED' });
    expect(await statusOf(county.slug)).toBe('SUSPENDED');
    await withdrawOffboarding(platform, county.slug, olivia);
    await resumeCounty(platform, county.slug);
    expect(await leftOf(county)).toHaveLength(6);
    expect(await asAdministrator(platform, 'postgres', async (client) => (await client.query('select rolcanlogin from pg_roles where rolname = $1', [`${county.slug}_identity`])).rows as object[])).toEqual([{ rolcanlogin: true }]);
  }, 30_000);

  it('is that the export would not hold everything: a table that no service knows of', async () => {
    const other = await decided();
    await asAdministrator(platform, other.database.name, (client) => client.query('create table public.made_by_hand as select 1 as found'));
    await expect(carryOutOffboarding(platform, other.slug, { to })).rejects.toMatchObject({ code: 'EXPORT_INCOMPLETE', message: expect.stringContaining('public.made_by_hand') });
    await asAdministrator(platform, other.database.name, (client) => client.query('drop table public.made_by_hand'));
    await carryOutOffboarding(platform, other.slug, { to });
    expect(await leftOf(other)).toEqual([]);
  }, 30_000);
});
