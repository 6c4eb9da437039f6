import type { CountyFile } from './county-file.ts';
import type { Platform } from './platform.ts';
import { realmDrift, syncRealm, type RealmOf } from './realm/index.ts';
import { readRegistry } from './steps/registry.ts';

/**
 * What is not as it must be in the realms of all counties and of the state, a line each; with `fix` it is brought into line.
 * `files` say how each county's people sign in; a county without a file brokers no provider.
 */
export async function checkRealms(platform: Platform, files: readonly CountyFile[], { fix }: { fix: boolean }): Promise<string[]> {
  const { counties } = await readRegistry(platform);
  const here = counties.filter(({ status }) => status !== 'OFFBOARDED');
  const realms: RealmOf[] = [{ kind: 'state' }, ...here.map(({ slug, name }) => ({ kind: 'county', slug, name, ...files.find((file) => file.slug === slug)?.signIn }) as const)];
  const lines: string[] = [];
  for (const realm of realms) lines.push(...(await (fix ? syncRealm : realmDrift)(platform, realm)).lines);
  return lines;
}
