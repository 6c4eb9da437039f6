import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { asAdministrator, operatorClientSecret, syncRealm } from '@fc/countyctl';
import { newId, parseCountySlug, type CountySlug } from '@fc/domain-kernel';
import { familyTime } from '@fc/family-time';
import { identity } from '@fc/identity';
import { CountyProgram, type Actor } from '@fc/local/program';
import { matching } from '@fc/matching';
import { meetings } from '@fc/meetings';
import { outcomes } from '@fc/outcomes';
import { support } from '@fc/support';
import { databaseName } from '@fc/tenancy';
import { World } from '@fc/testing/world';
import { compare, judged, type Comparison, type Way } from './measure.ts';

const subgraphs = [identity, matching, meetings, familyTime, support, outcomes];

/** How many counties the goals speak of: those of reads, and those of a start. */
const many = 199;
const few = 10;
/** In so many of the many counties it is read in turn: each comes round again before its connections are given back, on a slow machine too, as a warm read is one where somebody has just asked. */
const readInTurn = 100;
const manyAtStart = 100;
const fewAtStart = 4;

/** Longer than a county counts as in use, in milliseconds. */
const settling = 180_000;

/** What a county costs: to add one beside the bare copy of its database and its realm, and to start a service for 100 beside one for 4. */
export async function counties(): Promise<object[]> {
  const started = await starts();
  const world = await World.start({ counties: [], subgraphs });
  try {
    await seatsIn(world, 1);
    const template = await newestTemplate(world);
    const added = await compare('a county added', () => world.provision('king', { fips: null }), 'its database copied and its realm made, no more', () => bare(world, template), { rounds: 9, perRound: 1 });
    return [
      { ...added, ...judged('at most 3 times', added.ratio, 3) },
      { ...started, ...judged('at most 1.2 times', started.ratio, 1.2) },
    ];
  } finally {
    await world.stop();
  }
}

/** To read in one of 199 counties beside one of 10; then what each of 189 more weighs while nobody asks it anything. */
export async function countiesReading(): Promise<object[]> {
  const small = await World.start({ counties: [], subgraphs });
  const large = await World.start({ counties: [], subgraphs });
  try {
    const fewSeats = await seatsIn(small, few);
    const manySeats = await seatsIn(large, few);
    await sleep(settling);
    const lighter = heapMiB();
    manySeats.push(...(await seatsIn(large, many - few)));
    const read = await compare(`a warm read, ${many} counties`, inTurn(manySeats.slice(-readInTurn)), `the same, ${few} counties`, inTurn(fewSeats), { perRound: readInTurn });
    await sleep(settling);
    const [heavier, held] = [heapMiB(), await connectionsTo(large, manySeats)];
    const each = Math.round(((heavier - lighter) / (many - few)) * 100) / 100;
    return [
      { ...read, ...judged('at most 1.3 times', read.ratio, 1.3) },
      { what: 'MiB of heap, an idle county in all services', value: each, ...judged('under 3', each, 3) },
      { what: `connections at one moment, ${many} idle counties`, value: held, ...judged('none but those of the round in hand, one a service', held, subgraphs.length) },
    ];
  } finally {
    await large.stop();
    await small.stop();
  }
}

/** How long a service takes to be there, with no other one beside it. */
async function starts(): Promise<Comparison> {
  const small = await World.start({ counties: [], subgraphs: [identity] });
  const large = await World.start({ counties: [], subgraphs: [identity] });
  try {
    for (let county = 0; county < fewAtStart; county += 1) await small.provision('king', { fips: null });
    for (let county = 0; county < manyAtStart; county += 1) await large.provision('king', { fips: null });
    return await compare(`identity started, ${manyAtStart} counties`, start(large), `the same, ${fewAtStart} counties`, start(small), { rounds: 11, perRound: 1 });
  } finally {
    await large.stop();
    await small.stop();
  }
}

/** A county and its first person. */
interface Seat {
  readonly slug: CountySlug;
  readonly supervisor: Actor;
}

async function seatsIn(world: World, count: number): Promise<Seat[]> {
  const seats: Seat[] = [];
  while (seats.length < count) {
    const { slug, issuer } = await world.provision('king', { fips: null });
    const operatorSecret = world.secrets.read(operatorClientSecret(slug));
    const program = new CountyProgram({ gatewayUrl: world.gateway.url, issuer, identityProvider: world.platform.identityProvider, operatorSecret });
    seats.push({ slug, supervisor: await program.appointSupervisor({ givenName: 'Sam', familyName: 'Supervisor', email: 'supervisor@example.org' }) });
  }
  return seats;
}

function inTurn(seats: readonly Seat[]): () => Promise<unknown> {
  let turn = 0;
  return () => seats[turn++ % seats.length]!.supervisor.get('{ me { id } }');
}

/** Identity, from its beginning until it answers; it was stopped before. */
function start(world: World): Way {
  let port = 0;
  return {
    prepare: async () => void (port = await world.stopSubgraph('identity')),
    run: () => world.startSubgraph(identity, port),
  };
}

const newestTemplate = ({ platform }: World): Promise<string> =>
  asAdministrator(platform, 'postgres', async (client) => {
    const { rows } = await client.query<{ datname: string }>(`select datname from pg_database where datname like 'county_template_%' order by oid desc limit 1`);
    return rows[0]!.datname; // a county has been added
  });

/** What no county can do without, however it is added. */
async function bare({ platform }: World, template: string): Promise<void> {
  const slug = parseCountySlug(`bare_${newId().slice(-8)}`);
  await asAdministrator(platform, 'postgres', (client) => client.query(`create database ${client.escapeIdentifier(slug)} template ${client.escapeIdentifier(template)}`));
  await syncRealm(platform, { kind: 'county', slug, name: slug });
}

const connectionsTo = ({ platform }: World, seats: readonly Seat[]): Promise<number> =>
  asAdministrator(platform, 'postgres', async (client) => {
    const { rowCount } = await client.query('select 1 from pg_stat_activity where datname = any ($1)', [seats.map(({ slug }) => databaseName(slug))]);
    return rowCount ?? 0;
  });

function heapMiB(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}
