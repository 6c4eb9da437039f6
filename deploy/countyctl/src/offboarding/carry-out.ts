import { createPublicKey } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '@fc/domain-kernel';
import { heldRecords } from '@fc/identity/schema';
import { schemaName } from '@fc/tenancy';
import type { County } from '@fc/tenancy/registry';
import { inTheBook } from '../book/book.ts';
import { setStatus } from '../change-status.ts';
import { disclosuresOf } from '../disclosure/disclosures.ts';
import { exportCounty } from '../export/export-county.ts';
import type { TakenOut } from '../export/take-out.ts';
import { readManifest, verifyExport } from '../export/verify-export.ts';
import { findCounty } from '../find-county.ts';
import type { Platform, Progress } from '../platform.ts';
import { asAdministrator, withCountyLock } from '../steps/administrator.ts';
import { changeRegistry } from '../steps/registry.ts';
import { removeRealm } from '../steps/realm-removal.ts';
import { signCertificate, verifyCertificate, type OffboardingCertificate } from './certificate.ts';
import { deleteStream, destroyKeys, dropDatabase, removeFromState, removeSecrets, shutServicesOut } from './destroy.ts';
import { lastOffboarding, legalHolds, type Offboarding } from './offboardings.ts';

export interface Offboarded {
  readonly certificate: OffboardingCertificate;
  /** The same, signed with the registry's key: see `verifyCertificate`. */
  readonly signed: string;
}

/** How long everything that runs may take to hear that a county is suspended, in milliseconds. */
const takenUpWithin = 5_000;

/** What is left of a county until the end, in the order in which it goes. Each step may be run again. */
const losses: readonly { readonly what: string; readonly take: (platform: Platform, county: County) => Promise<unknown> }[] = [
  { what: 'event stream and consumers', take: deleteStream },
  { what: 'realm with all accounts', take: removeRealm },
  { what: 'keys of what is protected', take: destroyKeys },
  { what: 'database with every service’s record', take: dropDatabase },
  { what: 'anchors of its trails, certificates of erasure and its allies on the statewide roster', take: removeFromState },
  { what: 'passwords and client secrets', take: removeSecrets },
];

/**
 * Takes a county off the platform for good, after two operators have decided it and the waiting time is over: closes it,
 * exports it below `to`, checks the export against the database, and only then destroys. Run it again after any failure: it
 * goes on where it stopped, and once it has ended it answers the same certificate. Throws `NO_OFFBOARDING`, `NOT_CONFIRMED`,
 * `WAITING_TIME`, `LEGAL_HOLD`, `DISCLOSURE_OPEN`, `EXPORT_FAILED`, `EXPORT_DAMAGED`, `EXPORT_INCOMPLETE`, `COUNTY_BUSY`.
 */
export const carryOutOffboarding = (platform: Platform, slug: string, { to, progress = () => undefined }: { readonly to: string; readonly progress?: Progress }): Promise<Offboarded> =>
  withCountyLock(platform, slug, async () => {
    const offboarding = await lastOffboarding(platform, slug);
    if (offboarding?.certificate) return opened(platform, offboarding.certificate);
    const decided = await requireDecided(platform, slug, offboarding);
    const county = await findCounty(platform, slug);
    const taken = county.status === 'OFFBOARDED' ? decided.export : await takeAlong(platform, county, decided, to, progress);
    if (!taken) throw new DomainError('EXPORT_INCOMPLETE', `${county.name} has left the registry without an export that is known of. Nothing more is destroyed; look into it.`);

    await changeRegistry(platform, (counties) => counties.map((known) => (known.slug === slug ? { ...known, status: 'OFFBOARDED' as const } : known)));
    progress(`${slug}: OFFBOARDED in the registry; from here on there is no way back`);
    for (const { what, take } of losses) {
      await take(platform, county);
      progress(`${slug}: destroyed: ${what}`);
    }
    const signed = await signCertificate(certificateOf(county, decided, taken), platform.registryPrivateKey);
    await inTheBook(platform, (client) => client.query('update registry.offboarding set certificate = $2, ended_at = now() where id = $1', [decided.id, signed]));
    progress(`${slug}: the certificate is signed and kept`);
    return opened(platform, signed);
  });

type Decided = Offboarding & { readonly confirmedBy: string; readonly confirmedAt: Date };

async function requireDecided(platform: Platform, slug: string, offboarding: Offboarding | undefined): Promise<Decided> {
  if (!offboarding) throw new DomainError('NO_OFFBOARDING', `Nobody has asked to offboard ${slug}.`);
  const { confirmedBy, confirmedAt, notBefore, due } = offboarding;
  if (!confirmedBy || !confirmedAt || !notBefore) throw new DomainError('NOT_CONFIRMED', `${offboarding.requestedBy} has asked to offboard ${slug}; another operator has to confirm it.`);
  if (!due) throw new DomainError('WAITING_TIME', `Nothing of ${slug} is destroyed before ${notBefore.toISOString()}. Until then it can be withdrawn.`);
  return { ...offboarding, confirmedBy, confirmedAt };
}

