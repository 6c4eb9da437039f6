// npm test: every check that a change must pass, in the order in which a mistake is cheapest to find.
// Ends with a line that counts what passed and what failed. `npm test -- <path or -t name>` hands the rest to Jest alone.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const report = join(root, '.nx/jest-report.json');
const npm = (script) => ['npm', ['run', '-s', script]];
const jest = (...args) => [process.execPath, ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning', join(root, 'node_modules/jest/bin/jest.js'), ...args]];

const only = process.argv.slice(2);
const steps =
  only.length > 0
    ? [['tests', jest(...only)]]
    : [
        ['lint, with the boundaries between packages', npm('lint')],
        ['types', npm('typecheck')],
        ['generated files: schemas, supergraph, events', npm('generate:check')],
        ['generated file: coverage of systems and rules', npm('coverage:check')],
        ['tests', jest('--ci', '--maxWorkers=2', '--json', `--outputFile=${report}`)],
      ];

mkdirSync(join(root, '.nx'), { recursive: true });
rmSync(report, { force: true });
let passed = 0;
let failed = 0;
for (const [name, [command, args]] of steps) {
  const began = performance.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  const took = `${((performance.now() - began) / 1_000).toFixed(1)} s`;
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'}  ${took.padStart(8)}  ${name}`);
  if (status === 0) passed += 1;
  else failed += 1;
}

// Jest's own step gives way to the tests that it ran.
const results = readReport();
if (results) {
  const broken = results.numFailedTests + results.numRuntimeErrorTestSuites;
  if (results.success) passed += results.numPassedTests - 1;
  else {
    passed += results.numPassedTests;
    failed += Math.max(broken, 1) - 1;
  }
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function readReport() {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return undefined;
  }
}
