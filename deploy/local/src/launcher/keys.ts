import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fromSeed, createUser } from '@nats-io/nkeys';
import { nkeySecret } from '@fc/messaging';
import { natsPermissions } from '../nats-permissions.ts';
import type { NatsUser } from '../nats.ts';

export interface KeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** A secret file of that name, made once and kept, readable by its owner alone. */
function keep(directory: string, name: string, make: () => string): string {
  const file = join(directory, name);
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, make(), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8');
}

/** An Ed25519 key pair in PEM, for signing the registry or the gateway's requests. */
export function signingKeys(secrets: string, name: string): KeyPair {
  const both = keep(secrets, `signing/${name}.json`, () =>
    JSON.stringify(generateKeyPairSync('ed25519', { publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } })),
  );
  return JSON.parse(both) as KeyPair;
}

/** A random secret that nobody needs to remember. */
export const randomSecret = (secrets: string, name: string): string => keep(secrets, name, () => Buffer.from(crypto.getRandomValues(new Uint8Array(24))).toString('base64url'));

/** How people are written to on this machine: into files, one a message. Kept when it is there, so that somebody can set up a real way. */
export const deliverySettings = (secrets: string, sink: string): string => keep(secrets, 'identity/delivery.json', () => JSON.stringify({ link: 'http://127.0.0.1:4000', MAIL: { sink }, TEXT: { sink }, CALL: { sink } }));

/** Where a service's links lead on this machine, and the key that seals them. */
export const linkSettings = (secrets: string, service: string, gatewayUrl: string): string =>
  keep(secrets, `${service}/links.json`, () => JSON.stringify({ url: `${new URL(gatewayUrl).origin}/l`, key: Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url') }));

/** The NATS user of each name, with what it may do; its seed is kept where the services look for it. */
export const natsUsers = (secrets: string, names: readonly string[]): NatsUser[] =>
  names.map((name) => {
    const seed = keep(secrets, nkeySecret(name), () => new TextDecoder().decode(createUser().getSeed()));
    return { name, nkey: fromSeed(new TextEncoder().encode(seed)).getPublicKey(), ...natsPermissions(name) };
  });
