// npm run demo -- counties: one more county comes and goes under load, against the platform that runs here or one that is started for it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { carryOutOffboarding, confirmOffboarding, offboardingOf, readCountyFile, readRegistry, requestOffboarding, type Platform } from '@fc/countyctl';
import { tellCounties } from '../story/counties.ts';
import type { Storyteller } from '../story/storyteller.ts';
import { personOf, programOf, type People } from './people.ts';
import { data, root } from './places.ts';

const newcomerFile = join(root, 'deploy/counties/later/thurston.yaml');

/** Tells it to the end and prints the certificate. */
export async function demoCounties(story: Storyteller, { platform, gatewayUrl, people, say }: { readonly platform: Platform; readonly gatewayUrl: string; readonly people: People; readonly say: (line: string) => void }): Promise<void> {
  const newcomer = readCountyFile(await readFile(newcomerFile, 'utf8'), newcomerFile);
  const exports = join(data, 'exports');
  const { counties } = await readRegistry(platform);
  if (counties.some(({ slug, status }) => slug === newcomer.slug && status !== 'OFFBOARDED')) {
    say(`${newcomer.name} is still here from an earlier telling, which was broken off; it leaves first.`);
    await leave(platform, newcomer.slug, exports);
  }
  const working = counties.filter(({ slug, status }) => slug !== newcomer.slug && status === 'ACTIVE');
  const { certificate, signed } = await tellCounties(story, {
    platform,
    newcomer,
    exports,
    workers: working.map(({ slug, name }) => ({ county: name, coordinator: personOf(people, gatewayUrl, slug, 'coordinator'), parent: personOf(people, gatewayUrl, slug, 'parent') })),
    welcome: async (county) => {
      const program = programOf(platform, gatewayUrl, county, people.password);
      const supervisor = await program.appointSupervisor({ givenName: 'Sam', familyName: 'Thurston', email: `supervisor@${county.slug}.example` });
      const coordinator = await program.invite(supervisor, { givenName: 'Cora', familyName: 'Thurston', email: `coordinator@${county.slug}.example`, roles: ['COORDINATOR'], languages: ['en'] });
      return { supervisor, coordinator };
    },
  });
  say(`\nThe certificate, as the state's database keeps it and the registry's key has signed it:\n${JSON.stringify(certificate, null, 2)}\n${signed}`);
}

async function leave(platform: Platform, slug: string, to: string): Promise<void> {
  const open = await offboardingOf(platform, slug);
  if (!open || open.certificate) await requestOffboarding(platform, slug, { by: 'Olivia Operator', reason: 'An earlier demonstration was broken off.' });
  if (!open?.confirmedBy || open.certificate) await confirmOffboarding(platform, slug, { by: 'Oscar Operator' });
  await carryOutOffboarding(platform, slug, { to });
}
