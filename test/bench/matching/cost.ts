import { readFileSync, writeFileSync } from 'node:fs';

/** What something cost the process that ran it. */
export interface Cost {
  readonly ms: number;
  /** Of all its threads together, the collector's and the compiler's too. */
  readonly cpuMs: number;
  /** The most memory that the process had meanwhile, in MiB, and how much of it was on top of what it had before; null where there is no /proc. */
  readonly peakMb: number | null;
  readonly ownMb: number | null;
}

/**
 * Runs it once, with the rubbish of whatever ran before cleared away. The peak is read from /proc, where it can be set back: the
 * one that Node tells was inherited, on Linux, from the process that started this one.
 */
export async function costOf<Result>(run: () => Result | Promise<Result>): Promise<{ readonly result: Result; readonly cost: Cost }> {
  globalThis.gc?.();
  const before = setBackPeak();
  const cpu = process.cpuUsage();
  const began = performance.now();
  const result = await run();
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  const peak = before === null ? null : mebibytes('VmHWM');
  return { result, cost: { ms, cpuMs: (user + system) / 1_000, peakMb: peak, ownMb: peak === null || before === null ? null : Math.max(0, peak - before) } };
}

/** Answers the memory of now, from which the peak counts again. */
function setBackPeak(): number | null {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
    return mebibytes('VmRSS');
  } catch {
    return null; // no Linux
  }
}

/** Of a process that lives: its memory now (`VmRSS`) or at most so far (`VmHWM`); null where that cannot be read. */
export function mebibytes(which: 'VmRSS' | 'VmHWM', pid: number | 'self' = 'self'): number | null {
  try {
    const [, kilobytes] = new RegExp(`^${which}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) / 1_024;
  } catch {
    return null;
  }
}

/** So long the processors have been at work for a process that lives; null where that cannot be read. */
export function cpuSecondsOf(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' '); // from the third on: the second, its name, stands in brackets
    return (Number(fields[11]) + Number(fields[12])) / 100; // hundredths of a second, whatever the machine
  } catch {
    return null;
  }
}
