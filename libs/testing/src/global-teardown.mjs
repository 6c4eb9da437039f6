import { once } from 'node:events';
import { infrastructureProcess } from './global-setup.mjs';

/** Stops what the set-up started, and waits until it has cleaned up behind itself. */
export default async function tearDownInfrastructure() {
  const child = globalThis[infrastructureProcess];
  if (!child || child.exitCode !== null) return;
  child.stdin.end();
  await once(child, 'exit');
}
