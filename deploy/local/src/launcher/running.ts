import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DomainError } from '@fc/domain-kernel';
import { z } from 'zod';
import { files } from './places.ts';

const runningSchema = z.object({ pid: z.int(), gatewayUrl: z.string() });
export type Running = z.infer<typeof runningSchema>;

/** The platform that runs from this folder; undefined when none does, also when its process died without a word. */
export function running(): Running | undefined {
  if (!existsSync(files.running)) return undefined;
  const parsed = runningSchema.safeParse(JSON.parse(readFileSync(files.running, 'utf8')));
  return parsed.success && lives(parsed.data.pid) ? parsed.data : undefined;
}

export function requireRunning(): Running {
  const found = running();
  if (!found) throw new DomainError('NOT_RUNNING', 'Nothing runs here. Start the platform first: npm start');
  return found;
}

export const noteRunning = (gatewayUrl: string): void => writeFileSync(files.running, JSON.stringify({ pid: process.pid, gatewayUrl }));
export const noteStopped = (): void => rmSync(files.running, { force: true });

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
