// npm run demo: the program's main job once more, told as a story, against the platform that runs here or one that is started for it.
// npm run demo -- meetings: the same with what goes wrong on the way: a call too early, a meeting that moves, a prohibition, and the way home.
// The calendar files and the printed agenda that people get stay in a folder, which it names.
// npm run demo -- counties: how a county comes and goes while the others work.
// npm run demo -- matching: how mentors are found for 300 families at once, and why these.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '@fc/domain-kernel';
import { readRegistry, schemas, type Platform } from '@fc/countyctl';
import { stateAdministrator } from '../program/state-administrator.ts';
import { tellMainJob } from '../story/main-job.ts';
import { tellMeetings } from '../story/meetings.ts';
import { Storyteller } from '../story/storyteller.ts';
import { demoCounties } from './demo-counties.ts';
import { demoMatching } from './demo-matching.ts';
import { startLocalPlatform } from './local-platform.ts';
import { makePeople, personOf, programOf, readPeople } from './people.ts';
import { data, files } from './places.ts';
import { running } from './running.ts';

const pilot = 'king';
const neighbour = 'pierce';

/** Where to tell it, and how to leave the place afterwards as it was found. */
async function place(): Promise<{ gatewayUrl: string; platform: Platform; leave: () => Promise<void> }> {
  const already = running();
  if (already) {
    const facts = JSON.parse(readFileSync(files.platform, 'utf8')) as Omit<Platform, 'schemas'>;
    return { gatewayUrl: already.gatewayUrl, platform: { ...facts, schemas }, leave: () => Promise.resolve() };
  }
  console.log('Nothing runs here yet; starting the platform for the story.');
  const started = await startLocalPlatform(() => undefined);
  await makePeople(started, randomBytes(6).toString('base64url'), () => undefined);
  return { gatewayUrl: started.gatewayUrl, platform: started.platform, leave: started.stop };
}

async function main(): Promise<void> {
  const { gatewayUrl, platform, leave } = await place();
  try {
    const people = readPeople();
    const county = (await readRegistry(platform)).counties.find((each) => each.slug === pilot);
    if (!people || !county) throw new DomainError('DATA_HALF_MADE', 'The people of an earlier start are missing. Start over with: npm start -- --fresh');
    const program = programOf(platform, gatewayUrl, county, people.password);
    const supervisor = personOf(people, gatewayUrl, pilot, 'supervisor');
    const shelf = join(data, 'demo', Date.now().toString(36));
    const story = new Storyteller((line) => console.log(line), (name, content) => {
      mkdirSync(shelf, { recursive: true });
      writeFileSync(join(shelf, name), content);
    });
    const here = { platform, gatewayUrl, people, say: (line: string) => console.log(line) };
    if (process.argv[2] === 'counties') return await demoCounties(story, here);
    if (process.argv[2] === 'matching') return await demoMatching(story, here);
    console.log(`${county.name}, through ${gatewayUrl}. Each step is done by the person who does it, with that person's own token.`);
    const tell = process.argv[2] === 'meetings' ? tellMeetings : tellMainJob;
    await tell(story, {
      supervisor,
      invite: (person) => program.invite(supervisor, person),
      neighbour: personOf(people, gatewayUrl, neighbour, 'coordinator'),
      state: await stateAdministrator(platform, gatewayUrl),
    });
    const { done, median, slowest } = story.timings();
    console.log(`\n${done} things done; the middle one took ${median} ms, the slowest ${slowest} ms.`);
    if (tell === tellMeetings) console.log(`The files that people got are in ${shelf}.`);
  } finally {
    await leave();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof DomainError ? `\n${error.message}` : error);
    process.exit(1);
  },
);
