import { execFileSync } from 'node:child_process';
import { appendFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportCounty, takingsOf, verifyExport, type TakenOut } from '@fc/countyctl';
import { identity } from '@fc/identity';
import { matching } from '@fc/matching';
import { eventually, openConnection, placeFamily, type TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';

let world: World;
let king: TestCounty;
let to: string;
let whole: TakenOut;
const [by, reason] = ['Olivia Operator', 'The county asks for its record.'];
const taken = (): Promise<TakenOut> => exportCounty(world.platform, king.county.slug, { to, by, reason });
beforeAll(async () => {
  to = await mkdtemp(join(tmpdir(), 'fc-export-'));
  world = await World.start({ counties: ['king'], subgraphs: [identity, matching] });
  king = world.county('king');
  await openConnection(king, await placeFamily(king));
  whole = await taken();
}, 120_000);
afterAll(async () => {
  await world?.stop();
  await rm(to, { recursive: true, force: true });
});

interface Manifest {
  readonly notices: readonly { readonly notice: string; readonly files: readonly string[] }[];
  readonly files: readonly { readonly path: string; readonly rows?: number; readonly sha256: string }[];
}
const manifestOf = async ({ directory }: TakenOut): Promise<Manifest> => JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8')) as Manifest;
const linesOf = async <Row>({ directory }: TakenOut, path: string): Promise<Row[]> =>
  (await readFile(join(directory, path), 'utf8')).split('\n').filter(Boolean).map((line) => JSON.parse(line) as Row);

describe("a county's export", () => {
  it('S11 holds every row of every table of every service, and is checked without platform or database', async () => {
    const tables = await king.rows<{ schema: string; table: string }>(
      `select schemaname as schema, tablename as table from pg_tables where schemaname in ('identity', 'matching') and tablename not like 'event\\_log\\_%'`,
    );
    // What follows from the last mutation may still be on its way.
    await eventually(async () => {
      whole = await taken();
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
    const now = await taken();
    const details = await linesOf<{ person_id: string }>(now, 'identity/contact_details.jsonl');
    expect(details.filter((row) => row.person_id === parent.personId)).toMatchObject([{ email: 'noor@family.example', safe_times: 'Evenings' }]);
    expect(await verifyExport(now.directory)).toEqual(now);

    await king.rows('delete from identity.person_key where person_id = $1', [parent.personId]); // as when she is erased
    const afterwards = await taken();
    expect((await linesOf<{ person_id: string }>(afterwards, 'identity/contact_details.jsonl')).filter((row) => row.person_id === parent.personId)).toMatchObject(sealed);
    expect(JSON.parse(await readFile(join(afterwards.directory, 'manifest.json'), 'utf8'))).toMatchObject({ leftSealed: 2 });
  });

  it('S10 says beside each row that 42 CFR Part 2 protects, in the manifest and to whoever opens it, that it may not be handed on', async () => {
    const parent = await king.person('PARENT', 'Marisol');
    const { id: factId } = await parent.do<{ id: string }>('mutation ($input: RecordConfidentialFactInput!) { recordConfidentialFact(input: $input) { id } }', { personId: parent.personId, text: 'In treatment.' });
    const words = { patientName: 'Marisol', disclosedBy: 'The clinic', information: 'All', purpose: 'Care', document: 'Folder 3', toldOfRightToRevoke: true, signedOn: '2025-01-01', expiresOn: '2099-01-01' };
    await parent.do('mutation ($input: RecordWrittenConsentInput!) { recordWrittenConsent(input: $input) { id } }', { ...words, personId: parent.personId, factIds: [factId], recipientPersonId: king.supervisor.personId });
    const now = await taken();
    const notice = '42 CFR part 2 prohibits unauthorized use or disclosure of these records.';
    const files = ['identity/confidential_fact.jsonl', 'identity/written_consent.jsonl'];
    const [facts, consents] = [await linesOf<object>(now, files[0]!), await linesOf<object>(now, files[1]!)];
    expect([facts.length, consents.length]).toEqual([1, 1]);
    expect(facts).toMatchObject([{ id: factId, sealed_text: 'In treatment.', notice }]);
    expect(consents).toMatchObject([{ elements: { disclosedBy: 'The clinic' }, notice }]);
    expect((await linesOf<object>(now, 'identity/person.jsonl')).filter((row) => 'notice' in row)).toEqual([]);
    expect((await manifestOf(now)).notices).toEqual([{ notice, files }]);
    expect(await readFile(join(now.directory, 'README.txt'), 'utf8')).toContain(notice);
    expect(await verifyExport(now.directory)).toEqual(now);
  });

  it('is taken by somebody, for a reason: the state’s book keeps both with the sum of the manifest, and the county’s trail tells its program supervisor, and no coordinator', async () => {
    for (const [missing, code] of [[{ by: ' ' }, 'NAME_NEEDED'], [{ reason: '' }, 'REASON_NEEDED']] as const) await expect(exportCounty(world.platform, king.county.slug, { to, by, reason, ...missing })).rejects.toMatchObject({ code });
    const { sha256, rows } = await taken();
    const [taking] = await takingsOf(world.platform, king.county.slug);
    expect(taking).toMatchObject({ kind: 'EXPORT', takenBy: by, reason, sha256, rows, takenAt: expect.any(Date) });
    const trail = 'query ($id: UUID) { identityAuditTrail(first: 1, recordId: $id) { nodes { action outcome personId records { record id change } } } }';
    const told = { action: 'exportCounty', outcome: 'READ', personId: null, records: [{ record: 'Taking', id: taking?.id, change: 'read' }] };
    expect(await king.supervisor.get(trail, { id: taking?.id })).toEqual({ identityAuditTrail: { nodes: [told] } });
    const ofCoordinator = await (await king.person('COORDINATOR')).get(trail, { id: taking?.id });
    expect(ofCoordinator).toMatchObject({ identityAuditTrail: { nodes: [{ action: 'identityAuditTrail' }] } }); // that the supervisor has just looked
    await expect(exportCounty(world.platform, king.county.slug, { to: '/dev/null/nowhere', by, reason })).rejects.toMatchObject({ code: 'EXPORT_FAILED' });
    expect((await takingsOf(world.platform, king.county.slug))[0]).toMatchObject({ takenBy: by, sha256: null, takenAt: null });
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
        const now = await taken();
        const requests = (await linesOf<{ id: string }>(now, 'identity/participation_request.jsonl')).map(({ id }) => id);
        const events = [...(await linesOf<Said>(now, 'identity/event_log.jsonl')), ...(await linesOf<Said>(now, 'identity/outbox_event.jsonl'))];
        const told = events.filter(({ envelope }) => envelope.type === 'identity.participation-requested.v1').map(({ envelope }) => envelope.subject);
        expect(told.sort()).toEqual(requests.sort());
        expect(requests.length).toBeGreaterThan(before);
        before = requests.length;
        await verifyExport(now.directory);
      }
    } finally {
      stopped = true;
      await working;
    }
  }, 60_000);

  it('leaves nothing behind that could be taken for one when it fails', async () => {
    const occupied = join(to, 'a-file');
    await writeFile(occupied, '');
    await expect(exportCounty(world.platform, king.county.slug, { to: occupied, by, reason })).rejects.toMatchObject({ code: 'EXPORT_FAILED' });
    const before = await readdir(to);
    await expect(exportCounty(world.platform, king.county.slug, { to, by, reason, progress: () => {
      throw new Error('the disk is full');
    } })).rejects.toMatchObject({ code: 'EXPORT_FAILED', message: expect.stringContaining('the disk is full') });
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
