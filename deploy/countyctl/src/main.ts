// npm run countyctl -- add king | migrate [canary] | verify | status | partner king partner-amara
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { addCounty } from './add-county.ts';
import { countyStatus } from './county-status.ts';
import { readCountyFile } from './county-file.ts';
import { migrateCounties } from './migrate-counties.ts';
import type { Platform } from './platform.ts';
import { schemas } from './schemas.ts';
import { ensurePartnerClient } from './steps/realm.ts';
import { verifyCounties } from './verify-counties.ts';

const platformFile = z.object({
  postgres: z.object({ host: z.string(), port: z.int(), admin: z.object({ user: z.string(), password: z.string() }) }),
  nats: z.object({ url: z.string(), adminSeed: z.string() }),
  identityProvider: z.object({ baseUrl: z.string(), adminSecret: z.string() }),
  registryFile: z.string(),
  registryPrivateKey: z.string(),
  secretsDirectory: z.string(),
  stateDatabase: z.string(),
});

/** The operator's own file, readable by the operator alone. The local platform writes one. */
function readPlatform(): Platform {
  const file = process.env['FC_PLATFORM_FILE'] ?? join(import.meta.dirname, '../../../.data/platform.json');
  try {
    return { ...platformFile.parse(JSON.parse(readFileSync(file, 'utf8'))), schemas };
  } catch (cause) {
    throw new Error(`countyctl needs to know the platform: FC_PLATFORM_FILE, or a local platform that runs (npm start). ${file} cannot be used.`, { cause });
  }
}

const usage = 'countyctl add <county> | migrate [canary county] | verify | status | partner <county> <client>';
const say = (line: string): void => console.log(line);

async function run([command, argument, other]: readonly string[]): Promise<void> {
  switch (command) {
    case 'add': {
      if (!argument) throw new Error(usage);
      const file = join(import.meta.dirname, '../../counties', `${argument}.yaml`);
      await addCounty(readPlatform(), readCountyFile(await readFile(file, 'utf8'), file), say);
      return;
    }
    case 'migrate': {
      const { failed } = await migrateCounties(readPlatform(), say, argument);
      if (failed.length > 0) throw new Error(`Not up to date: ${failed.map(({ county }) => county).join(', ')}. Mend the cause and run it again.`);
      return;
    }
    case 'verify': {
      const rows = await verifyCounties(readPlatform());
      console.table(rows);
      if (rows.some((row) => !row.own || !row.refusedElsewhere || !row.events)) throw new Error('Not everything is as it must be: see the rows with false.');
      return;
    }
    case 'partner': {
      if (!argument || !other) throw new Error(usage);
      const platform = readPlatform();
      const secret = await ensurePartnerClient(platform, argument, other);
      say(`${argument}: ${other} can sign in; its secret is ${join(platform.secretsDirectory, secret)}. A program supervisor registers and grants it in the county.`);
      return;
    }
    case 'status':
      console.table((await countyStatus(readPlatform())).map((row) => ({ ...row, behind: row.behind.join(', ') })));
      return;
    default:
      throw new Error(usage);
  }
}

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
