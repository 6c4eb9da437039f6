import { join } from 'node:path';

/** Where everything of a local platform is: folders below `.data`, and ports on 127.0.0.1. */
export const root = join(import.meta.dirname, '../../../..');
export const data = join(root, process.env['FC_DATA'] ?? '.data');

export const files = {
  postgres: join(data, 'postgres'),
  nats: join(data, 'nats'),
  identityProvider: join(data, 'identity-provider.json'),
  secrets: join(data, 'secrets'),
  registry: join(data, 'registry.jws'),
  lastGood: join(data, 'last-good'),
  people: join(data, 'people.json'),
  outgoing: join(data, 'outgoing'),
  running: join(data, 'running.json'),
  platform: join(data, 'platform.json'),
  counties: join(root, 'deploy/counties'),
  supergraph: join(root, 'gateway/supergraph.graphql'),
} as const;

/** The first port that is asked for; the others follow. `FC_LOCAL_PORT=5000 npm start` moves them all. */
const first = Number(process.env['FC_LOCAL_PORT'] ?? 4000);

export const ports = {
  gateway: first,
  services: first + 1,
  identityProvider: first + 20,
  postgres: first + 21,
  nats: first + 22,
} as const;
