import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { RunningSubgraph } from '@fc/subgraph';
import { eventually } from '../eventually.ts';

const root = join(import.meta.dirname, '../../../..');

/** A service in a process of its own, started by its `main.ts`. */
export class ServiceProcess implements RunningSubgraph {
  readonly service: string;
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(service: string, url: string, child: ChildProcess) {
    this.service = service;
    this.url = url;
    this.#child = child;
  }

  /** Answers when the service takes requests. */
  static async start({ service, port, environment }: { service: string; port: number; environment: Record<string, string> }): Promise<ServiceProcess> {
    const program = ['--conditions=@fc/source', '--import', join(root, 'libs/tooling/src/register.mjs'), join(root, 'services', service, 'src/main.ts')];
    const child = spawn(process.execPath, program, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment, FC_PORT: String(port) } });
    const origin = `http://127.0.0.1:${port}`;
    await eventually(async () => {
      if (child.exitCode !== null) throw new Error(`${service} ended with ${child.exitCode} before it was ready.`);
      await fetch(`${origin}/health/live`);
    }, { within: 30_000 });
    return new ServiceProcess(service, `${origin}/graphql`, child);
  }

  /** Ends it in the middle of whatever it does. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  close(): Promise<void> {
    return this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill(signal);
    await ended;
  }
}
