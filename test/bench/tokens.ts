import { createRequire } from 'node:module';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TokenVerifier } from '@fc/auth';
import { identity } from '@fc/identity';
import { Registry } from '@fc/tenancy/registry';
import { World } from '@fc/testing/world';
import { compare, judged } from './measure.ts';

/** The parts of keycloak-connect that verify a token; it brings no types along. */
interface GrantManager {
  validateToken(token: object, type: 'Bearer'): Promise<unknown>;
}
const require = createRequire(import.meta.url);
const keycloak = <Part>(part: string): Part => require(`keycloak-connect/middleware/auth-utils/${part}.js`) as Part;
const KeycloakToken = keycloak<new (token: string, clientId: string) => object>('token');
const KeycloakConfig = keycloak<new (config: object) => object>('config');
const KeycloakGrantManager = keycloak<new (config: object) => GrantManager>('grant-manager');

/** One token of a county whose key is known, verified by the platform and by keycloak-connect with its check of the audience. The platform's is to stay under 0.2 ms. */
export async function tokens(): Promise<object[]> {
  const directory = await mkdtemp(join(tmpdir(), 'fc-bench-'));
  const world = await World.start({ counties: ['king'], subgraphs: [identity] });
  const { registryFile, registryPublicKey, audience } = world.config;
  const registry = await Registry.open({ file: registryFile, lastGoodFile: join(directory, 'registry.jws'), publicKey: registryPublicKey });
  try {
    const { supervisor, county } = world.county('king');
    const token = await supervisor.token();
    const verifier = new TokenVerifier(registry, { audience });
    const [url, realm] = county.issuer.split('/realms/');
    const grants = new KeycloakGrantManager(new KeycloakConfig({ realm, 'auth-server-url': url, resource: audience, 'bearer-only': true, 'verify-token-audience': true }));
    const verified = await compare('a token, its key known', () => verifier.verify(token), 'keycloak-connect', () => grants.validateToken(new KeycloakToken(token, audience), 'Bearer'), { perRound: 300 });
    return [{ ...verified, ...judged('under 0.2 ms', verified.ms, 0.2) }];
  } finally {
    await registry.close();
    await world.stop();
    await rm(directory, { recursive: true, force: true });
  }
}
