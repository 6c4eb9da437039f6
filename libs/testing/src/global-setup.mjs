import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../../..');

/** Where tear-down, a module of its own, finds what set-up started, in the order in which it goes. */
export const startedForTheRun = Symbol.for('fc.started-for-the-run');

/**
 * Starts PostgreSQL, NATS and the identity provider once for the run, unless FC_INFRASTRUCTURE says already where they are
 * (JSON), and opens the door, FC_SHARED_PLATFORM, at which workers ask for the platform that they share: it is started for
 * the first who asks.
 */
export default async function setUpInfrastructure() {
  const children = [];
  globalThis[startedForTheRun] = children;
  if (!process.env.FC_INFRASTRUCTURE) {
    const { child, line } = start('deploy/local/src/test-infrastructure.ts');
    children.push(child);
    process.env.FC_INFRASTRUCTURE = await line;
    if (!process.env.FC_INFRASTRUCTURE) throw new Error('PostgreSQL, NATS or the identity provider could not be started for the tests; the reason is above.');
  }
  let shared;
  const door = createServer((_request, response) => {
    if (!shared) {
      const { child, line } = start('test/shared-platform.ts');
      children.unshift(child);
      shared = line;
    }
    void shared.then((line) => (line ? response.end(line) : response.writeHead(503).end('The platform that tests share could not be started; the reason is above.')));
  });
  door.listen(0, '127.0.0.1').unref();
  await once(door, 'listening');
  process.env.FC_SHARED_PLATFORM = `http://127.0.0.1:${door.address().port}`;
}

/** A program that prints one line when it is ready, and lives until its standard input ends; no line when it ends before. */
function start(program) {
  const planted = join(root, 'test/sabotage/register.mjs');
  const sabotage = process.env.FC_SABOTAGE && existsSync(planted) ? ['--import', planted] : [];
  const child = spawn(process.execPath, ['--conditions=@fc/source', '--import', join(root, 'libs/tooling/src/register.mjs'), ...sabotage, join(root, program)], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
    // Its own process group: Ctrl-C ends Jest, and that ends the child's standard input, after the tests and not during them.
    detached: true,
  });
  const line = Promise.race([once(createInterface(child.stdout), 'line').then(([text]) => text), once(child, 'exit').then(() => undefined)]);
  return { child, line };
}
