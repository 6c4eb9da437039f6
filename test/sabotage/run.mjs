// node test/sabotage/run.mjs [part of a name]: plants each sabotage in turn; fails when one is not noticed.
import setUpInfrastructure from '../../libs/testing/src/global-setup.mjs';
import tearDownInfrastructure from '../../libs/testing/src/global-teardown.mjs';
import { sabotages } from './sabotages.mjs';
import { whyUnnoticed } from './try-sabotage.mjs';

const [, , part = ''] = process.argv;
await setUpInfrastructure();
try {
  for (const sabotage of sabotages.filter(({ name }) => name.includes(part))) {
    const began = performance.now();
    const unnoticed = await whyUnnoticed(sabotage);
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    console.log(`${unnoticed ? 'NOT NOTICED' : 'noticed'}  ${sabotage.name} (${seconds} s)${unnoticed ? `: ${unnoticed}` : ''}`);
    if (unnoticed) process.exitCode = 1;
  }
} finally {
  await tearDownInfrastructure();
}
