import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { GenerationError, root, textOf } from './generated-files.ts';

const run = promisify(execFile);

/** The names of all services, by their folders. */
export const serviceNames = (): string[] => readdirSync(join(root, 'services'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();

/** The schemas of the services that have one, by name. Throws with the reason when one cannot be printed. */
export async function subgraphSchemas(): Promise<ReadonlyMap<string, string>> {
  const begun = serviceNames().filter((service) => textOf(`services/${service}/src/index.ts`) !== null);
  const printed = await Promise.all(begun.map(async (service) => [service, await print(service)] as const));
  return new Map(printed.filter(([, sdl]) => sdl !== ''));
}

/** In a process of its own: Nest keeps the GraphQL types of a whole process in one place, and two services have types of one name. */
async function print(service: string): Promise<string> {
  const script = ['--conditions=@fc/source', '--import', join(root, 'libs/tooling/src/register.mjs'), join(import.meta.dirname, 'print-subgraph.ts'), service];
  try {
    return (await run(process.execPath, script, { cwd: root })).stdout;
  } catch (error) {
    throw new GenerationError(`The schema of ${service} cannot be printed:\n${(error as { stderr: string }).stderr}`);
  }
}
