import { DomainError } from '@fc/domain-kernel';
import { schemaName } from '@fc/tenancy';
import type { County } from '@fc/tenancy/registry';
import { keyCustodian } from './county-keys.ts';
import { findPresentCounty } from './find-county.ts';
import { operatorToken } from './operator-token.ts';
import type { Platform, Progress } from './platform.ts';
import { asAdministrator, withCountyLock } from './steps/administrator.ts';

/**
 * Gives a county a new version of its key, and has every service lock its people's keys with it. Nothing that is sealed
 * changes, and what the older versions locked can still be opened, in backups too, until they are retired. Run again after
 * any failure. Throws `KEYS_NOT_RELOCKED` with the service that did not.
 */
export async function rotateProtectionKey(platform: Platform, slug: string, progress: Progress = () => undefined): Promise<void> {
  await withCountyLock(platform, slug, async () => {
    const county = await findPresentCounty(platform, slug);
    await keyCustodian(platform).rotate(county.slug);
    progress(`${slug}: a new version of the key of what is protected`);
    await relock(platform, county, progress);
  });
}

/**
 * Destroys all versions of the county's key but the newest, so that an older backup opens nothing any more. Refused with
 * `KEYS_NOT_RELOCKED` while any person's key is locked with an older version.
 */
export async function retireProtectionKeys(platform: Platform, slug: string, progress: Progress = () => undefined): Promise<void> {
  await withCountyLock(platform, slug, async () => {
    const county = await findPresentCounty(platform, slug);
    await relock(platform, county, progress);
    await keyCustodian(platform).retire(county.slug);
    progress(`${slug}: older versions of the key of what is protected are destroyed`);
  });
}

/** Every service that seals locks its keys with the newest version, through the gateway; then its table is looked at. */
async function relock(platform: Platform, county: County, progress: Progress): Promise<void> {
  const newest = await keyCustodian(platform).newest(county.slug);
  const token = await operatorToken(platform, county);
  for (const service of await servicesThatSeal(platform, county)) {
    const said = await ask(platform, token, service);
    const older = await lockedOtherwise(platform, county, service, newest);
    if (said || older > 0) throw new DomainError('KEYS_NOT_RELOCKED', `${service} has ${older} keys in ${county.slug} that an older version of the county’s key locked${said && `; it says: ${said}`}. Nothing is lost. Run this again when it answers.`);
    progress(`${county.slug}: ${service} has locked all keys with the newest version`);
  }
}

const servicesThatSeal = (platform: Platform, { database }: County): Promise<string[]> =>
  asAdministrator(platform, database.name, async (client) => {
    const { rows } = await client.query<{ schema: string }>(`select schemaname as schema from pg_tables where tablename = 'person_key'`);
    return platform.schemas.map(({ service }) => service).filter((service) => rows.some(({ schema }) => schema === schemaName(service)));
  });

const lockedOtherwise = (platform: Platform, { database }: County, service: string, newest: string): Promise<number> =>
  asAdministrator(platform, database.name, async (client) => {
    const { rows } = await client.query<{ older: number }>(`select count(*)::int as older from ${schemaName(service)}.person_key where not starts_with(wrapped, $1)`, [newest]);
    return rows[0]?.older ?? 0;
  });

/** What the gateway says against it; nothing when it is done. */
async function ask({ gatewayUrl }: Platform, token: string, service: string): Promise<string> {
  if (!gatewayUrl) return 'the platform’s file names no gateway';
  try {
    const response = await fetch(gatewayUrl, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query: `mutation { ${upkeepOf(service)} }` }),
      signal: AbortSignal.timeout(120_000),
    });
    const { errors = [] } = (await response.json()) as { errors?: readonly { readonly message: string }[] };
    return errors.map(({ message }) => message).join(' ');
  } catch (error) {
    return String(error);
  }
}

/** Each service that seals has a mutation for it by this name. */
const upkeepOf = (service: string): string => (service === 'identity' ? 'keepProtection { erasuresRepeated }' : `keep${service.split('-').map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('')}Protection`);
