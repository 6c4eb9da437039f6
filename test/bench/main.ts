// npm run bench [-- name]: figures of speed, each beside an alternative that is measured in the same run.
// Prints the machine and the commit, and appends every row to results.jsonl. A row that has a goal says by `met` whether it was met; one that was missed fails the run.
// With FC_BENCH_TRY=1 everything runs once, to see that each row comes to its end; what it finds is not kept.
import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import setUpInfrastructure from '@fc/testing/global-setup';
import tearDownInfrastructure from '@fc/testing/global-teardown';
import { gatewayQueries } from './gateway-queries.ts';
import { protectedFields } from './protected-fields.ts';
import { access } from './access.ts';
import { eventLag } from './event-lag.ts';
import { tokens } from './tokens.ts';
import { sealing } from './sealing.ts';
import { caseImport } from './case-import.ts';
import { matching } from './matching/matching.ts';
import { together } from './matching/together.ts';
import { isTrial } from './measure.ts';
import { counties, countiesReading } from './counties.ts';
import { sweep } from './sweep.ts';

const benches: Record<string, () => Promise<readonly object[]>> = { gateway: gatewayQueries, events: eventLag, access, protected: protectedFields, tokens, sealing, import: caseImport, matching, 'matching-together': together, counties, 'counties-reading': countiesReading, sweep };

const wanted = process.argv.slice(2);
const missed: string[] = [];
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
console.log(`${machine}; commit ${commit}`);

await setUpInfrastructure();
try {
  for (const [name, run] of Object.entries(benches)) {
    if (wanted.length > 0 && !wanted.some((each) => name === each || name.startsWith(`${each}-`))) continue;
    const rows = await run();
    console.log(`\n${name}`);
    for (const alike of tablesOf(rows)) console.table(alike);
    if (isTrial) continue;
    if (rows.some((row) => 'met' in row && row.met === 'missed')) missed.push(name);
    for (const row of rows) appendFileSync(join(import.meta.dirname, 'results.jsonl'), `${JSON.stringify({ at: new Date().toISOString(), commit, machine, bench: name, ...row })}\n`);
  }
} finally {
  await tearDownInfrastructure();
}

/** Rows with the same columns, one after the other, make a table. */
function tablesOf(rows: readonly object[]): object[][] {
  const columns = (row: object | undefined): string => Object.keys(row ?? {}).join();
  const tables: object[][] = [];
  for (const row of rows) {
    const table = tables.at(-1);
    if (table && columns(table[0]) === columns(row)) table.push(row);
    else tables.push([row]);
  }
  return tables;
}

if (missed.length > 0) console.error(`\nA goal was missed: ${missed.join(', ')}.`);
process.exit(missed.length > 0 ? 1 : 0);
