import { DomainError, parseCountySlug, slugReserved } from '@fc/domain-kernel';
import { databaseName, schemaVersion } from '@fc/tenancy';
import type { County } from '@fc/tenancy/registry';
import type { CountyFile } from './county-file.ts';
import { keyCustodian } from './county-keys.ts';
import type { Platform, Progress } from './platform.ts';
import { syncRealm, type RealmOf } from './realm/index.ts';
import { databaseExists, withCountyLock } from './steps/administrator.ts';
import { ensureCountyDatabase, ensureServiceSchema, hasServiceSchema } from './steps/database.ts';
import { changeRegistry, ensureRegistry, readRegistry } from './steps/registry.ts';
import { ensureStream, streamExists } from './steps/stream.ts';

/** One step of adding a county. It may be taken again and again, and changes nothing when it was taken before. */
interface Step {
  readonly name: string;
  /** What it makes, in words. */
  readonly makes: string;
  /** Whether that is there already; looks and touches nothing. */
  readonly there: () => Promise<boolean>;
  /** Answers what it found otherwise than it must be, a line each, where it says so. */
  readonly take: () => Promise<readonly string[] | void>;
}

/** What `addCounty` would do with a step: take it for the first time, or find its work done. */
export interface PlannedStep {
  readonly makes: string;
  readonly there: boolean;
}

/**
 * Adds a county, or finishes one that was begun: run it again after any failure. The running platform serves the county
 * within seconds, and not before everything is there. Throws `SLUG_RESERVED`, `SLUG_TAKEN`, `FIPS_TAKEN`, `DATABASE_UNREACHABLE`, `COUNTY_BUSY`.
 */
export async function addCounty(platform: Platform, file: CountyFile, progress: Progress = () => undefined): Promise<County> {
  requireOwnName(platform, file);
  await ensureRegistry(platform);
  return withCountyLock(platform, file.slug, async () => {
    await refuseAnother(platform, file);
    const { steps, county } = stepsOf(platform, file);
    for (const { name, makes, take } of steps) {
      const began = performance.now();
      for (const found of (await take()) ?? []) progress(`${file.slug}: ${found}; brought into line`);
      progress(`${file.slug}: ${makes}`, { step: name, milliseconds: performance.now() - began });
    }
    return county();
  });
}

/** What `addCounty` would do. It looks and touches nothing. Throws as `addCounty` does. */
export async function planCounty(platform: Platform, file: CountyFile): Promise<PlannedStep[]> {
  requireOwnName(platform, file);
  const begun = await databaseExists(platform, platform.stateDatabase);
  if (begun) await refuseAnother(platform, file);
  const planned: PlannedStep[] = [{ makes: `the state's database ${platform.stateDatabase} with the registry`, there: begun }];
  for (const { makes, there } of stepsOf(platform, file).steps) planned.push({ makes, there: begun && (await there()) });
  return planned;
}

/** Before anything is looked at or touched: a file need not have been read by `readCountyFile`, and the state's database, whose roles are named after it, can be called otherwise. */
function requireOwnName({ stateDatabase }: Platform, { slug }: CountyFile): void {
  if (parseCountySlug(slug) === stateDatabase) throw slugReserved(slug);
}

/** A name that stands for one county must not come to stand for another, nor one county get two databases. */
async function refuseAnother(platform: Platform, file: CountyFile): Promise<void> {
  const known = (await readRegistry(platform)).counties.filter((county) => county.status !== 'OFFBOARDED');
  const called = ({ name, fips }: Pick<County, 'name' | 'fips'>): string => (fips ? `${name} (FIPS ${fips})` : name);
  const same = known.find((county) => county.slug === file.slug);
  if (same && (same.kind !== file.kind || (same.fips ?? same.name) !== (file.fips ?? file.name)))
    throw new DomainError('SLUG_TAKEN', `${file.slug} is ${called(same)} already, and the file says ${called(file)}. Give the new one a slug of its own.`);
  const twin = known.find((county) => county.slug !== file.slug && county.fips !== null && county.fips === file.fips);
  if (twin) throw new DomainError('FIPS_TAKEN', `FIPS ${file.fips} is ${called(twin)} already, by the slug ${twin.slug}. A county has one database.`);
}

function stepsOf(platform: Platform, file: CountyFile): { steps: Step[]; county: () => County } {
  const { signIn, ...facts } = file;
  const { slug, name } = file;
  const { host, port } = platform.postgres;
  const database = databaseName(slug);
  const schemaVersions: Record<string, string> = {};
  let status: County['status'] = 'PROVISIONING';
  const county = (): County => ({ ...facts, status, invitesByMail: signIn?.mail !== undefined, issuer: `${platform.identityProvider.baseUrl}/realms/${slug}`, database: { host, port, name: database }, schemaVersions, schemaFloors: schemaVersions });
  const registered = async (): Promise<County | undefined> => (await readRegistry(platform)).counties.find((known) => known.slug === slug);
  const put = async (change: (known: County | undefined) => County): Promise<void> => {
    await changeRegistry(platform, (counties) => [...counties.filter((other) => other.slug !== slug), change(counties.find((known) => known.slug === slug))]);
  };

  const steps: Step[] = [
    {
      name: 'announce',
      makes: 'in the registry, served to nobody yet',
      there: async () => ![undefined, 'OFFBOARDED'].includes((await registered())?.status),
      take: async () => {
        const known = await registered();
        if (!known || known.status === 'OFFBOARDED') await put(county);
      },
    },
    { name: 'database', makes: `database ${database}`, there: () => databaseExists(platform, database), take: () => ensureCountyDatabase(platform, slug) },
    { name: 'key', makes: 'key of what is protected', there: () => keyCustodian(platform).has(slug), take: () => keyCustodian(platform).create(slug) },
    ...platform.schemas.map((schema) => ({
      name: 'schema',
      makes: `${schema.service} at version ${schemaVersion(schema)}`,
      there: async () => (await databaseExists(platform, database)) && hasServiceSchema(platform, slug, schema),
      take: async () => {
        await ensureServiceSchema(platform, slug, schema);
        schemaVersions[schema.service] = schemaVersion(schema);
      },
    })),
    { name: 'realm', makes: `realm ${slug}`, there: () => realmExists(platform, slug), take: () => bringRealmIntoLine(platform, { kind: 'county', slug, name, ...signIn }) },
    { name: 'stream', makes: 'event stream, with a consumer for each service', there: () => streamExists(platform, slug), take: () => ensureStream(platform, slug) },
    {
      name: 'open',
      makes: 'open in the registry',
      there: async () => ['ACTIVE', 'SUSPENDED'].includes((await registered())?.status ?? ''),
      take: () =>
        put((known) => {
          status = known?.status === 'SUSPENDED' ? 'SUSPENDED' : 'ACTIVE';
          return county();
        }),
    },
  ];
  return { steps, county };
}

/** Answers what was otherwise in a realm that was there already. */
async function bringRealmIntoLine(platform: Platform, realm: RealmOf & { readonly kind: 'county' }): Promise<readonly string[]> {
  const there = await realmExists(platform, realm.slug);
  const { lines } = await syncRealm(platform, realm);
  return there ? lines : [];
}

const realmExists = async ({ identityProvider: { baseUrl } }: Platform, realm: string): Promise<boolean> =>
  (await fetch(`${baseUrl}/realms/${realm}/.well-known/openid-configuration`)).ok;
