import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { DestinationStream } from 'pino';
import { FileSecrets, type SecretProvider } from './secrets.ts';

/** What one process of the platform needs to know to run. */
export interface PlatformConfig {
  /** Address and port to listen on; port 0 takes a free one. */
  readonly host: string;
  readonly port: number;
  /** The published registry snapshot, and where this process keeps the last one that it trusted. */
  readonly registryFile: string;
  readonly lastGoodRegistryFile: string;
  /** PEM of the key that signs registry snapshots. */
  readonly registryPublicKey: string;
  readonly natsUrl: string;
  /** What a token must be meant for. */
  readonly audience: string;
  readonly secrets: SecretProvider;
  /** The HashiCorp Vault that keeps the counties' keys; without one they are among the secrets. */
  readonly vaultUrl?: string;
  /** PEM public keys of those who may send signed requests (`gateway`, services), by name. */
  readonly trustedSigners: Readonly<Record<string, string>>;
  readonly logLevel: string;
  /** Where log lines go instead of standard output. */
  readonly logTo?: DestinationStream;
}

const environment = z.object({
  FC_HOST: z.string().default('127.0.0.1'),
  FC_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  FC_REGISTRY_FILE: z.string(),
  FC_REGISTRY_LAST_GOOD_FILE: z.string(),
  FC_SECRETS_DIR: z.string(),
  /** Public keys, one `<name>.pem` each; `registry.pem` among them. */
  FC_TRUST_DIR: z.string(),
  FC_NATS_URL: z.string(),
  FC_VAULT_URL: z.url().optional(),
  FC_AUDIENCE: z.string().default('family-connections-api'),
  FC_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});

/** Reads the configuration from the environment; throws one message that names every missing or wrong variable. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): PlatformConfig {
  const parsed = environment.safeParse(env);
  if (!parsed.success) throw new Error(`The environment is not complete:\n${z.prettifyError(parsed.error)}`);
  const read = parsed.data;
  const keys = Object.fromEntries(
    readdirSync(read.FC_TRUST_DIR)
      .filter((file) => file.endsWith('.pem'))
      .map((file) => [file.slice(0, -'.pem'.length), readFileSync(join(read.FC_TRUST_DIR, file), 'utf8')]),
  );
  const { registry, ...trustedSigners } = keys;
  if (!registry) throw new Error(`There is no registry.pem in ${read.FC_TRUST_DIR}.`);
  return {
    host: read.FC_HOST,
    port: read.FC_PORT,
    registryFile: read.FC_REGISTRY_FILE,
    lastGoodRegistryFile: read.FC_REGISTRY_LAST_GOOD_FILE,
    registryPublicKey: registry,
    natsUrl: read.FC_NATS_URL,
    audience: read.FC_AUDIENCE,
    secrets: new FileSecrets(read.FC_SECRETS_DIR),
    ...(read.FC_VAULT_URL ? { vaultUrl: read.FC_VAULT_URL } : {}),
    trustedSigners,
    logLevel: read.FC_LOG_LEVEL,
  };
}
