import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const engine = import.meta.dirname;

/** What the engine's own files import, tests aside, each with the file. */
const imported = readdirSync(engine, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .flatMap((file) => [...readFileSync(join(engine, file), 'utf8').matchAll(/^(?:import|export)\b[^;]*?(?:\bfrom|import) '([^']+)';$/gm)].map(([, name]) => ({ file, name: name! })));

/** The kernel, HiGHS, what Node brings along, and itself. */
const isOwn = ({ file, name }: (typeof imported)[number]): boolean =>
  name.startsWith('.') ? !relative(engine, join(engine, dirname(file), name)).startsWith('..') : name.startsWith('node:') || ['@fc/domain-kernel', 'highs'].includes(name);

describe('the engine', () => {
  it('knows no framework, no database, and nothing of the service around it', () => {
    expect(imported.length).toBeGreaterThan(60);
    expect(imported.filter((each) => !isOwn(each))).toEqual([]);
  });
});
