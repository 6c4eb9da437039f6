// One PostgreSQL, one NATS and one identity provider for a whole test run, in a process of its own; the provider is Keycloak
// where FC_IDENTITY_PROVIDER says so. It prints where they are as one line of JSON and lives until its standard input ends,
// which happens however the parent dies.
import { randomBytes } from 'node:crypto';
import { createUser } from '@nats-io/nkeys';
import { startIdentityProvider } from './identity-provider.ts';
import { startKeycloak } from './keycloak/keycloak.ts';
import { natsPermissions } from './nats-permissions.ts';
import { startNats } from './nats.ts';
import { startPostgres } from './postgres.ts';

const services = ['identity', 'matching', 'meetings', 'family-time', 'support', 'outcomes', 'gateway'];

const keys = new Map(['admin', ...services].map((name) => [name, createUser()]));
const seedOf = (name: string): string => new TextDecoder().decode(keys.get(name)?.getSeed());
const kind = process.env['FC_IDENTITY_PROVIDER'] === 'keycloak' ? 'keycloak' : 'development';
const adminSecret = randomBytes(24).toString('base64url');

const starting = [
  startPostgres(),
  startNats({ users: [...keys].map(([name, key]) => ({ name, nkey: key.getPublicKey(), ...natsPermissions(name) })) }),
  kind === 'keycloak' ? startKeycloak({ adminSecret }) : startIdentityProvider({ adminSecret }),
] as const;

/** Stops what has started or is about to; a part that failed has nothing to stop. */
async function stop(): Promise<void> {
  const started = await Promise.allSettled(starting);
  await Promise.allSettled(started.map((part) => (part.status === 'fulfilled' ? part.value.stop() : undefined)));
  process.exit();
}
process.stdin.on('close', () => void stop()).resume();
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => void stop());
process.stdout.on('error', () => void stop()); // the parent is gone

try {
  const [postgres, nats, identityProvider] = await Promise.all(starting);
  const infrastructure = {
    postgres: { host: postgres.host, port: postgres.port, admin: postgres.admin },
    nats: { url: nats.url, pid: nats.pid, adminSeed: seedOf('admin'), seeds: Object.fromEntries(services.map((service) => [service, seedOf(service)])) },
    identityProvider: { kind, baseUrl: identityProvider.baseUrl, adminSecret, passwordGrant: true },
  };
  process.stdout.write(`${JSON.stringify(infrastructure)}\n`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
  await stop();
}
