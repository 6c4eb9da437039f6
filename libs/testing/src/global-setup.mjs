import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../../..');

/** Where tear-down, a module of its own, finds the process that set-up started. */
export const infrastructureProcess = Symbol.for('fc.infrastructure-process');

/**
 * Starts PostgreSQL, NATS and the identity provider once for the run and tells the workers where they are in
 * FC_INFRASTRUCTURE (JSON). Starts nothing when that is already set.
 */
export default async function setUpInfrastructure() {
  if (process.env.FC_INFRASTRUCTURE) return;
  const child = spawn(
    process.execPath,
    ['--conditions=@fc/source', '--import', join(root, 'libs/tooling/src/register.mjs'), join(root, 'deploy/local/src/test-infrastructure.ts')],
    // Its own process group: Ctrl-C ends Jest, and that ends the child's standard input, after the tests and not during them.
    { cwd: root, stdio: ['pipe', 'pipe', 'inherit'], detached: true },
  );
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), once(child, 'exit').then(() => [])]);
  if (!line) throw new Error('PostgreSQL, NATS or the identity provider could not be started for the tests; the reason is above.');
  process.env.FC_INFRASTRUCTURE = line;
  globalThis[infrastructureProcess] = child;
}
