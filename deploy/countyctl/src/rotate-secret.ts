import { DomainError } from '@fc/domain-kernel';
import { schemaName, passwordSecret, roleName } from '@fc/tenancy';
import type { County } from '@fc/tenancy/registry';
import type pg from 'pg';
import { findPresentCounty } from './find-county.ts';
import type { Platform, Progress } from './platform.ts';
import { isClient, ownClients, rotateClientSecret } from './realm/rotate-client-secret.ts';
import { schemaOf } from './rebuild.ts';
import { nextSecret } from './secret-files.ts';
import { asAdministrator, withCountyLock } from './steps/administrator.ts';

/** How long a cut connection may take to end, in milliseconds. */
const patienceMs = 5_000;

export interface RotateOptions {
  /** Ends the connections that the old password opened at once, for one that has leaked; else they go within five minutes. */
  readonly cut?: boolean;
  readonly progress?: Progress;
}

/**
 * Gives a service a new password for a county's database, or a client of the county's realm a new secret (`matching`,
 * `identity-service`, `partner-amara`); all services and the platform's own clients when nobody is named. What runs takes it up
 * with its next connection or token. Broken off between its two steps, it leaves the new one beside the old one, and ends
 * with it when it is run again.
 */
export async function rotateSecret(platform: Platform, slug: string, name?: string, { cut = false, progress = () => undefined }: RotateOptions = {}): Promise<void> {
  const clients = name ? [name].filter(isClient) : ownClients;
  const services = name ? [name].filter((each) => !isClient(each)).map((each) => schemaOf(platform, each).service) : platform.schemas.map((schema) => schema.service);
  await withCountyLock(platform, slug, async () => {
    const county = await findPresentCounty(platform, slug);
    for (const service of services) {
      await rotatePassword(platform, county, service, cut);
      progress(`${slug}: a new password for ${schemaName(service)}`);
    }
    for (const client of clients) {
      await rotateClientSecret(platform, county.slug, client);
      progress(`${slug}: a new secret for the client ${client}`);
    }
  });
}

async function rotatePassword(platform: Platform, { slug, database }: County, service: string, cut: boolean): Promise<void> {
  const role = roleName(slug, service);
  const { secret, takeUp } = await nextSecret(platform.secretsDirectory, passwordSecret(slug, service));
  await asAdministrator(platform, database.name, async (client) => {
    await client.query(`alter role ${client.escapeIdentifier(role)} password ${client.escapeLiteral(secret)}`);
    await takeUp();
    if (cut) await endConnections(client, role);
  });
}

/** Answers when none is left that was open with the old password. Throws `CONNECTIONS_REMAIN`. */
async function endConnections(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ ended: boolean }>(`select pg_terminate_backend(pid, ${patienceMs}) as ended from pg_stat_activity where usename = $1`, [role]);
  if (rows.some(({ ended }) => !ended)) throw new DomainError('CONNECTIONS_REMAIN', `The new password holds, but not all connections of ${role} ended within ${patienceMs / 1_000} seconds. Run the command again.`);
}
