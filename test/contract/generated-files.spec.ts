import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { partnersAlways, partnerScopes } from '@fc/auth';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, isObjectType } from 'graphql';

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

describe('what a partner’s grant can cover', () => {
  it('is there in the public schema, field by field, and holds no mutation', () => {
    const schema = buildSchema(readFileSync(join(root, 'gateway/api.graphql'), 'utf8'));
    const isThere = (coordinate: string): boolean => {
      const [typeName = '', field = ''] = coordinate.split('.');
      const type = schema.getType(typeName);
      return isObjectType(type) && field in type.getFields();
    };
    const fields = [...partnersAlways, ...Object.values(partnerScopes).flat()].filter((coordinate) => coordinate !== 'Query._entities');
    expect(fields.filter((coordinate) => !isThere(coordinate) || coordinate.startsWith('Mutation.'))).toEqual([]);
  });
});
