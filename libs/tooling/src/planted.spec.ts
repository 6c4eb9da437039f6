import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';

interface Finding {
  readonly ruleId: string | null;
  readonly messageId?: string;
  readonly message: string;
}

interface Planting {
  readonly fixture: string;
  readonly place: string;
  readonly text: string;
  /** Whether the rule asks the compiler. Its place must then be a file that exists. */
  readonly needsTypes: boolean;
  /** The rule, and which of its messages, that must be the only finding; absent where nothing may be found. */
  readonly refusedBy?: { readonly ruleId: string; readonly messageId?: string };
}

const folder = join(import.meta.dirname, 'planted');

/** A fixture says in its first lines where its code is refused and by what, and shows where else it is allowed or what to write instead. */
function plantings(path: string): Planting[] {
  const fixture = basename(path, '.ts');
  const whole = readFileSync(path, 'utf8');
  const blankLines = Number(/^\/\/ Followed by (\d+) blank lines$/m.exec(whole)?.[1] ?? 0);
  const needsTypes = /^\/\/ Needs types$/m.test(whole);
  const [code = '', instead] = whole.replace(/^\/\/ (?:Refused|Allowed|Followed|Needs).*\n/gm, '').split('\n// Instead\n');
  const text = code + '\n'.repeat(blankLines);
  const refused = [...whole.matchAll(/^\/\/ Refused at (\S+) by (\S+)(?: (\S+))?$/gm)].map(([, place = '', ruleId = '', messageId]) => ({
    fixture,
    place,
    text,
    needsTypes,
    refusedBy: { ruleId, ...(messageId && { messageId }) },
  }));
  const allowed = [...whole.matchAll(/^\/\/ Allowed at (\S+)$/gm)].map(([, place = '']) => ({ fixture, place, text, needsTypes }));
  const corrected = instead === undefined ? [] : refused.map(({ place }) => ({ fixture, place, text: instead, needsTypes }));
  return [...refused, ...allowed, ...corrected];
}

const planted = globSync(`${folder}/*.ts`).sort().flatMap(plantings);
const described = planted.map((planting, index) => ({ ...planting, index }));

describe('planted violations', () => {
  let findings: Finding[][];

  beforeAll(() => {
    // ESLint runs in a process of its own, as on the command line, and without a project graph from an earlier run.
    const emptyCache = mkdtempSync(join(tmpdir(), 'planted-'));
    try {
      const answer = execFileSync(process.execPath, [join(folder, 'lint-as-if.mjs')], {
        input: JSON.stringify(planted),
        encoding: 'utf8',
        // Where CI is set, typescript-eslint would read each file once from disk and pass over the text that is planted in its place.
        env: { ...process.env, NX_WORKSPACE_DATA_DIRECTORY: emptyCache, TSESTREE_SINGLE_RUN: 'false' },
      });
      findings = JSON.parse(answer) as Finding[][];
    } finally {
      rmSync(emptyCache, { recursive: true });
    }
  }, 120_000);

  it.each(described.filter(({ refusedBy }) => refusedBy))('refuses $fixture at $place', ({ index, refusedBy }) => {
    expect(findings[index]).toEqual([expect.objectContaining({ ...refusedBy })]);
  });

  it.each(described.filter(({ refusedBy }) => !refusedBy))('has nothing against the right way beside $fixture, at $place', ({ index }) => {
    expect(findings[index]).toEqual([]);
  });

  it('plants every rule that the configuration sets itself', () => {
    const rules = new Set(planted.map(({ refusedBy }) => refusedBy?.ruleId));
    expect([...rules].filter(Boolean).sort()).toEqual([
      '@nx/enforce-module-boundaries',
      '@typescript-eslint/consistent-type-imports',
      '@typescript-eslint/no-explicit-any',
      '@typescript-eslint/no-floating-promises',
      'max-lines',
      'no-dupe-keys',
      'no-restricted-syntax',
    ]);
  });
});
