// npm start: the whole platform on this machine, with four counties and their first people.
import { randomBytes } from 'node:crypto';
import { DomainError } from '@fc/domain-kernel';
import { startLocalPlatform, startOver } from './local-platform.ts';
import { makePeople, type People } from './people.ts';
import { data } from './places.ts';
import { noteRunning, noteStopped, running } from './running.ts';

const began = performance.now();
const seconds = (): string => `${((performance.now() - began) / 1_000).toFixed(1)} s`.padStart(7);
const tell = (line: string): void => console.log(`${seconds()}  ${line}`);

/** Ends when the terminal, a process manager or a person asks for it. */
const asked = new Promise<string>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
});

function welcome(gatewayUrl: string, people: People): string {
  const counties = Object.keys(people.accounts);
  const names = Object.keys(people.accounts[counties[0] ?? ''] ?? {});
  return `
Family Connections is ready.

  GraphiQL   ${gatewayUrl.replace('/graphql', '/')}
  GraphQL    ${gatewayUrl}
  counties   ${counties.join(', ')}
  people     ${names.join(', ')}
             each signs in as <name>@<county>.example with the password ${people.password}

A fresh token, good for five minutes:

  npm run token -- king coordinator

A query to paste into GraphiQL, with the token in its headers as {"authorization": "Bearer <token>"}; or here:

  curl -s ${gatewayUrl} -H "authorization: Bearer $(npm run -s token -- king coordinator)" \\
    -H 'content-type: application/json' \\
    -d '{"query":"{ me { givenName } people(first: 10) { nodes { givenName languages } } openMentorNeeds { nodes { mentorRole since } } }"}'

The program's main job as a story, in another terminal: npm run demo
Stop everything: Ctrl-C.  The data stays in ${data}; npm start -- --fresh starts over.
`;
}

async function main(): Promise<void> {
  const already = running();
  if (already) throw new DomainError('ALREADY_RUNNING', `The platform runs here already (process ${already.pid}, ${already.gatewayUrl}). Stop it with Ctrl-C in its terminal, or with: kill ${already.pid}`);
  if (process.argv.includes('--fresh')) startOver();
  const platform = await startLocalPlatform(tell);
  try {
    const people = await Promise.race([makePeople(platform, randomBytes(6).toString('base64url'), tell), asked.then(() => undefined)]);
    if (people) {
      noteRunning(platform.gatewayUrl);
      console.log(welcome(platform.gatewayUrl, people));
      await asked;
    }
  } finally {
    noteStopped();
    console.log('Stopping ...');
    await platform.stop();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    // A refusal is a sentence for the person at the keyboard; anything else is a fault of ours and shows where.
    console.error(error instanceof DomainError ? `\n${error.message}` : error);
    process.exit(1);
  },
);
