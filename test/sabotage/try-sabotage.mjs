import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { stillGreen } from './still-green.mjs';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** Why the sabotage cannot be planted, in a sentence; undefined when it can. */
export async function whyNotPlanted({ edits }) {
  for (const { file, search } of edits) {
    const times = (await readFile(join(root, file), 'utf8')).split(search).length - 1;
    if (times !== 1) return `What it changes stands ${times} times in ${file} and not once.`;
  }
  return undefined;
}

/**
 * Runs the sabotage's suite with the sabotage planted. Answers undefined when the test that has to notice it failed, and
 * else, in a sentence, why the sabotage has not been noticed. Needs the running infrastructure that FC_INFRASTRUCTURE names.
 */
export async function whyUnnoticed(sabotage) {
  const { name, suite, red, refusesToStart = false, ownInfrastructure = false, deep = false } = sabotage;
  const notPlanted = await whyNotPlanted(sabotage);
  if (notPlanted) return notPlanted;
  const directory = await mkdtemp(join(tmpdir(), 'fc-sabotage-'));
  const report = join(directory, 'report.json');
  const green = stillGreen[suite];
  const program = ['--experimental-vm-modules', '--no-warnings', join(root, 'node_modules/jest/bin/jest.js'), '-c', join(import.meta.dirname, 'jest.config.mjs'), '--json', `--outputFile=${report}`, '--forceExit', '-t', `${literally(red)}|${literally(green)}`, suite];
  const env = { ...process.env, FC_SABOTAGE: name, ...(deep && { FC_DEEP: '1' }), ...(ownInfrastructure && { FC_INFRASTRUCTURE: '' }) };
  try {
    const ended = await run(process.execPath, program, { cwd: root, env }).catch((error) => error);
    const { testResults } = JSON.parse(await readFile(report, 'utf8').catch(() => Promise.reject(new Error(String(ended.stderr ?? ended)))));
    const results = testResults.flatMap((file) => file.assertionResults);
    const statusOf = (title) => results.filter((test) => test.fullName.includes(title)).map((test) => test.status);
    if (!refusesToStart && !statusOf(green).includes('passed')) return `"${green}" fails too: the suite could not do its work.`;
    if (statusOf(red).includes('failed')) return undefined;
    return statusOf(red).length === 0 ? `There is no test in ${suite} whose title holds "${red}".` : `"${red}" still passes.`;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

const literally = (text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
