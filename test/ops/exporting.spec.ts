import { execFileSync } from 'node:child_process';
import { appendFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportCounty, verifyExport, type CountyExport } from '@fc/countyctl';
import { identity } from '@fc/identity';
import { matching } from '@fc/matching';
import { eventually, openConnection, placeFamily, type TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';

let world: World;
let king: TestCounty;
let to: string;
let whole: CountyExport;
beforeAll(async () => {
  to = await mkdtemp(join(tmpdir(), 'fc-export-'));
  world = await World.start({ counties: ['king'], subgraphs: [identity, matching] });
  king = world.county('king');
  await openConnection(king, await placeFamily(king));
  whole = await exportCounty(world.platform, king.county.slug, to);
}, 120_000);
afterAll(async () => {
  await world?.stop();
  await rm(to, { recursive: true, force: true });
});

interface Manifest {
  readonly files: readonly { readonly path: string; readonly rows?: number; readonly sha256: string }[];
}
const manifestOf = async ({ directory }: CountyExport): Promise<Manifest> => JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8')) as Manifest;
const linesOf = async <Row>({ directory }: CountyExport, path: string): Promise<Row[]> =>
  (await readFile(join(directory, path), 'utf8')).split('\n').filter(Boolean).map((line) => JSON.parse(line) as Row);

describe("a county's export", () => {
  it('S11 holds every row of every table of every service, and is checked without platform or database', async () => {
    const tables = await king.rows<{ schema: string; table: string }>(
      `select schemaname as schema, tablename as table from pg_tables where schemaname in ('identity', 'matching') and tablename not like 'event\\_log\\_%'`,
    );
    // What follows from the last mutation may still be on its way.
    await eventually(async () => {
      whole = await exportCounty(world.platform, king.county.slug, to);
      const rows = new Map((await manifestOf(whole)).files.map((file) => [file.path, file.rows]));
      for (const { schema, table } of tables) {
        const [counted] = await king.rows<{ count: number }>(`select count(*)::int as count from ${schema}.${table}`);
        expect([table, rows.get(`${schema}/${table}.jsonl`)]).toEqual([table, counted?.count]);
      }
    });
    expect(await verifyExport(whole.directory)).toEqual(whole);
  });

  it('can be read by anybody: JSON by the line, sums as sha256sum prints them, tables described', async () => {
    const people = await linesOf<{ given_name: string }>(whole, 'identity/person.jsonl');
    expect(people.map((person) => person.given_name)).toContain('Noor');
    const { files } = await manifestOf(whole);
    for (const { path, sha256 } of files.slice(0, 5)) expect(execFileSync('sha256sum', [join(whole.directory, path)], { encoding: 'utf8' })).toMatch(new RegExp(`^${sha256} `));
    expect(await readFile(join(whole.directory, 'README.txt'), 'utf8')).toContain('King County');
    const described = JSON.parse(await readFile(join(whole.directory, 'identity/schema.json'), 'utf8')) as { table: string; primaryKey: string[]; columns: { name: string }[] }[];
    const person = described.find(({ table }) => table === 'person');
    expect(person).toMatchObject({ primaryKey: ['id'] });
    expect(person?.columns.map(({ name }) => name)).toEqual(Object.keys(people[0] ?? {}));
  });

  it('holds what is protected in words, and not as it lies in the database', async () => {
    const parent = await king.person('PARENT', 'Noor');
    await parent.get('mutation ($input: SetContactDetailsInput!) { setContactDetails(input: $input) { id } }', { input: { personId: parent.personId, email: 'noor@family.example', safeTimes: 'Evenings' } });
    const sealed = await king.rows('select email, safe_times from identity.contact_details where person_id = $1', [parent.personId]);
    expect(sealed).toEqual([{ email: expect.stringMatching(/^s1\./), safe_times: expect.stringMatching(/^s1\./) }]);
    const taken = await exportCounty(world.platform, king.county.slug, to);
    const details = await linesOf<{ person_id: string }>(taken, 'identity/contact_details.jsonl');
    expect(details.filter((row) => row.person_id === parent.personId)).toMatchObject([{ email: 'noor@family.example', safe_times: 'Evenings' }]);
    expect(await verifyExport(taken.directory)).toEqual(taken);

    await king.rows('delete from identity.person_key where person_id = $1', [parent.personId]); // as when she is erased
    const afterwards = await exportCounty(world.platform, king.county.slug, to);
    expect((await linesOf<{ person_id: string }>(afterwards, 'identity/contact_details.jsonl')).filter((row) => row.person_id === parent.personId)).toMatchObject(sealed);
    expect(JSON.parse(await readFile(join(afterwards.directory, 'manifest.json'), 'utf8'))).toMatchObject({ leftSealed: 2 });
  });

  it('shows one moment, though people go on working: whatever happened is there with its event, or not at all', async () => {
    const parent = await king.person('PARENT', 'Busy');
    let stopped = false;
    const working = (async () => {
      while (!stopped) {
        const { id: requestId } = await parent.do<{ id: string }>('mutation ($input: RequestParticipationInput!) { requestParticipation(input: $input) { id } }', { as: 'PARENT', preferredLanguage: 'en' });
        await parent.get('mutation ($input: WithdrawParticipationRequestInput!) { withdrawParticipationRequest(input: $input) { id } }', { input: { requestId } });
      }
    })();
    try {
      let before = 0;
      await eventually(async () => expect(await king.rows('select 1 from identity.participation_request')).not.toEqual([])); // somebody is at work already
      for (let times = 0; times < 3; times += 1) {
        const taken = await exportCounty(world.platform, king.county.slug, to);
        const requests = (await linesOf<{ id: string }>(taken, 'identity/participation_request.jsonl')).map(({ id }) => id);
        const events = [...(await linesOf<Said>(taken, 'identity/event_log.jsonl')), ...(await linesOf<Said>(taken, 'identity/outbox_event.jsonl'))];
        const told = events.filter(({ envelope }) => envelope.type === 'identity.participation-requested.v1').map(({ envelope }) => envelope.subject);
        expect(told.sort()).toEqual(requests.sort());
        expect(requests.length).toBeGreaterThan(before);
        before = requests.length;
        await verifyExport(taken.directory);
      }
    } finally {
      stopped = true;
      await working;
    }
  }, 60_000);

  it('leaves nothing behind that could be taken for one when it fails', async () => {
    const occupied = join(to, 'a-file');
    await writeFile(occupied, '');
    await expect(exportCounty(world.platform, king.county.slug, occupied)).rejects.toMatchObject({ code: 'EXPORT_FAILED' });
    const before = await readdir(to);
    await expect(exportCounty(world.platform, king.county.slug, to, () => {
      throw new Error('the disk is full');
    })).rejects.toMatchObject({ code: 'EXPORT_FAILED', message: expect.stringContaining('the disk is full') });
    expect(await readdir(to)).toEqual(before);
  });
});

interface Said {
  readonly envelope: { readonly type: string; readonly subject: string };
}

describe('an export that is not what was written', () => {
  const person = 'identity/person.jsonl';
  it.each<[string, RegExp, (directory: string) => Promise<unknown>]>([
    ['a letter is changed', /person\.jsonl is not what was written/, async (at) => writeFile(join(at, person), (await readFile(join(at, person), 'utf8')).replace('Noor', 'Nour'))],
    ['a row is missing', /person\.jsonl has \d+ rows and not \d+/, async (at) => writeFile(join(at, person), (await readFile(join(at, person), 'utf8')).replace(/^.*\n/, ''))],
    ['a line is no row', /person\.jsonl has 1 lines that are no row/, (at) => appendFile(join(at, person), '{"id":1}\n')],
    ['a file is gone', /person\.jsonl cannot be read/, (at) => rm(join(at, person))],
    ['a file was added', /extra\.jsonl is not in the manifest/, (at) => writeFile(join(at, 'identity/extra.jsonl'), '')],
    ['the manifest is gone', /holds no manifest/, (at) => rm(join(at, 'manifest.json'))],
  ])('is refused where %s', async (_, wrong, spoil) => {
    const copy = await mkdtemp(join(to, 'copy-'));
    await cp(whole.directory, copy, { recursive: true });
    await verifyExport(copy);
    await spoil(copy);
    await expect(verifyExport(copy)).rejects.toMatchObject({ code: 'EXPORT_DAMAGED', message: expect.stringMatching(wrong) });
  });
});
