import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { DomainError } from '@fc/domain-kernel';
import { findJdk } from './jdk.ts';

const run = promisify(execFile);

/** What is asked for where none lies here; any newer one that lies here is as good. */
const version = '26.7.1';
const artifact = 'keycloak-quarkus-dist';

/** A tool's cache, which `npm ci` clears. */
const cache = join(import.meta.dirname, '../../../../node_modules/.cache/keycloak');

export interface KeycloakDistribution {
  /** A copy of our own, prepared to start quickly with its data in memory. */
  readonly home: string;
  readonly javaHome: string;
  readonly version: string;
}

/**
 * Finds Keycloak, at KEYCLOAK_HOME, else in the local Maven repository, else (with `download`) by Maven, and prepares it
 * once for this clone. Throws `KEYCLOAK_NOT_INSTALLED` with the reason.
 */
export async function findKeycloak({ download }: { download: boolean }): Promise<KeycloakDistribution> {
  const javaHome = findJdk();
  if (!javaHome) throw missing('no Java development kit, version 21 or newer, at JAVA_HOME or where the system keeps them');
  const source = given() ?? archived() ?? (download ? await downloaded() : undefined);
  if (!source) throw missing(`neither KEYCLOAK_HOME nor the local Maven repository has Keycloak ${version} or newer`);
  const home = join(cache, source.version);
  if (!existsSync(home)) await prepare(source, home, javaHome);
  return { home, javaHome, version: source.version };
}

const missing = (reason: string, cause?: unknown): DomainError => new DomainError('KEYCLOAK_NOT_INSTALLED', `Keycloak: ${reason}.`, { cause });

/** A directory with Keycloak in it, or its archive. */
interface Source {
  readonly path: string;
  readonly version: string;
}

function given(): Source | undefined {
  const path = process.env['KEYCLOAK_HOME'];
  if (!path) return undefined;
  const file = join(path, 'version.txt');
  const found = existsSync(file) ? /\d+\.\d+\.\d+/.exec(readFileSync(file, 'utf8'))?.[0] : undefined;
  if (!found || isOlder(found, version)) throw missing(`KEYCLOAK_HOME (${path}) holds ${found ? `version ${found}, older than ${version}` : 'none'}`);
  return { path: resolve(path), version: found };
}

const repository = (): string => process.env['MAVEN_REPOSITORY'] ?? join(homedir(), '.m2/repository');

function archived(): Source | undefined {
  const directory = join(repository(), 'org/keycloak', artifact);
  if (!existsSync(directory)) return undefined;
  const versions = readdirSync(directory).filter((name) => /^\d+\.\d+\.\d+$/.test(name) && !isOlder(name, version));
  return versions
    .map((name) => ({ path: join(directory, name, `${artifact}-${name}.zip`), version: name }))
    .filter(({ path }) => existsSync(path))
    .sort((one, other) => (isOlder(one.version, other.version) ? 1 : -1))[0];
}

/** About 180 MB, by the Maven that is set up on this machine. */
async function downloaded(): Promise<Source | undefined> {
  try {
    await run('mvn', ['--batch-mode', '--quiet', 'dependency:get', `-Dartifact=org.keycloak:${artifact}:${version}:zip`, '-Dtransitive=false', `-Dmaven.repo.local=${repository()}`]);
  } catch (error) {
    throw missing(`it lies nowhere here, and Maven could not fetch org.keycloak:${artifact}:${version}`, error);
  }
  return archived();
}

/** Unpacks or copies it and builds it for data in memory, which takes half a minute. Two that do so at once do not meet. */
async function prepare({ path }: Source, home: string, javaHome: string): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const staging = mkdtempSync(join(cache, 'preparing-'));
  try {
    if (path.endsWith('.zip')) await run(join(javaHome, 'bin/jar'), ['xf', path], { cwd: staging });
    else cpSync(path, join(staging, 'keycloak'), { recursive: true, filter: (file) => basename(file) !== 'data' });
    const unpacked = join(staging, readdirSync(staging)[0] ?? '');
    await run('sh', [join(unpacked, 'bin/kc.sh'), 'build', '--db=dev-mem'], { env: { ...process.env, JAVA_HOME: javaHome, JAVA_OPTS_APPEND: '-XX:TieredStopAtLevel=1' } });
    if (!existsSync(home)) renameSync(unpacked, home);
  } catch (error) {
    if (!existsSync(home)) throw missing(`${path} could not be unpacked and prepared`, error);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function isOlder(one: string, other: string): boolean {
  const [left = [], right = []] = [one, other].map((text) => text.split('.').map(Number));
  const at = left.findIndex((part, index) => part !== right[index]);
  return at >= 0 && (left[at] ?? 0) < (right[at] ?? 0);
}
