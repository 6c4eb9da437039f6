// npm run token -- king coordinator: a fresh access token of one of the demo's people, good for five minutes.
import { DomainError } from '@fc/domain-kernel';
import { personOf, readPeople } from './people.ts';
import { requireRunning } from './running.ts';

const [county, name] = process.argv.slice(2);
try {
  const { gatewayUrl } = requireRunning();
  const people = readPeople();
  if (!county || !name || !people) throw new DomainError('USAGE', 'Say whose: npm run token -- king coordinator');
  console.log(await personOf(people, gatewayUrl, county, name).token());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
