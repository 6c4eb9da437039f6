// The platform that a test run shares: all services and the gateway in one process, on the parts that FC_INFRASTRUCTURE
// names. It prints where it is as one line of JSON and lives until its standard input ends, however the run ends.
import { serveOperator, type SharedPlatform } from '@fc/testing/shared-platform';
import { World } from '@fc/testing/world';
import { everyService } from './attack/every-service.ts';

/** How long the platform has to come to its end, in milliseconds. */
const patience = 10_000;

const world = await World.start({ counties: [], subgraphs: everyService });
process.stdin.on('close', () => {
  setTimeout(() => process.exit(1), patience); // what it stands on may be gone already
  void world.stop().finally(() => process.exit());
}).resume();
process.stdout.on('error', () => process.exit()); // the run is gone

const { postgres, nats, identityProvider, secretsDirectory, stateDatabase } = world.platform;
const shared: SharedPlatform = {
  platform: { postgres, nats, identityProvider, secretsDirectory, stateDatabase },
  gatewayUrl: world.gateway.url,
  subgraphUrls: Object.fromEntries([...world.subgraphs].map(([service, { url }]) => [service, url])),
  signingKeyPem: world.signingKeyPem,
  operatorUrl: await serveOperator({
    // Many files have their King County here; none of them is the one of the census.
    provision: (name) => world.provision(name, { fips: null }),
    release: (slug) => world.release(slug),
    ensurePartnerClient: (county, client) => world.ensurePartnerClient(county, client),
  }),
};
process.stdout.write(`${JSON.stringify(shared)}\n`);
