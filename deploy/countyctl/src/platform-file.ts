import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Platform } from './platform.ts';
import { schemas } from './schemas.ts';

const platformFile = z.object({
  postgres: z.object({ host: z.string(), port: z.int(), admin: z.object({ user: z.string(), password: z.string() }) }),
  nats: z.object({ url: z.string(), adminSeed: z.string() }),
  identityProvider: z.object({ baseUrl: z.string(), adminSecret: z.string(), passwordGrant: z.boolean().exactOptional() }),
  registryFile: z.string(),
  registryPrivateKey: z.string(),
  secretsDirectory: z.string(),
  vault: z.object({ url: z.url(), token: z.string() }).optional(),
  stateDatabase: z.string(),
  gatewayUrl: z.string().exactOptional(),
  offboardingWaitDays: z.int().min(0).exactOptional(),
});

/** The operator's own file, readable by the operator alone. The local platform writes one. */
export function readPlatform(): Platform {
  const file = process.env['FC_PLATFORM_FILE'] ?? join(import.meta.dirname, '../../../.data/platform.json');
  try {
    return { ...platformFile.parse(JSON.parse(readFileSync(file, 'utf8'))), schemas };
  } catch (cause) {
    throw new Error(`countyctl needs to know the platform: FC_PLATFORM_FILE, or a local platform that runs (npm start). ${file} cannot be used.`, { cause });
  }
}
