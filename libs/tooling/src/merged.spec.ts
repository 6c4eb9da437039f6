import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');
const kinds = '{ts,mjs,json,md,graphql,yaml,yml,sh}';

/** The lines that git leaves where two branches said different things of one place. */
const leftByMerging = (text: string): string[] => text.match(/^(<{7}|>{7}|\|{7})( .*)?$/gm) ?? [];

describe('what was merged', () => {
  it('is one text again: no file has two sides of it', () => {
    expect(leftByMerging(`before\n${'<'.repeat(7)} ours\none\n=======\nother\n${'>'.repeat(7)} theirs\n`)).toHaveLength(2);
    const files = globSync([`*.${kinds}`, `{services,gateway,libs,deploy,test,docs}/**/*.${kinds}`], { cwd: root, exclude: ['**/node_modules/**', '**/dist/**'] });
    expect(files.length).toBeGreaterThan(1_000);
    expect(files.filter((path) => leftByMerging(readFileSync(join(root, path), 'utf8')).length > 0)).toEqual([]);
  });
});
