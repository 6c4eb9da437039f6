import { schemaName, passwordSecret, roleName } from '@fc/tenancy';
import { findPresentCounty } from './find-county.ts';
import type { Platform, Progress } from './platform.ts';
import { schemaOf } from './rebuild.ts';
import { nextSecret } from './secret-files.ts';
import { asAdministrator, withCountyLock } from './steps/administrator.ts';

export interface RotateOptions {
  /** Ends the connections that the old password opened at once, for one that has leaked; else they go within five minutes. */
  readonly cut?: boolean;
  readonly progress?: Progress;
}

/**
 * Gives a service, or all of them, a new password for a county's database. What runs takes it up with its next connection.
 * Broken off between its two steps, it leaves the new password beside the old one, and ends with it when it is run again.
 */
export async function rotateSecret(platform: Platform, slug: string, service?: string, { cut = false, progress = () => undefined }: RotateOptions = {}): Promise<void> {
  const services = service ? [schemaOf(platform, service).service] : platform.schemas.map((schema) => schema.service);
  await withCountyLock(platform, slug, async () => {
    const county = await findPresentCounty(platform, slug);
    for (const name of services) {
      const role = roleName(county.slug, name);
      const { secret, takeUp } = await nextSecret(platform.secretsDirectory, passwordSecret(county.slug, name));
      await asAdministrator(platform, county.database.name, async (client) => {
        await client.query(`alter role ${client.escapeIdentifier(role)} password ${client.escapeLiteral(secret)}`);
        await takeUp();
        if (cut) await client.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [role]);
      });
      progress(`${slug}: a new password for ${schemaName(name)}`);
    }
  });
}
