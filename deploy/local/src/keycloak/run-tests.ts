// npm run test:keycloak: the identity provider's suite and the journeys with Keycloak itself in the place of the development
// provider. `npm run test:keycloak -- <path>` runs other tests so. Where Keycloak cannot be had it says `not run` and why;
// `--no-download` never asks Maven, and makes `not run` the exit code 77, for whoever counts.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { DomainError } from '@fc/domain-kernel';
import { findKeycloak } from './distribution.ts';

const root = join(import.meta.dirname, '../../../..');
const download = !process.argv.includes('--no-download');
const asked = process.argv.slice(2).filter((word) => word !== '--no-download');
const paths = asked.some((word) => !word.startsWith('--')) ? [] : ['test/keycloak', 'test/journeys'];

async function main(): Promise<number> {
  const { version } = await findKeycloak({ download });
  console.log(`with Keycloak ${version}`);
  // One file at a time: Keycloak, PostgreSQL and the services share two cores.
  const jest = ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning', join(root, 'node_modules/jest/bin/jest.js'), '--maxWorkers=1', ...paths, ...asked];
  const { status } = spawnSync(process.execPath, jest, { cwd: root, stdio: 'inherit', env: { ...process.env, FC_IDENTITY_PROVIDER: 'keycloak' } });
  return status ?? 1;
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    const absent = error instanceof DomainError && error.code === 'KEYCLOAK_NOT_INSTALLED';
    console.log(absent ? `not run: ${error.message}` : error);
    process.exitCode = absent ? (download ? 0 : 77) : 1;
  },
);
