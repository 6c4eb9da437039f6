import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { closedDirectory } from './postgres-user.ts';

it('names the outermost directory that a user may not enter', () => {
  const outer = mkdtempSync(join(tmpdir(), 'fc-way-spec-'));
  const inner = join(outer, 'inner');
  const stranger = { uid: 54_321, gid: 54_321 };
  try {
    mkdirSync(inner, { mode: 0o700 });
    expect(closedDirectory(inner, stranger)).toBe(outer);
    chmodSync(outer, 0o711);
    expect(closedDirectory(inner, stranger)).toBe(inner);
    chmodSync(inner, 0o711);
    expect(closedDirectory(inner, stranger)).toBeUndefined();
  } finally {
    rmSync(outer, { recursive: true });
  }
});
