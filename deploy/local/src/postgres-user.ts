import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DomainError } from '@fc/domain-kernel';

/** An operating system user, by number. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

const idOf = (flag: '-u' | '-g'): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
const lookUp = (): SystemUser => ({ uid: idOf('-u'), gid: idOf('-g') });

/**
 * PostgreSQL refuses to run as root, so root runs it as the system user `postgres`, who is made when missing.
 * Undefined for everybody else, who run it as themselves. Throws `POSTGRES_USER_MISSING`.
 */
export function postgresUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  try {
    return lookUp();
  } catch {
    try {
      execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'ignore' });
    } catch {
      // Another process may have made the user between the two lines; the look-up decides.
    }
  }
  try {
    return lookUp();
  } catch (cause) {
    throw new DomainError('POSTGRES_USER_MISSING', 'PostgreSQL does not run as root and the system user "postgres" could not be made. Add it (useradd --system postgres) or run this as an ordinary user.', { cause });
  }
}

/** The outermost directory on the way to `path`, itself included, that this user may not enter; undefined when the way is free. */
export function closedDirectory(path: string, { uid, gid }: SystemUser): string | undefined {
  const way: string[] = [];
  for (let directory = resolve(path); ; directory = dirname(directory)) {
    way.unshift(directory);
    if (directory === dirname(directory)) break;
  }
  return way.find((directory) => {
    const { mode, uid: owner, gid: group } = statSync(directory);
    const enter = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    return (mode & enter) === 0;
  });
}
