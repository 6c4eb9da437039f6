import { Storyteller, tellMainJob } from '@fc/local';
import type { Actor, TestCounty, TestWorld } from '@fc/testing';
import type { IdsFor } from './sample-input.ts';

/** A county in which the program's main job has happened: there is one at least of nearly everything. */
export interface WholeCounty {
  readonly county: TestCounty;
  /** The people of the story, one at least of each role that it has; the coordinator first. */
  readonly people: readonly Actor[];
  /** Ids of this county's things, by the name of the field that wants them; what has no such thing gets a parent and a caregiver. */
  readonly idsFor: IdsFor;
  /** Every id that stands anywhere in this county's database. */
  readonly ids: ReadonlySet<string>;
}

const uuid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;
export const idsIn = (text: string): string[] => text.match(uuid) ?? [];

/** Tells the main job in the county, next to a neighbour. */
export async function wholeCounty(world: TestWorld, county: TestCounty, neighbour: TestCounty): Promise<WholeCounty> {
  const invited = new Map<string, Actor>();
  await tellMainJob(new Storyteller(() => undefined), {
    supervisor: county.supervisor,
    invite: async (person) => {
      const actor = await county.invite(person);
      invited.set(person.givenName, actor);
      return actor;
    },
    neighbour: await neighbour.person('COORDINATOR'),
    state: await world.stateAdministrator(),
  });
  const [parent, caregiver] = [invited.get('Noor'), invited.get('Dana')];
  if (!parent || !caregiver) throw new Error('The story is no longer that of Noor and Dana.');
  // What the story does not tell of.
  const { id: storyId } = await parent.do<{ id: string }>('mutation ($input: TellStoryInput!) { tellStory(input: $input) { id } }', { title: 'A way home', text: 'It took a year.' });
  await parent.get('mutation ($input: ReleaseStoryInput!) { releaseStory(input: $input) { id } }', { input: { storyId, how: 'SPOKEN' } });
  await parent.do('mutation ($input: OpenCalendarFeedInput!) { openCalendarFeed(input: $input) { openedAt } }', {});
  await invited.get('Cora')?.do('mutation ($input: BeginCaseImportInput!) { beginCaseImport(input: $input) { id } }', { sourceSystem: 'Statewide', format: 'CSV', dryRun: false });
  const things = await thingsOf(county);
  return { county, people: [...invited.values(), county.supervisor], idsFor: finder(things, [parent.personId, caregiver.personId]), ids: new Set(idsIn(await everythingIn(county))) };
}

interface Thing {
  readonly service: string;
  readonly table: string;
  readonly ids: readonly string[];
}

/** Up to two ids out of each table that keeps things under an id. */
async function thingsOf(county: TestCounty): Promise<Thing[]> {
  const tables = await county.rows<{ schema: string; name: string }>(
    `select table_schema as schema, table_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
      where column_name = 'id' and data_type = 'uuid' and table_type = 'BASE TABLE' and table_name !~ '^(access_|contact_pair)' order by table_schema <> 'identity', 1, 2`,
  );
  const found = await Promise.all(tables.map(({ schema, name }) => county.rows<{ id: string }>(`select id from ${schema}.${name} order by id limit 2`)));
  return tables.map(({ schema, name }, at) => ({ service: schema.replaceAll('_', '-'), table: name, ids: found[at]!.map(({ id }) => id) })).filter(({ ids }) => ids.length > 0);
}

/** A field `visitId` wants an id out of a table `visit` or `..._visit`, of its own service if there is one. */
const finder =
  (things: readonly Thing[], people: readonly [string, string]): IdsFor =>
  (fieldName, service) => {
    const name = fieldName.replace(/Ids?$/, '').replaceAll(/(?<=[a-z])[A-Z]/g, (capital) => `_${capital}`).toLowerCase();
    if (name === 'person') return people;
    const fits = [...things.filter((thing) => thing.service === service), ...things];
    const thing = fits.find(({ table }) => table === name) ?? fits.find(({ table }) => table.endsWith(`_${name}`));
    return thing ? [thing.ids[0]!, thing.ids[1] ?? thing.ids[0]!] : people;
  };

async function everythingIn(county: TestCounty): Promise<string> {
  const tables = await county.rows<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`);
  const rows = await county.rows<{ all: string | null }>(tables.map(({ name }) => `select string_agg(one::text, ' ') as all from ${name} one`).join(' union all '));
  return rows.map((row) => row.all ?? '').join(' ');
}
