import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { DomainError } from '@fc/domain-kernel';
import { freePort } from './free-port.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { closedDirectory, postgresUser, type SystemUser } from './postgres-user.ts';
import { ServerEndedEarly, startServerProcess, type ServerProcess } from './server-process.ts';

export interface PostgresOptions {
  /** Where the data stays from one start to the next. Without it: a temporary directory, removed by `stop`. */
  readonly dataDir?: string | undefined;
  /** Without it: any free port. */
  readonly port?: number | undefined;
  /** Whether a commit survives a crash of the machine. Without it: true exactly when there is a data directory. */
  readonly durable?: boolean | undefined;
}

/** A running PostgreSQL 18 on 127.0.0.1 that asks everybody for a password. */
export interface LocalPostgres {
  readonly host: string;
  readonly port: number;
  readonly pid: number;
  /** The superuser. */
  readonly admin: { readonly user: string; readonly password: string };
  stop(): Promise<void>;
}

const adminUser = 'postgres';
/** For data that is thrown away: nothing is kept for a crash or a standby, and nobody tidies up in hundreds of small databases. */
const notDurable = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'wal_level=minimal', 'max_wal_senders=0', 'max_wal_size=4GB', 'autovacuum=off'];

/**
 * Starts PostgreSQL, making the database cluster the first time. The data directory holds `cluster/`, `admin-password`
 * (readable by its owner alone) and `postgres.log`.
 *
 * Throws a DomainError: `PORT_TAKEN`, `POSTGRES_ALREADY_RUNNING`, `POSTGRES_DATA_DAMAGED`, `POSTGRES_DATA_UNREACHABLE`,
 * `POSTGRES_NOT_INSTALLED`, `POSTGRES_USER_MISSING`.
 */
export async function startPostgres({ dataDir, port, durable = dataDir !== undefined }: PostgresOptions = {}): Promise<LocalPostgres> {
  const user = postgresUser();
  const directory = dataDir === undefined ? mkdtempSync(join(tmpdir(), 'fc-postgres-')) : resolve(dataDir);
  const binaries = await postgresBinaries(user);
  const cleanUp = (): void => {
    binaries.release();
    if (dataDir === undefined) rmSync(directory, { recursive: true, force: true });
  };

  try {
    prepareDirectory(directory, user);
    const password = adminPassword(directory, user);
    await ensureCluster(directory, { initdb: binaries.initdb, durable, user });
    const listening = port ?? (await freePort());
    const server = await startServer(directory, { postgres: binaries.postgres, port: listening, durable, user });
    return {
      host: '127.0.0.1',
      port: listening,
      pid: server.pid,
      admin: { user: adminUser, password },
      stop: async () => {
        // SIGINT ends sessions and writes a checkpoint; SIGQUIT leaves that out, for data that is thrown away.
        await server.stop(dataDir === undefined ? 'SIGQUIT' : 'SIGINT');
        cleanUp();
      },
    };
  } catch (error) {
    cleanUp();
    throw error;
  }
}

function prepareDirectory(directory: string, user: SystemUser | undefined): void {
  mkdirSync(dirname(directory), { recursive: true });
  if (!existsSync(directory)) mkdirSync(directory, { mode: 0o700 });
  if (!user) return;
  chownSync(directory, user.uid, user.gid);
  const closed = closedDirectory(directory, user);
  if (closed) throw new DomainError('POSTGRES_DATA_UNREACHABLE', `PostgreSQL runs as the system user "postgres", who may not enter ${closed}. Allow it (chmod o+x ${closed}), keep the data elsewhere, or run this as an ordinary user.`);
}

/** Made once per data directory; its owner alone can read it. */
function adminPassword(directory: string, user: SystemUser | undefined): string {
  const file = join(directory, 'admin-password');
  if (!existsSync(file)) {
    if (existsSync(join(directory, 'cluster'))) throw new DomainError('POSTGRES_DATA_DAMAGED', `${file} is missing, and the database beside it cannot be opened without it. Put it back, or remove ${directory} to begin with an empty database.`);
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
    if (user) chownSync(file, user.uid, user.gid);
  }
  return readFileSync(file, 'utf8').trim();
}

/**
 * A cluster is made under another name and renamed when it is whole. So `cluster.partial` is what an interrupted start left,
 * has never held anybody's data and may be removed; what is called `cluster` was whole once and is never removed.
 */
async function ensureCluster(directory: string, { initdb, durable, user }: { initdb: string; durable: boolean; user: SystemUser | undefined }): Promise<void> {
  const cluster = join(directory, 'cluster');
  if (existsSync(cluster)) return checkCluster(cluster);

  const partial = join(directory, 'cluster.partial');
  rmSync(partial, { recursive: true, force: true });
  const args = [
    `--pgdata=${partial}`, `--username=${adminUser}`, `--pwfile=${join(directory, 'admin-password')}`, '--auth=scram-sha-256',
    '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ];
  await promisify(execFile)(initdb, args, { ...user, cwd: directory, env: { ...process.env, LC_ALL: 'C' } });
  renameSync(partial, cluster);
}

function checkCluster(cluster: string): void {
  const versionFile = join(cluster, 'PG_VERSION');
  if (!existsSync(versionFile) || !existsSync(join(cluster, 'global', 'pg_control')))
    throw new DomainError('POSTGRES_DATA_DAMAGED', `${cluster} is only part of a database: files are missing. Put it back from a backup, or remove it to begin with an empty database.`);
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version !== '18') throw new DomainError('POSTGRES_DATA_DAMAGED', `${cluster} was written by PostgreSQL ${version}, this is PostgreSQL 18. Move it over with pg_dump, or remove it to begin with an empty database.`);
}

async function startServer(
  directory: string,
  { postgres, port, durable, user }: { postgres: string; port: number; durable: boolean; user: SystemUser | undefined },
): Promise<ServerProcess> {
  const cluster = join(directory, 'cluster');
  // No Unix socket: its path would have to be short, and TCP is what production uses.
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'max_connections=400', 'timezone=UTC', ...(durable ? [] : notDurable)];
  try {
    return await startServerProcess({
      command: postgres,
      args: ['-D', cluster, ...settings.flatMap((setting) => ['-c', setting])],
      logFile: join(directory, 'postgres.log'),
      ready: (log) => log.includes('database system is ready to accept connections'),
      ...(user && { user }),
    });
  } catch (error) {
    throw error instanceof ServerEndedEarly ? explain(error, cluster, port) : error;
  }
}

function explain(error: ServerEndedEarly, cluster: string, port: number): Error {
  const owner = /Is another (?:postmaster|postgres) \(PID (\d+)\) running in data directory/.exec(error.log)?.[1];
  if (owner) return new DomainError('POSTGRES_ALREADY_RUNNING', `Process ${owner} already serves the data in ${cluster}. Stop what started it, or end it with: kill -INT ${owner}`, { cause: error });
  if (error.log.includes('Address already in use')) return new DomainError('PORT_TAKEN', `PostgreSQL cannot listen on port ${port}: another program does. Stop that program or choose another port.`, { cause: error });
  return error;
}
