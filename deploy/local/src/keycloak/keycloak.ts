import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError } from '@fc/domain-kernel';
import { freePort } from '../free-port.ts';
import type { LocalIdentityProvider } from '../identity-provider.ts';
import { issuerOf } from '../identity-provider/realm.ts';
import { ServerEndedEarly, startServerProcess } from '../server-process.ts';
import { findKeycloak } from './distribution.ts';

export interface KeycloakOptions {
  /** The secret of the client `countyctl` in the realm `master`, which may use the whole Admin API. */
  readonly adminSecret: string;
  /** Without it: any free port. */
  readonly port?: number | undefined;
  /** Whether Maven may fetch the distribution where it lies nowhere here: about 180 MB. */
  readonly download?: boolean;
}

/** Starting takes ten seconds on an idle machine; on a busy one it is given up after this, in milliseconds. */
const patience = 300_000;

/**
 * Starts Keycloak itself on 127.0.0.1, with its data in memory. It runs in production mode but for two things: HTTP instead
 * of HTTPS, and a database that is gone when it stops. Throws a DomainError: `KEYCLOAK_NOT_INSTALLED`, `PORT_TAKEN`.
 */
export async function startKeycloak({ adminSecret, port, download = false }: KeycloakOptions): Promise<LocalIdentityProvider> {
  const { home, javaHome } = await findKeycloak({ download });
  const listening = port ?? (await freePort());
  const baseUrl = `http://127.0.0.1:${listening}`;
  const directory = mkdtempSync(join(tmpdir(), 'fc-keycloak-'));
  const cleanUp = (): void => rmSync(directory, { recursive: true, force: true });
  try {
    const server = await startServerProcess({
      command: 'sh',
      args: [join(home, 'bin/kc.sh'), 'start', '--optimized', '--http-enabled=true', '--http-host=127.0.0.1', `--http-port=${listening}`, `--hostname=${baseUrl}`, '--cache=local'],
      env: {
        JAVA_HOME: javaHome,
        KC_BOOTSTRAP_ADMIN_CLIENT_ID: 'countyctl',
        KC_BOOTSTRAP_ADMIN_CLIENT_SECRET: adminSecret,
        JAVA_OPTS_KC_HEAP: '-Xms128m -Xmx512m',
        // The second compiler pays for itself after minutes; this runs for less.
        JAVA_OPTS_APPEND: '-XX:TieredStopAtLevel=1',
      },
      logFile: join(directory, 'keycloak.log'),
      ready: (log) => log.includes('Listening on: http://'),
      within: patience,
    });
    return {
      baseUrl,
      issuer: (realm) => issuerOf(baseUrl, realm),
      stop: async () => {
        await server.stop('SIGTERM');
        cleanUp();
      },
    };
  } catch (error) {
    cleanUp();
    if (error instanceof ServerEndedEarly && /already (in use|bound)/i.test(error.log))
      throw new DomainError('PORT_TAKEN', `Keycloak cannot listen on port ${listening}: another program does. Stop that program or choose another port.`, { cause: error });
    throw error;
  }
}