/** Closes the county and exports what it holds then, anew each time: an earlier run may have been long ago. */
async function takeAlong(platform: Platform, county: County, { id, reason, requestedBy, confirmedBy }: Decided, to: string, progress: Progress): Promise<TakenOut> {
  const { slug } = county;
  await requireNothingHeld(platform, county);
  if (county.status === 'ACTIVE') {
    await setStatus(platform, county.slug, 'SUSPENDED');
    await sleep(takenUpWithin);
  }
  progress(`${slug}: suspended`);
  await shutServicesOut(platform, county);
  progress(`${slug}: no service comes into its database any more`);
  const taken = await exportCounty(platform, slug, { to, by: `${requestedBy} and ${confirmedBy}`, reason, progress });
  await verifyExport(taken.directory);
  await requireWhole(platform, county, taken);
  await requireNothingHeld(platform, county); // one may have been placed meanwhile
  await inTheBook(platform, (client) => client.query('update registry.offboarding set export = $2 where id = $1', [id, JSON.stringify(taken)]));
  progress(`${slug}: exported and checked, ${taken.rows} rows in ${taken.directory}`);
  return taken;
}

/** A record that a hold keeps, or that a court is waiting for, is not destroyed. */
async function requireNothingHeld(platform: Platform, { slug, database }: County): Promise<void> {
  const open = (await disclosuresOf(platform, slug)).find(({ endedAt }) => !endedAt);
  if (open) throw new DomainError('DISCLOSURE_OPEN', `${open.requestedBy} has asked that records of ${slug} go to a court, by the order ${open.order}. Carry it out or withdraw it first.`);
  const [hold] = await legalHolds(platform, slug);
  if (hold) throw new DomainError('LEGAL_HOLD', `A legal hold stands on ${slug} since ${hold.placedAt.toISOString()}, placed by ${hold.placedBy}. Nothing of it may be destroyed.`);
  const held = await asAdministrator(platform, database.name, async (client) => {
    const { rows } = await client.query<{ there: boolean }>(`select to_regclass('identity.legal_hold') is not null as there`);
    return rows[0]?.there ? (await heldRecords(async (sql) => (await client.query(sql)).rows as object[])).length : 0;
  });
  if (held) throw new DomainError('LEGAL_HOLD', `Legal holds stand on records of ${slug}. Its program supervisor knows which; nothing may be destroyed while they do.`);
}

/** Holds the export against the database, which nobody writes to any more: the same tables, with as many rows. */
async function requireWhole(platform: Platform, { name, database }: County, { directory }: TakenOut): Promise<void> {
  const { files } = await readManifest(directory);
  const exported = new Map(files.filter((file) => file.rows !== undefined).map(({ path, rows }) => [path, rows]));
  const wrong = await asAdministrator(platform, database.name, async (client) => {
    const { rows: tables } = await client.query<{ schema: string; table: string }>(
      `select namespace.nspname as schema, class.relname as table from pg_class class join pg_namespace namespace on namespace.oid = class.relnamespace
        where class.relkind in ('r', 'p') and not class.relispartition and namespace.nspname not like 'pg\\_%' and namespace.nspname <> 'information_schema'`,
    );
    const differing: string[] = [];
    for (const { schema, table } of tables) {
      const service = platform.schemas.find((each) => schemaName(each.service) === schema)?.service ?? schema;
      const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${client.escapeIdentifier(schema)}.${client.escapeIdentifier(table)}`);
      if (exported.get(`${service}/${table}.jsonl`) !== rows[0]?.count) differing.push(`${schema}.${table}`);
    }
    return differing;
  });
  if (wrong.length > 0) throw new DomainError('EXPORT_INCOMPLETE', `The export of ${name} is not what its database holds: ${wrong.join(', ')}. Nothing was destroyed.`);
}

const certificateOf = ({ slug, name, kind, fips }: County, decided: Decided, { sha256, rows, files }: TakenOut): OffboardingCertificate => ({
  county: { slug, name, kind, fips },
  reason: decided.reason,
  requested: { by: decided.requestedBy, at: decided.requestedAt.toISOString() },
  confirmed: { by: decided.confirmedBy, at: decided.confirmedAt.toISOString() },
  export: { sha256, rows, files },
  destroyed: losses.map(({ what }) => what),
  carriedOutAt: new Date().toISOString(),
});

const opened = async ({ registryPrivateKey }: Platform, signed: string): Promise<Offboarded> => ({
  signed,
  certificate: await verifyCertificate(signed, createPublicKey(registryPrivateKey).export({ type: 'spki', format: 'pem' }) as string),
});
