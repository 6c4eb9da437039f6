import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditOf, change, codeOf, expectAudited, said, tell } from './asking.ts';
import { csvOf, daysAgo, familyFile, importFile, outcomes, type FileRow } from './case-file.ts';

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;

beforeAll(async () => {
  world = await SharedWorld.join('king', 'pierce');
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
}, 120_000);
afterAll(() => world?.stop());

const child = 'query ($id: UUID!) { child(id: $id) { givenName birthDate placements { type householdId startedAt startedPrecision endedAt } } }';
const idOf = async (externalId: string): Promise<string> => (await king.rows<{ record_id: string }>(`select record_id from identity.external_record where external_id = $1`, [externalId]))[0]!.record_id;
const everything = (): Promise<object[]> =>
  king.rows(`select (select count(*) from identity.person) as people, (select count(*) from identity.placement) as placements, (select count(*) from identity.correction) as corrections,
    (select count(*) from (select subject from identity.outbox_event union all select subject from identity.event_log) event where subject not like '%audit%') as events, (select count(*) from identity.external_record) as names`);
const withCells = (rows: readonly FileRow[], externalId: string, cells: FileRow): FileRow[] => rows.map((row) => (row['external_id'] === externalId ? { ...row, ...cells } : row));

describe('the import of case data', () => {
  it('S57 brings a family in with the placements that it had, and says the same events as if somebody had entered them', async () => {
    const report = await importFile(coordinator, csvOf(familyFile('A')));
    expect(report.counts).toEqual({ created: 7, updated: 0, unchanged: 0, refused: 0, waiting: 0 });
    expect(report.lines.nodes[0]).toMatchObject({ row: 2, kind: 'PERSON', externalId: 'mother-A', outcome: 'CREATED', code: null });
    const [childId, household, motherId] = [await idOf('child-A'), await idOf('home-A'), await idOf('mother-A')];
    const { child: seen } = await coordinator.get<{ child: { placements: unknown[] } }>(child, { id: childId });
    expect(seen).toMatchObject({ givenName: 'Ayan', birthDate: '2020-02-29' });
    expect(seen.placements).toEqual([
      expect.objectContaining({ type: 'EMERGENCY_SHELTER', householdId: null, startedPrecision: 'DATE', endedAt: expect.stringContaining(daysAgo(38)) }),
      expect.objectContaining({ type: 'FOSTER_FAMILY_HOME', householdId: household, endedAt: null }),
    ]);
    const started = (await said<{ childId: string; firstOfEpisode: boolean; previousPlacementId: string | null }>(king, 'identity.placement-started.v1')).filter((data) => data.childId === childId);
    expect(started.map((data) => data.firstOfEpisode)).toEqual([true, false]);
    expect(await said(king, 'identity.role-granted.v1')).toContainEqual(expect.objectContaining({ personId: motherId, role: 'PARENT' }));
    expect(await said(king, 'identity.person-profile-changed.v1')).toContainEqual(expect.objectContaining({ personId: motherId, languages: ['ar', 'en'] }));
    // The household's people became caregivers as registering makes them, and each row is in the trail.
    expect(await said(king, 'identity.role-granted.v1')).toContainEqual(expect.objectContaining({ personId: await idOf('foster-A'), role: 'CAREGIVER' }));
    expect((await auditOf(king, coordinator, 'importCaseData')).length).toBeGreaterThanOrEqual(7);
    await coordinator.do(change('openFamilyConnection'), { parentId: motherId, householdId: household });
  });

  it('changes nothing when the same file comes again, and says so', async () => {
    const file = csvOf(familyFile('B'));
    await importFile(coordinator, file);
    const before = await everything();
    expect((await importFile(coordinator, file)).counts).toMatchObject({ created: 0, updated: 0, unchanged: 7, refused: 0 });
    expect(await everything()).toEqual(before);
  });

  it('puts right what an updated row says otherwise, and keeps what was said before', async () => {
    const rows = familyFile('C');
    await importFile(coordinator, csvOf(rows));
    const changed = withCells(withCells(rows, 'child-C', { birth_date: '2020-03-01' }), 'stay-C', { placement_type: 'RELATIVE_FOSTER_HOME' });
    const report = await importFile(coordinator, csvOf(changed));
    expect(report.counts).toMatchObject({ updated: 2, unchanged: 5, refused: 0 });
    const childId = await idOf('child-C');
    expect(await coordinator.get(child, { id: childId })).toMatchObject({ child: { birthDate: '2020-03-01', placements: [{}, { type: 'RELATIVE_FOSTER_HOME' }] } });
    expect(await said(king, 'identity.placement-corrected.v1')).toContainEqual(expect.objectContaining({ placementId: await idOf('stay-C'), type: 'RELATIVE_FOSTER_HOME', firstOfEpisode: false }));
    expect(await king.rows(`select facts, reason from identity.correction where record_id = $1`, [childId])).toEqual([{ facts: [{ field: 'birthDate', before: '2020-02-29', after: '2020-03-01' }], reason: 'Imported from Statewide.' }]);
  });

  it('takes an exit and a change of placement that the source learns of later, with the family connection behind it', async () => {
    const rows = familyFile('D');
    await importFile(coordinator, csvOf(rows));
    const [parentId, householdId] = [await idOf('mother-D'), await idOf('home-D')];
    const { id: first } = await coordinator.do<{ id: string }>(change('openFamilyConnection'), { parentId, householdId });
    const next: FileRow[] = [
      { record_type: 'PERSON', external_id: 'aunt-D', given_name: 'Luz', family_name: 'Example' },
      { record_type: 'HOUSEHOLD', external_id: 'kin-D', household_kind: 'KINSHIP_CAREGIVER', licensed: 'false', caregiver_ids: 'aunt-D' },
      { record_type: 'PLACEMENT', external_id: 'kin-stay-D', child_id: 'child-D', placement_type: 'RELATIVE_FOSTER_HOME', household_id: 'kin-D', begin_date: daysAgo(10) },
    ];
    const moved = [...withCells(rows, 'stay-D', { end_date: daysAgo(10) }), ...next];
    expect((await importFile(coordinator, csvOf(moved))).counts).toMatchObject({ created: 3, updated: 1, refused: 0 });
    expect(await said(king, 'identity.connection-closed.v1')).toContainEqual(expect.objectContaining({ connectionId: first }));
    expect(await said(king, 'identity.connection-opened.v1')).toContainEqual(expect.objectContaining({ parentId, householdId: await idOf('kin-D') }));
    const home = withCells(moved, 'episode-D', { exit_date: daysAgo(2), exit_reason: 'REUNIFICATION' });
    expect((await importFile(coordinator, csvOf(home))).counts).toMatchObject({ updated: 1, unchanged: 9, refused: 0 });
    expect(await said(king, 'identity.episode-exited.v1')).toContainEqual(expect.objectContaining({ childId: await idOf('child-D'), reason: 'REUNIFICATION' }));
    expect(await king.rows(`select 1 from identity.placement where child_id = $1 and ended_at is null`, [await idOf('child-D')])).toEqual([]);
  });

  it('takes rows in any order, and nothing that refers to a row that was refused', async () => {
    const rows = withCells(familyFile('E'), 'home-E', { licensed: 'false' }).toReversed();
    const report = await importFile(coordinator, csvOf(rows));
    expect(outcomes(report)).toMatchObject({ 'child-E': 'CREATED', 'episode-E': 'CREATED', 'shelter-E': 'CREATED', 'home-E': 'IDENTITY.LICENCE_REQUIRED', 'stay-E': 'IDENTITY.IMPORT_REFERENCE' });
    // Once the household is right, the same file brings the rest.
    expect(outcomes(await importFile(coordinator, csvOf(familyFile('E'))))).toMatchObject({ 'child-E': 'UNCHANGED', 'home-E': 'CREATED', 'stay-E': 'CREATED' });
  });

  it('refuses each row that cannot be true, with a code and plain words, and takes the others', async () => {
    const tomorrow = daysAgo(-1);
    const rows: FileRow[] = [
      ...familyFile('F'),
      { record_type: 'CHILD', external_id: 'unborn', given_name: 'A', family_name: 'B', birth_date: daysAgo(-2) },
      { record_type: 'CHILD', external_id: 'no-day', given_name: 'A', family_name: 'B', birth_date: '2021-02-30' },
      { record_type: 'CHILD', external_id: 'orphan', given_name: 'A', family_name: 'B', birth_date: '2021-02-03', parent_ids: 'nobody' },
      { record_type: 'PLACEMENT', external_id: 'twice-F', child_id: 'child-F', placement_type: 'GROUP_HOME', begin_date: daysAgo(39), end_date: daysAgo(37) },
      { record_type: 'PLACEMENT', external_id: 'early-F', child_id: 'child-F', placement_type: 'GROUP_HOME', begin_date: daysAgo(60), end_date: daysAgo(50) },
      { record_type: 'EPISODE', external_id: 'exit-first', child_id: 'child-F', removal_date: daysAgo(90), exit_date: daysAgo(95), exit_reason: 'OTHER' },
      { record_type: 'EPISODE', external_id: 'to-come', child_id: 'child-F', removal_date: tomorrow },
      { record_type: 'EPISODE', external_id: 'before-birth', child_id: 'child-F', removal_date: '2019-01-01', exit_date: '2019-02-01', exit_reason: 'OTHER' },
      { record_type: 'CHILD', external_id: 'child-F', given_name: 'Again', family_name: 'B', birth_date: '2021-02-03' },
      { record_type: 'PERSON', external_id: 'nameless', given_name: '', family_name: 'B' },
      { record_type: 'PERSON', external_id: 'foreign', given_name: 'A', family_name: 'B', exit_reason: 'OTHER' },
      { record_type: 'PERSON', external_id: 'chief', given_name: 'A', family_name: 'B', roles: 'PROGRAM_SUPERVISOR' },
      { record_type: 'CASE_ASSIGNMENT', external_id: 'no-worker', child_id: 'child-F', worker_id: 'mother-F', case_role: 'CASEWORKER' },
      { record_type: 'CAR', external_id: 'car' },
    ];
    const report = await importFile(coordinator, csvOf(rows));
    const of = outcomes({ ...report, lines: { ...report.lines, nodes: report.lines.nodes.slice(7) } });
    expect(of).toEqual({
      unborn: 'DATE_IN_FUTURE',
      'no-day': 'IDENTITY.IMPORT_CELL',
      orphan: 'IDENTITY.IMPORT_REFERENCE',
      'twice-F': 'IDENTITY.DATES_OVERLAP',
      'early-F': 'DATE_TOO_EARLY',
      'exit-first': 'DATE_TOO_EARLY',
      'to-come': 'DATE_IN_FUTURE',
      'before-birth': 'IDENTITY.BEFORE_BIRTH',
      'child-F': 'IDENTITY.IMPORT_DUPLICATE',
      nameless: 'TEXT_REQUIRED',
      foreign: 'IDENTITY.IMPORT_CELL',
      chief: 'FORBIDDEN',
      'no-worker': 'IDENTITY.ROLE_MISSING',
      car: 'IDENTITY.IMPORT_CELL',
    });
    expect(report.counts).toMatchObject({ created: 7, refused: 14 });
    expect(report.lines.nodes.find(({ externalId }) => externalId === 'no-day')?.message).toBe('birth_date: Write a day like 2026-03-01.');
  });

  it('S83 is for coordinators and program supervisors, each in their own county, and for nobody else', async () => {
    const file = { sourceSystem: 'Statewide', format: 'CSV', dryRun: false, text: csvOf(familyFile('G')) };
    for (const role of ['CASEWORKER', 'PARENT', 'CASA', 'NAVIGATOR']) {
      const actor = await king.person(role);
      expect(await codeOf(actor.do(change('importCaseData'), file))).toBe('FORBIDDEN');
      await expectAudited(king, actor, 'importCaseData', 'FORBIDDEN');
    }
    const report = await importFile(king.supervisor, file.text);
    expect(report.counts.refused).toBe(0);
    const ask = 'query ($id: UUID!) { caseImport(id: $id) { status } }';
    expect(await coordinator.get(ask, { id: report.id })).toEqual({ caseImport: { status: 'DONE' } });
    expect(await codeOf(world.county('pierce').supervisor.get(ask, { id: report.id }))).toBe('NOT_FOUND');
    expect(await world.county('pierce').rows(`select 1 from identity.external_record`)).toEqual([]);
  });

  it('reports in a dry run what would become of each row, and writes nothing of it', async () => {
    const before = await everything();
    const rows = withCells(familyFile('H'), 'shelter-H', { end_date: daysAgo(20) });
    const report = await importFile(coordinator, csvOf(rows), { dryRun: true });
    expect(outcomes(report)).toEqual({ 'mother-H': 'CREATED', 'foster-H': 'CREATED', 'home-H': 'CREATED', 'child-H': 'CREATED', 'episode-H': 'CREATED', 'shelter-H': 'CREATED', 'stay-H': 'IDENTITY.DATES_OVERLAP' });
    expect(await everything()).toEqual(before);
    expect(outcomes(await importFile(coordinator, csvOf(rows)))).toEqual(outcomes(report));
  });

  it('links an external id to somebody who is in the program already, and lets a caseworker be assigned by it', async () => {
    const worker = await king.person('CASEWORKER', 'Casey');
    const rows: FileRow[] = [
      ...familyFile('I'),
      { record_type: 'PERSON', external_id: 'worker-7', person_id: worker.personId },
      { record_type: 'CASE_ASSIGNMENT', external_id: 'case-I', child_id: 'child-I', worker_id: 'worker-7', case_role: 'CASEWORKER', begin_date: daysAgo(39) },
    ];
    expect((await importFile(coordinator, csvOf(rows))).counts).toMatchObject({ created: 9, refused: 0 });
    const id = await idOf('child-I');
    await eventually(() => worker.get(child, { id }));
    const ended = withCells(rows, 'case-I', { end_date: daysAgo(1) });
    expect((await importFile(coordinator, csvOf(ended))).counts).toMatchObject({ updated: 1, refused: 0 });
    await eventually(async () => expect(await codeOf(worker.get(child, { id }))).toBe('NOT_FOUND'));
  });
});

