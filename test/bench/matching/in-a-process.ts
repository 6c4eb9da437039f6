import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { cpuSecondsOf, mebibytes } from './cost.ts';

/** What a process of its own has told, one line of JSON for each round, until it ended or was ended. */
export interface Told<Round> {
  readonly rounds: readonly Round[];
  /** Where it was ended because its time was up: how long its processors had been at work, and the most memory that it had until then, in MiB. */
  readonly stopped: { readonly afterSeconds: number; readonly cpuSeconds: number | null; readonly peakMb: number | null } | null;
}

/** Runs one of the programs beside this file, and ends it when it takes longer than that. Throws when the program fails. */
export async function inAProcess<Round>(program: string, asked: object, limitSeconds: number): Promise<Told<Round>> {
  const options = ['--expose-gc', '--max-old-space-size=6000', '--conditions=@fc/source', '--import', './libs/tooling/src/register.mjs'];
  const child = spawn(process.execPath, [...options, join(import.meta.dirname, program), JSON.stringify(asked)], { cwd: join(import.meta.dirname, '../../..'), stdio: ['ignore', 'pipe', 'inherit'] });
  let stopped: Told<Round>['stopped'] = null;
  const timer = setTimeout(() => {
    stopped = { afterSeconds: limitSeconds, cpuSeconds: cpuSecondsOf(child.pid!), peakMb: mebibytes('VmHWM', child.pid!) }; // it runs
    child.kill('SIGKILL');
  }, 1_000 * limitSeconds);
  const lines: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => lines.push(text));
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(timer);
  if (code !== 0 && !stopped) throw new Error(`${program} failed; the reason is above.`);
  return { rounds: lines.join('').split('\n').slice(0, -1).map((line) => JSON.parse(line) as Round), stopped }; // what comes after the last end of a line is not whole
}

/** What this process was asked. */
export const asked = <Asked>(): Asked => JSON.parse(process.argv[2] ?? '{}') as Asked;

/** Tells of a round that is over. */
export const tell = (round: object): void => void process.stdout.write(`${JSON.stringify(round)}\n`);
