import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** A server program that ended before it was ready; `log` is what it wrote. */
export class ServerEndedEarly extends Error {
  override readonly name = 'ServerEndedEarly';
  readonly log: string;

  constructor(command: string, log: string) {
    super(`${command} ended before it was ready. Its last words: ${log.trim().split('\n').slice(-5).join(' | ') || '(none)'}`);
    this.log = log;
  }
}

export interface ServerProcess {
  readonly pid: number;
  /** Does nothing once the process has ended. */
  signal(signal: NodeJS.Signals): void;
  /** Sends the signal, waits for the end, and kills the process after 10 s. Does nothing the second time. */
  stop(signal: NodeJS.Signals): Promise<void>;
}

export interface ServerProgram {
  readonly command: string;
  readonly args: readonly string[];
  /** Everything the server writes goes to this file, which starts empty. */
  readonly logFile: string;
  /** Whether the server takes connections, judged by its log so far. */
  readonly ready: (log: string) => boolean;
  /** What the environment has beside our own. */
  readonly env?: Readonly<Record<string, string>>;
  /** After how many milliseconds a server that is not ready is given up; never without it. */
  readonly within?: number;
  /** The operating system's user to run as; without it, our own. */
  readonly user?: { readonly uid: number; readonly gid: number };
}

/**
 * Starts a server in a process group of its own, so that Ctrl-C reaches us alone and we stop things in order.
 * Resolves when it is ready; throws `ServerEndedEarly`.
 */
export async function startServerProcess({ command, args, logFile, ready, env = {}, within = Number.POSITIVE_INFINITY, user }: ServerProgram): Promise<ServerProcess> {
  const output = openSync(logFile, 'w', 0o600);
  // English messages whatever the machine speaks: we read them.
  const child = spawn(command, args, { ...user, stdio: ['ignore', output, output], detached: true, env: { ...process.env, ...env, LC_ALL: 'C' } });
  closeSync(output);
  const ended = endOf(child);

  let running = true;
  void ended.then(() => (running = false));
  const began = performance.now();
  // The whole group: a server may be a script that started another program.
  const kill = (): void => void (child.pid && running && process.kill(-child.pid, 'SIGKILL'));
  while (!ready(readFileSync(logFile, 'utf8'))) {
    if (!running) throw new ServerEndedEarly(command, `${readFileSync(logFile, 'utf8')}\n${(await ended)?.message ?? ''}`);
    if (performance.now() - began > within) kill();
    await delay(10);
  }

  return {
    // A process that wrote its log has a pid.
    pid: child.pid!,
    signal: (signal) => void child.kill(signal),
    stop: async (signal) => {
      if (!running) return;
      child.kill(signal);
      const tooLong = setTimeout(kill, 10_000);
      await ended;
      clearTimeout(tooLong);
    },
  };
}

/** Resolves when the process is gone; with the error when it never came to be. */
const endOf = (child: ChildProcess): Promise<Error | undefined> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve(undefined));
    child.once('error', resolve);
  });
