import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addCounty, ensureRegistry, readCountyFiles, schemas, type Platform } from '@fc/countyctl';
import { DomainError } from '@fc/domain-kernel';
import { startGateway } from '@fc/gateway';
import { nkeySecret } from '@fc/messaging';
import { FileSecrets, type PlatformConfig } from '@fc/runtime';
import { startSubgraph } from '@fc/subgraph';
import type { County } from '@fc/tenancy/registry';
import { startIdentityProvider } from '../identity-provider.ts';
import { startNats } from '../nats.ts';
import { startPostgres } from '../postgres.ts';
import { deliverySettings, linkSettings, natsUsers, randomSecret, signingKeys } from './keys.ts';
import { data, files, ports } from './places.ts';
import { loadSubgraphs } from './subgraphs.ts';

export interface LocalPlatform {
  readonly gatewayUrl: string;
  readonly platform: Platform;
  readonly counties: readonly County[];
  /** Stops everything, the last that was started first. */
  stop(): Promise<void>;
}

/** Told what has been done, a line a step. */
export type Tell = (line: string) => void;

/** Starts everything on this machine: database, broker, identity provider, counties, services, gateway. What has started is stopped again when a later step fails. */
export async function startLocalPlatform(tell: Tell): Promise<LocalPlatform> {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const stopOne of stops.splice(0).reverse()) await stopOne().catch((error: unknown) => tell(`could not stop in order: ${String(error)}`));
  };
  try {
    return { ...(await start(tell, stops)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(tell: Tell, stops: (() => Promise<unknown>)[]): Promise<Omit<LocalPlatform, 'stop'>> {
  mkdirSync(data, { recursive: true });
  const { secrets } = files;
  const subgraphs = await loadSubgraphs();
  const registryKeys = signingKeys(secrets, 'registry');
  const gatewayKeys = signingKeys(secrets, 'gateway');
  deliverySettings(secrets, files.outgoing);
  for (const service of ['identity', 'meetings']) linkSettings(secrets, service, `http://127.0.0.1:${ports.gateway}`);
  const adminSecret = randomSecret(secrets, 'identity-provider/admin.secret');

  const postgres = await startPostgres({ dataDir: files.postgres, port: ports.postgres });
  stops.push(() => postgres.stop());
  tell(`PostgreSQL on port ${postgres.port}`);

  const nats = await startNats({ storeDir: files.nats, port: ports.nats, users: natsUsers(secrets, ['admin', 'gateway', ...subgraphs.map(({ schema }) => schema.service)]) });
  stops.push(() => nats.stop());
  tell(`NATS on port ${ports.nats}`);

  const identityProvider = await startIdentityProvider({ port: ports.identityProvider, storeFile: files.identityProvider, adminSecret });
  stops.push(() => identityProvider.stop());
  tell(`development identity provider on port ${ports.identityProvider}`);

  const platform: Platform = {
    postgres: { host: postgres.host, port: postgres.port, admin: postgres.admin },
    nats: { url: nats.url, adminSeed: readFileSync(join(secrets, nkeySecret('admin')), 'utf8') },
    identityProvider: { baseUrl: identityProvider.baseUrl, adminSecret, passwordGrant: true },
    registryFile: files.registry,
    registryPrivateKey: registryKeys.privateKey,
    secretsDirectory: secrets,
    stateDatabase: 'state',
    schemas,
    gatewayUrl: `http://127.0.0.1:${ports.gateway}/graphql`,
    offboardingWaitDays: 0,
  };
  const { schemas: _code, ...facts } = platform;
  writeFileSync(files.platform, JSON.stringify(facts), { mode: 0o600 }); // for countyctl
  await ensureRegistry(platform);
  const counties: County[] = [];
  for (const file of await readCountyFiles(files.counties)) {
    counties.push(await addCounty(platform, file));
    tell(`${file.name}${file.fips ? ` (FIPS ${file.fips})` : ''}${file.pilot ? ', the pilot' : ''}: database, realm, stream`);
  }

  const config = (name: string, port: number): PlatformConfig => {
    mkdirSync(files.lastGood, { recursive: true });
    return {
      host: '127.0.0.1',
      port,
      registryFile: files.registry,
      lastGoodRegistryFile: join(files.lastGood, `${name}.jws`),
      registryPublicKey: registryKeys.publicKey,
      natsUrl: nats.url,
      audience: 'family-connections-api',
      secrets: new FileSecrets(secrets),
      trustedSigners: { gateway: gatewayKeys.publicKey },
      logLevel: process.env['FC_LOG_LEVEL'] ?? 'error',
    };
  };
  const subgraphUrls: Record<string, string> = {};
  for (const [index, subgraph] of subgraphs.entries()) {
    const { service } = subgraph.schema;
    const running = await onPort(service, ports.services + index, (port) => startSubgraph(subgraph, config(service, port)));
    stops.push(() => running.close());
    subgraphUrls[service] = running.url;
    tell(`${service} on port ${ports.services + index}`);
  }
  const gateway = await onPort('the gateway', ports.gateway, (port) =>
    startGateway({ config: config('gateway', port), supergraphFile: files.supergraph, subgraphUrls, signingKeyPem: gatewayKeys.privateKey, graphiql: true }),
  );
  stops.push(() => gateway.close());
  tell(`gateway on port ${ports.gateway}`);
  return { gatewayUrl: gateway.url, platform, counties };
}

/** Says in words when another program has the port already. */
async function onPort<Started>(name: string, port: number, begin: (port: number) => Promise<Started>): Promise<Started> {
  try {
    return await begin(port);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
    throw new DomainError('PORT_TAKEN', `Port ${port}, where ${name} listens, is taken by another program. Stop that program, or take other ports and another folder: FC_LOCAL_PORT=5000 FC_DATA=.data-5000 npm start`, { cause });
  }
}

/** Forgets everything that earlier starts kept. */
export function startOver(): void {
  if (existsSync(data)) rmSync(data, { recursive: true, force: true });
}
