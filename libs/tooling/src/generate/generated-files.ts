import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const root = join(import.meta.dirname, '../../../..');

/** What should stand in the repository: content by path from its root. `null` says that there should be no such file. */
export type GeneratedFiles = ReadonlyMap<string, string | null>;

/** The text of a file of the repository, or null. */
export function textOf(path: string, at = root): string | null {
  try {
    return readFileSync(join(at, path), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** The paths whose content is not what it should be. */
export const staleFiles = (files: GeneratedFiles, at = root): string[] => [...files].filter(([path, content]) => textOf(path, at) !== content).map(([path]) => path);

/** Brings the repository up to date and says which files changed. */
export function writeFiles(files: GeneratedFiles, at = root): string[] {
  const stale = staleFiles(files, at);
  for (const path of stale) {
    const [file, content] = [join(at, path), files.get(path) ?? null];
    mkdirSync(dirname(file), { recursive: true });
    if (content === null) rmSync(file);
    else writeFileSync(file, content);
  }
  return stale;
}

/** What a generator does when it is run: writes its files, or with `--check` exits with 1 and names those that are stale. Mistakes are said in words, without a stack. */
export async function runGenerator(generate: () => Promise<GeneratedFiles>): Promise<void> {
  try {
    const files = await generate();
    const checks = process.argv.includes('--check');
    const changed = checks ? staleFiles(files) : writeFiles(files);
    for (const path of changed) console.log(checks ? `${path} is stale. Run: npm run generate` : `${path} written`);
    if (checks && changed.length > 0) process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof GenerationError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** Something that whoever runs the generator has to put right first. */
export class GenerationError extends Error {
  override readonly name = 'GenerationError';
}
