import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The oldest Java that this Keycloak runs on. */
const oldest = 21;

/** The home of a Java development kit that Keycloak runs on: JAVA_HOME, else the newest where systems keep them; undefined where there is none. */
export function findJdk(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const kept = [...below('/usr/lib/jvm'), ...below('/Library/Java/JavaVirtualMachines').map((kit) => join(kit, 'Contents/Home'))];
  const good = kept.filter(isGood).sort((one, other) => versionOf(other) - versionOf(one));
  return [environment['JAVA_HOME'] ?? '', ...good].find((home) => home !== '' && isGood(home));
}

const below = (directory: string): string[] => (existsSync(directory) ? readdirSync(directory).map((name) => join(directory, name)) : []);

/** A kit, since `jar` unpacks the distribution; what merely runs Java does not have it. */
const isGood = (home: string): boolean => existsSync(join(home, 'bin/jar')) && versionOf(home) >= oldest;

/** `25` of the line `JAVA_VERSION="25.0.3"` in the kit's file `release`; 0 where it says nothing. */
function versionOf(home: string): number {
  const release = join(home, 'release');
  return existsSync(release) ? Number(/^JAVA_VERSION="(\d+)/m.exec(readFileSync(release, 'utf8'))?.[1] ?? 0) : 0;
}
