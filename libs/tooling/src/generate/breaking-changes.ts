// Fails when gateway/api.graphql breaks clients of the version committed before, unless a decision record says so.
import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { buildSchema, findBreakingChanges } from 'graphql';
import { root, textOf } from './generated-files.ts';

const api = 'gateway/api.graphql';

/**
 * What breaks a client that was written for the schema `before`, in graphql-js's words, without what was decided on: a
 * line `Breaking: <those words>` in one of the records.
 */
export function undecidedBreakingChanges(before: string, after: string, records: readonly string[]): string[] {
  const decided = new Set(records.flatMap((record) => [...record.matchAll(/^Breaking: (.+?)\.?$/gm)].map(([, words]) => words)));
  return findBreakingChanges(buildSchema(before), buildSchema(after))
    .map(({ description }) => description)
    .filter((description) => !decided.has(description.replace(/\.$/, '')));
}

/** The committed version that differs from `now`: that of HEAD, or the one before it where HEAD has this one already. */
function committedBefore(now: string): string | undefined {
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const versions = git('log', '-2', '--format=%H', '--', api).split('\n').filter(Boolean);
  return versions.map((commit) => git('show', `${commit}:${api}`)).find((text) => text !== now);
}

if (import.meta.main) {
  const after = textOf(api);
  const before = after === null ? undefined : committedBefore(after);
  if (after !== null && before !== undefined) {
    const records = globSync('docs/adr/*.md', { cwd: root }).map((file) => textOf(file) ?? '');
    for (const description of undecidedBreakingChanges(before, after, records)) {
      console.error(`This breaks clients: ${description} Either keep what they use, or decide on it in docs/adr with the line\n  Breaking: ${description}`);
      process.exitCode = 1;
    }
  }
}
