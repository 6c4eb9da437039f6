// npm test: every check that a change must pass, in the order in which a mistake is cheapest to find.
// Ends with a line that counts what passed and what failed. `npm test -- <path or -t name>` hands the rest to Jest alone.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const reportOf = (step) => join(root, `.nx/jest-report-${step}.json`);
const npm = (script, ...args) => ['npm', ['run', '-s', script, '--', ...args]];
const jest = (...args) => [process.execPath, ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning', join(root, 'node_modules/jest/bin/jest.js'), ...args]];

/** What a step ends with that could not run on this machine; it has said why, and counts as neither. */
const notRun = 77;

const only = process.argv.slice(2);
const steps =
  only.length > 0
    ? [['tests', jest(...only)]]
    : [
        ['lint, with the boundaries between packages', npm('lint')],
        ['types', npm('typecheck')],
        ['generated files: schemas, supergraph, events', npm('generate:check')],
        ['generated file: coverage of systems and rules', npm('coverage:check')],
        ['tests', jest('--ci', '--maxWorkers=2', '--json', `--outputFile=${reportOf('tests')}`), reportOf('tests')],
        ['realms, accounts, sign-in and a walk with Keycloak itself', npm('test:keycloak', '--no-download', '--ci', '--json', `--outputFile=${reportOf('keycloak')}`, 'test/keycloak', 'test/journeys/walk'), reportOf('keycloak')],
      ];

mkdirSync(join(root, '.nx'), { recursive: true });
let passed = 0;
let failed = 0;
for (const [name, [command, args], report] of steps) {
  if (report) rmSync(report, { force: true });
  const began = performance.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  const took = `${((performance.now() - began) / 1_000).toFixed(1)} s`;
  const word = status === 0 ? 'ok    ' : status === notRun ? 'not run' : 'FAILED';
  console.log(`${word}  ${took.padStart(8)}  ${name}`);
  if (status === notRun) continue;
  // A step of Jest's gives way to the tests that it ran.
  const results = report && readReport(report);
  passed += results ? results.numPassedTests : Number(status === 0);
  if (status !== 0) failed += results ? Math.max(results.numFailedTests + results.numRuntimeErrorTestSuites, 1) : 1;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function readReport(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return undefined;
  }
}
