import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { DomainError } from '@fc/domain-kernel';

const run = promisify(execFile);

const find = (): string | undefined =>
  [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'].map((directory) => join(directory, 'nats-server')).find((path) => existsSync(path));

/**
 * The path of nats-server. Root on a Debian system gets its package installed when there is none.
 * Throws `NATS_NOT_INSTALLED`, which says what to do on this system.
 */
export async function findNatsServer(): Promise<string> {
  const found = find();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) return installPackage();
  throw notInstalled();
}

async function installPackage(): Promise<string> {
  process.stderr.write('nats-server is missing: installing its package with apt-get.\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await run('apt-get', ['update'], { env });
    await run('apt-get', ['install', '--yes', '--no-install-recommends', 'nats-server'], { env });
  } catch (cause) {
    throw notInstalled({ cause });
  }
  const installed = find();
  if (!installed) throw notInstalled();
  return installed;
}

function notInstalled(options?: ErrorOptions): DomainError {
  const remedy =
    process.platform === 'darwin' ? 'Run: brew install nats-server'
    : existsSync('/usr/bin/apt-get') ? 'Run: sudo apt-get update && sudo apt-get install nats-server'
    : 'Download it from the releases page of the NATS project and put it on the PATH';
  return new DomainError('NATS_NOT_INSTALLED', `nats-server, which carries the events, is not installed. ${remedy}. Then start again.`, options);
}
