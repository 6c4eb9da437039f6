import { once } from 'node:events';
import { startedForTheRun } from './global-setup.mjs';

/** Stops what the set-up started, the platform before what it stands on, and waits until each has cleaned up behind itself. */
export default async function tearDownInfrastructure() {
  for (const child of globalThis[startedForTheRun] ?? []) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.stdin.end();
    await once(child, 'exit');
  }
}