describe('the file', () => {
  it('is received in parts that may break off anywhere, each once, and taken when it is whole', async () => {
    const text = csvOf(withCells(familyFile('J'), 'mother-J', { family_name: 'Example,\n"the first"' }));
    const { id: importId } = await coordinator.do<{ id: string }>(change('beginCaseImport'), { sourceSystem: 'Statewide', format: 'CSV', dryRun: false });
    const send = (part: number, from: number, to: number, last = false): Promise<unknown> => tell(coordinator, 'sendCaseData', { importId, part, text: text.slice(from, to), last }, '{ parts }');
    const cut = text.indexOf('the first');
    await send(1, 0, cut);
    await send(1, 0, cut);
    expect(await codeOf(send(3, cut, text.length, true))).toBe('IDENTITY.IMPORT_PART_ORDER');
    expect(await codeOf(tell(coordinator, 'continueCaseImport', { importId }))).toBe('IDENTITY.IMPORT_NOT_COMPLETE');
    await send(2, cut, text.length, true);
    await send(2, cut, text.length, true);
    expect(await codeOf(send(3, 0, 5, true))).toBe('IDENTITY.IMPORT_COMPLETE');
    await tell(coordinator, 'continueCaseImport', { importId });
    expect(await coordinator.get('query ($id: UUID!) { caseImport(id: $id) { parts counts { created refused } } }', { id: importId })).toEqual({ caseImport: { parts: 2, counts: { created: 7, refused: 0 } } });
    expect(await king.rows(`select cells from identity.case_import_row where import_id = $1 and cells is not null`, [importId])).toEqual([]);
  });

  it('can be JSON, an object a line, and begin with the mark of a byte order', async () => {
    const lines = familyFile('K').map((row) => JSON.stringify(row['caregiver_ids'] ? { ...row, licensed: true, caregiver_ids: [row['caregiver_ids']] } : row));
    expect((await importFile(coordinator, `\uFEFF${lines.join('\n')}`, { format: 'JSON_LINES' })).counts).toMatchObject({ created: 7, refused: 0 });
    expect((await importFile(coordinator, `\uFEFF${csvOf(familyFile('K'))}`)).counts).toMatchObject({ unchanged: 7, refused: 0 });
    const odd = await importFile(coordinator, '[]\n{"record_type":"PERSON","secret":"x"}\nnot json\n{"__proto__":{"kind":"PERSON"}}', { format: 'JSON_LINES' });
    expect(odd.lines.nodes.map(({ code }) => code)).toEqual(['IDENTITY.IMPORT_CELL', 'IDENTITY.IMPORT_COLUMN', 'IDENTITY.IMPORT_CELL', 'IDENTITY.IMPORT_CELL']);
  });

  it('is refused whole when it has a column that nobody knows, is not UTF-8, or never closes a quotation mark', async () => {
    const refused = (text: string, file: object = {}): Promise<string> => codeOf(importFile(coordinator, text, file));
    expect(await refused('record_type,external_id,shoe_size\nPERSON,1,38\n')).toBe('IDENTITY.IMPORT_COLUMN');
    expect(await refused('record_type,given_name\nPERSON,A\n')).toBe('IDENTITY.IMPORT_COLUMN');
    expect(await refused('record_type,external_id,external_id\nPERSON,1,2\n')).toBe('IDENTITY.IMPORT_COLUMN');
    expect(await refused('record_type,external_id,given_name\nPERSON,1,Jos\uFFFD\n')).toBe('IDENTITY.IMPORT_ENCODING');
    expect(await refused('record_type,external_id,given_name\nPERSON,1,"Jos\n')).toBe('IDENTITY.IMPORT_QUOTES');
    expect(await refused(csvOf(familyFile('L')), { sourceSystem: ' ' })).toBe('TEXT_REQUIRED');
    await expectAudited(king, coordinator, 'importCaseData', 'IDENTITY.IMPORT_COLUMN');
  });

  it('is refused at a line of ten megabytes, of which no more than two parts are ever kept', async () => {
    const { id: importId } = await coordinator.do<{ id: string }>(change('beginCaseImport'), { sourceSystem: 'Statewide', format: 'CSV', dryRun: false });
    const send = (part: number, text: string): Promise<string> => codeOf(tell(coordinator, 'sendCaseData', { importId, part, text, last: false }, '{ parts }'));
    expect(await send(1, 'record_type,external_id,given_name,family_name\nPERSON,1,"')).toBe('NOT_REFUSED');
    let sent = 0;
    for (let answer = 'NOT_REFUSED'; answer === 'NOT_REFUSED' && sent < 10_000_000; sent += 190_000) {
      answer = await send(2 + sent / 190_000, 'x'.repeat(190_000));
      if (answer !== 'NOT_REFUSED') expect(answer).toBe('IDENTITY.IMPORT_ROW_TOO_LONG');
    }
    expect(sent).toBe(190_000);
    expect(await send(2, 'x'.repeat(200_001))).toBe('IDENTITY.IMPORT_PART_TOO_LONG');
  });

  it('is text and nothing else: a formula in a cell stays text, and the exported report keeps it from being executed', async () => {
    const rows: FileRow[] = [{ record_type: 'PERSON', external_id: '=cmd|calc', given_name: '=HYPERLINK("http://x")', family_name: '@SUM(A1)' }];
    const report = await importFile(coordinator, csvOf(rows));
    expect(report.lines.nodes[0]).toMatchObject({ outcome: 'CREATED', externalId: '=cmd|calc' });
    expect(report.lines.csv).toContain(`"'=cmd|calc"`);
    expect(await coordinator.get('query ($id: UUID!) { person(id: $id) { givenName familyName } }', { id: report.lines.nodes[0]?.recordId })).toEqual({ person: { givenName: '=HYPERLINK("http://x")', familyName: '@SUM(A1)' } });
  });
});
