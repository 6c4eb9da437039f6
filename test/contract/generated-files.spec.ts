import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** What a generator's check says; nothing when all is well. */
async function check(generator: string): Promise<string> {
  const script = ['--conditions=@fc/source', '--import', join(root, 'libs/tooling/src/register.mjs'), join(root, 'libs/tooling/src/generate', generator), '--check'];
  return run(process.execPath, script, { cwd: root }).then(
    () => '',
    ({ stdout, stderr }: { stdout: string; stderr: string }) => `${stdout}${stderr}`,
  );
}

describe('what is generated', () => {
  it.each([
    ['schemas are those of the services, and fit together', 'schema.ts'],
    ['events are those of the contracts and the consumers', 'events.ts'],
    ['public schema breaks no client without a decision', 'breaking-changes.ts'],
  ])('is up to date: the %s', async (_, generator) => {
    expect(await check(generator)).toBe('');
  });
});
