import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DomainError } from '@fc/domain-kernel';
import type { NatsPermissions } from './nats-permissions.ts';
import { findNatsServer } from './nats-server.ts';
import { ServerEndedEarly, startServerProcess } from './server-process.ts';

/** Who may connect, by public nkey (`U...`), and on which subjects. */
export interface NatsUser extends NatsPermissions {
  readonly name: string;
  readonly nkey: string;
}

export interface NatsOptions {
  /** Where streams stay from one start to the next. Without it: a temporary directory, removed by `stop`. */
  readonly storeDir?: string | undefined;
  /** Without it: any free port. */
  readonly port?: number | undefined;
  readonly users: readonly NatsUser[];
}

/** A running nats-server with JetStream on 127.0.0.1; nobody connects without one of the users' keys. */
export interface LocalNats {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
  /** Freezes the server: connections stay open and nothing answers from the moment it resolves. Linux alone. Throws when it has not frozen within five seconds. */
  pause(): Promise<void>;
  /** Ends a `pause`. */
  resume(): void;
}

/** Throws a DomainError: `PORT_TAKEN`, `NATS_NOT_INSTALLED`. The log is `nats-server.log` in the store directory. */
export async function startNats({ storeDir, port, users }: NatsOptions): Promise<LocalNats> {
  const command = await findNatsServer();
  // What is thrown away anyway need not wait for a disk: JetStream syncs every stream it has every two minutes.
  const directory = storeDir === undefined ? mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'fc-nats-')) : resolve(storeDir);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const cleanUp = (): void => {
    if (storeDir === undefined) rmSync(directory, { recursive: true, force: true });
  };

  const config = join(directory, 'nats-server.json');
  const logFile = join(directory, 'nats-server.log');
  writeFileSync(config, configuration(directory, port, users), { mode: 0o600 });
  try {
    const server = await startServerProcess({ command, args: ['--config', config], logFile, ready: (log) => log.includes('Server is ready') });
    const listening = /Listening for client connections on 127\.0\.0\.1:(\d+)/.exec(readFileSync(logFile, 'utf8'))?.[1];
    return {
      url: `nats://127.0.0.1:${listening}`,
      pid: server.pid,
      stop: async () => {
        server.signal('SIGCONT'); // a paused process would not hear the next signal
        await server.stop('SIGTERM');
        cleanUp();
      },
      pause: async () => {
        server.signal('SIGSTOP');
        const until = Date.now() + 5_000;
        while (!isStopped(server.pid)) {
          if (Date.now() > until) throw new Error(`nats-server (process ${server.pid}) does not stop.`);
          await delay(1);
        }
      },
      resume: () => server.signal('SIGCONT'),
    };
  } catch (error) {
    cleanUp();
    if (error instanceof ServerEndedEarly && error.log.includes('address already in use'))
      throw new DomainError('PORT_TAKEN', `NATS cannot listen on port ${port}: another program does. Stop that program or choose another port.`, { cause: error });
    throw error;
  }
}

/** A signal is sent before it is heard: each thread of a process goes on until it takes note of it. */
const isStopped = (pid: number): boolean =>
  readdirSync(`/proc/${pid}/task`).every((thread) => readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8').split(') ').at(-1)!.startsWith('T'));

/** The server's configuration language takes JSON. Port -1 means any free one. */
const configuration = (storeDir: string, port: number | undefined, users: readonly NatsUser[]): string =>
  JSON.stringify(
    {
      host: '127.0.0.1',
      port: port ?? -1,
      max_payload: 1_048_576,
      jetstream: { store_dir: storeDir },
      authorization: {
        users: users.map(({ nkey, publish, subscribe, answers }) => ({ nkey, permissions: { publish: allow(publish), subscribe: allow(subscribe), ...(answers && { allow_responses: true }) } })),
      },
    },
    null,
    2,
  );

/** An empty list of allowed subjects would mean "no limit" to the server. */
const allow = (subjects: readonly string[]): { allow: readonly string[] } | { deny: string } => (subjects.length > 0 ? { allow: subjects } : { deny: '>' });
