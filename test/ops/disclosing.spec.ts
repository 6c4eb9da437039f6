import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { carryOutDisclosure, confirmDisclosure, disclosedColumns, disclosureRules, disclosuresOf, requestDisclosure, schemas, takingsOf, undisclosed, verifyExport, withdrawDisclosures, type Asked, type Platform, type TakenOut } from '@fc/countyctl';
import { newId } from '@fc/domain-kernel';
import { schemaName } from '@fc/tenancy';
import { inHours, openConnection, placeFamily, SharedWorld, type Actor, type TestCounty, type TestFamily } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mutation } from '../isolation/planning-family.ts';
import { canary } from '../isolation/relationship-readings.ts';
import { wholeCase, type WholeCase } from '../isolation/whole-case.ts';

const [olivia, oscar] = [{ by: 'Olivia Operator' }, { by: 'Oscar Operator' }];
const notice = '42 CFR part 2 prohibits unauthorized use or disclosure of these records.';
const ours = 'Ours';

let world: SharedWorld;
let king: TestCounty;
let platform: Platform;
let slug: string;
let kase: WholeCase;
let strangers: TestFamily & { readonly connectionId: string };
let to: string;
beforeAll(async () => {
  to = await mkdtemp(join(tmpdir(), 'fc-disclosure-'));
  world = await SharedWorld.join('king');
  king = world.county('king');
  ({ slug } = king.county);
  platform = { ...world.platform, schemas, registryFile: '', registryPrivateKey: '' }; // what a disclosure has no use for
  const family = await placeFamily(king, 'Stranger');
  strangers = { ...family, connectionId: await openConnection(king, family) };
  kase = await wholeCase(king, ours);
  const coordinator = await king.person('COORDINATOR');
  await coordinator.do(mutation('prohibitContact'), { personIds: [kase.people.PARENT.personId, strangers.caregiver.personId], channels: ['CALL'], source: 'COURT_ORDER', document: 'Drawer 17', from: inHours(-1) });
  // As the two who lead a meeting write for each other.
  await king.rows(`update meetings.agenda_item set note = 'Go slowly here.', note_for = 'LEADS' where key = 'ROUTINE' and meeting_id in (select id from meetings.connections_meeting where connection_id = $1)`, [kase.connectionId]);
}, 240_000);
afterAll(async () => {
  await world?.stop();
  await rm(to, { recursive: true, force: true });
});

const ofParent = (more: Partial<Asked> = {}): Asked => ({ of: { kind: 'PERSON', id: kase.people.PARENT.personId }, order: '26-4-00017-1', ...more });

/** Asked by one operator, confirmed by another, carried out. */
async function disclosed(asked: Asked): Promise<TakenOut> {
  await requestDisclosure(platform, slug, asked, olivia);
  await confirmDisclosure(platform, slug, asked, oscar);
  return carryOutDisclosure(platform, slug, asked, { to });
}

interface Manifest {
  readonly redactions: readonly { readonly kind: string; readonly count: number | null }[];
  readonly notices: readonly { readonly notice: string; readonly files: readonly string[] }[];
  readonly order: string;
}
const manifestOf = async ({ directory }: TakenOut): Promise<Manifest> => JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8')) as Manifest;
const linesOf = async ({ directory }: TakenOut, path: string): Promise<object[]> =>
  (await readFile(join(directory, path), 'utf8').catch(() => '')).split('\n').filter(Boolean).map((line) => JSON.parse(line) as object);

async function everythingIn({ directory }: TakenOut): Promise<string> {
  const files = (await readdir(directory, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  return (await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'utf8')))).join('\n');
}

describe('a disclosure to a court', () => {
  it('S83 is decided by two people, each of whom says the same by themselves', async () => {
    const asked = ofParent({ order: '26-4-00001-1' });
    const request = (more: Partial<Asked>, by = olivia): Promise<unknown> => requestDisclosure(platform, slug, { ...asked, ...more }, by);
    await expect(request({ order: ' ' })).rejects.toMatchObject({ code: 'ORDER_NEEDED' });
    await expect(request({}, { by: '' })).rejects.toMatchObject({ code: 'NAME_NEEDED' });
    await expect(request({ of: { kind: 'PERSON', id: 'Noor' } })).rejects.toMatchObject({ code: 'SUBJECT_NEEDED' });
    await expect(request({ of: { kind: 'PERSON', id: newId() } })).rejects.toMatchObject({ code: 'UNKNOWN_SUBJECT' });
    await expect(request({ of: { kind: 'CONNECTION', id: asked.of.id } })).rejects.toMatchObject({ code: 'UNKNOWN_SUBJECT' });
    await expect(requestDisclosure(platform, 'nowhere', asked, olivia)).rejects.toMatchObject({ code: 'UNKNOWN_COUNTY' });
    await expect(carryOutDisclosure(platform, slug, asked, { to })).rejects.toMatchObject({ code: 'NO_DISCLOSURE' });

    await request({});
    await expect(request({})).rejects.toMatchObject({ code: 'DISCLOSURE_OPEN' });
    await expect(carryOutDisclosure(platform, slug, asked, { to })).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    await expect(confirmDisclosure(platform, slug, asked, { by: ' olivia OPERATOR ' })).rejects.toMatchObject({ code: 'SAME_OPERATOR' });
    for (const other of [{ order: '26-4-00001-2' }, { of: { kind: 'PERSON', id: kase.people.CAREGIVER.personId } as const }, { partTwo: { order: '26-2-1' } }]) await expect(confirmDisclosure(platform, slug, { ...asked, ...other }, oscar)).rejects.toMatchObject({ code: 'NO_DISCLOSURE' });
    await confirmDisclosure(platform, slug, asked, oscar);
    await expect(confirmDisclosure(platform, slug, asked, { by: 'Third Operator' })).rejects.toMatchObject({ code: 'ALREADY_CONFIRMED' });
    expect(await withdrawDisclosures(platform, slug, asked.order, olivia)).toBe(1);
    await expect(carryOutDisclosure(platform, slug, asked, { to })).rejects.toMatchObject({ code: 'NO_DISCLOSURE' });
    expect(await readdir(to)).toEqual([]);
  });

  it('S81 S83 holds the records of that one person, and nothing that the redactions name', async () => {
    const taken = await disclosed(ofParent());
    expect(await verifyExport(taken.directory)).toEqual(taken);
    const text = await everythingIn(taken);
    const { people, family, connectionId } = kase;

    const told = [people.PARENT.personId, connectionId, family.childIds[0]!, 'contact-details@example.org', '+12065550177', canary('ContactDetails.safeTimes', ours), canary('ProgressShare.words', ours), 'A year in recovery', 'We send a photo each Friday.', canary('ChecklistItem.note', ours), 'We both wish for longer visits.'];
    expect(told.filter((word) => !text.includes(word))).toEqual([]);
    const guarded = ['PreparationSession.note', 'FollowUpSession.note', 'MandatedReport.toWhom', 'MandatedReport.reference', 'MandatedReport.facts', 'DiscriminationConcern.words', 'DiscriminationConcern.answer', 'Draft.content', 'ConfidentialFact.text', 'WrittenConsent.purpose', 'ContactDetails.homeAddress', 'ContactDetails.address', 'FamilyTimePlan.superviseBecause', 'ChildProfileEntry.text'].map((field) => canary(field, ours));
    const elsewhere = [strangers.connectionId, strangers.parent.personId, ...strangers.childIds];
    const withheld = [...guarded, ...elsewhere, 'Of the caregivers alone.', 'Go slowly here.', 'Drawer 17', 'Library', 'Park', 'A place to stay', 'Aunt', 'An aunt was found.', 'Makes friends.'];
    expect(withheld.filter((word) => text.includes(word))).toEqual([]);
    expect(/mandated_report|confidential_fact|written_consent|discrimination_concern|"s1\./.exec(text)).toBeNull();

    // Of these the manifest counts what was withheld; of the others it never does, whether or not there is any.
    const redactions = Object.fromEntries((await manifestOf(taken)).redactions.map(({ kind, count }) => [kind, count]));
    expect(redactions).toMatchObject({ LEADS_NOTES: 1, SOURCES: expect.any(Number), MANDATED_REPORTS: null, PART_2: null, CONCERNS: null, ADDRESS_PROGRAM: null, ERASED: 0 });
    for (const kind of ['PEER_NOTES', 'SOURCES', 'PLACES', 'STAFF_NOTES', 'PRIVATE', 'OTHERS', 'SERVICES']) expect([kind, Number(redactions[kind]) > 0]).toEqual([kind, true]);
    expect((await linesOf(taken, 'identity/contact_rule.jsonl')).every((row) => 'source' in row && row.source === null)).toBe(true);
  }, 60_000);

  it('S10 holds what 42 CFR Part 2 protects only by an order or a consent that Part 2 itself asks for, with the notice and a copy of the consent', async () => {
    const [consent] = await king.rows<{ id: string; fact_ids: string[] }>('select id, fact_ids from identity.written_consent where person_id = $1', [kase.people.PARENT.personId]);
    await kase.people.PARENT.do(mutation('recordConfidentialFact'), { personId: kase.people.PARENT.personId, text: 'Told to nobody.' });
    const files = ['identity/confidential_fact.jsonl', 'identity/written_consent.jsonl'];

    const byConsent = await disclosed(ofParent({ partTwo: { consent: consent!.id } }));
    expect(await linesOf(byConsent, files[0]!)).toMatchObject([{ id: consent!.fact_ids[0], sealed_text: canary('ConfidentialFact.text', ours), notice }]);
    expect(await linesOf(byConsent, files[1]!)).toMatchObject([{ id: consent!.id, elements: { purpose: canary('WrittenConsent.purpose', ours) }, notice }]);
    expect((await manifestOf(byConsent)).notices).toEqual([{ notice, files }]);
    expect(await everythingIn(byConsent)).not.toContain('Told to nobody.');
    expect(await verifyExport(byConsent.directory)).toEqual(byConsent);

    const byOrder = await disclosed(ofParent({ partTwo: { order: '26-2-00002-2' } }));
    expect((await linesOf(byOrder, files[0]!)).map((row) => [(row as { sealed_text: string }).sealed_text, (row as { notice: string }).notice])).toEqual(expect.arrayContaining([[canary('ConfidentialFact.text', ours), notice], ['Told to nobody.', notice]]));

    await expect(requestDisclosure(platform, slug, ofParent({ partTwo: { consent: newId() } }), olivia)).rejects.toMatchObject({ code: 'NO_SUCH_CONSENT' });
    await expect(requestDisclosure(platform, slug, ofParent({ of: { kind: 'PERSON', id: kase.people.CAREGIVER.personId }, partTwo: { consent: consent!.id } }), olivia)).rejects.toMatchObject({ code: 'NO_SUCH_CONSENT' });
    await expect(requestDisclosure(platform, slug, { of: { kind: 'CONNECTION', id: kase.connectionId }, order: '26-4-1', partTwo: { order: '26-2-1' } }, olivia)).rejects.toMatchObject({ code: 'PART_2_OF_ONE_PERSON' });
  }, 60_000);

  it('of a family connection holds what both families did together, and nobody’s own record', async () => {
    const taken = await disclosed({ of: { kind: 'CONNECTION', id: kase.connectionId }, order: '26-4-00018-1' });
    const text = await everythingIn(taken);
    for (const word of [kase.people.PARENT.personId, kase.people.CAREGIVER.personId, 'We send a photo each Friday.', canary('ChildProfileEntry.text', ours)]) expect(text).toContain(word);
    for (const word of ['contact-details@example.org', '+1206', canary('ContactDetails.safeTimes', ours), canary('PreparationSession.note', ours), 'training_completion', strangers.parent.personId]) expect(text).not.toContain(word);
  }, 60_000);

  it('is in the state’s book without a word of whose records they are, and in the county’s trail for its program supervisor alone', async () => {
    const asked = ofParent({ order: '26-4-00019-1' });
    await requestDisclosure(platform, slug, asked, olivia);
    await confirmDisclosure(platform, slug, asked, oscar);
    await expect(carryOutDisclosure(platform, slug, asked, { to: '/dev/null/nowhere' })).rejects.toMatchObject({ code: 'EXPORT_FAILED' });
    const before = await readdir(to);
    const taken = await carryOutDisclosure(platform, slug, asked, { to });
    expect(await carryOutDisclosure(platform, slug, asked, { to })).toEqual(taken); // run again, it answers where it lies
    expect((await readdir(to)).length).toBe(before.length + 1);

    const [disclosure] = await disclosuresOf(platform, slug);
    expect(disclosure).toMatchObject({ order: asked.order, requestedBy: olivia.by, confirmedBy: oscar.by, export: taken, endedAt: expect.any(Date) });
    const [taking, failed] = await takingsOf(platform, slug);
    expect([taking, failed]).toMatchObject([{ kind: 'DISCLOSURE', takenBy: 'Olivia Operator and Oscar Operator', reason: 'Court order 26-4-00019-1', sha256: taken.sha256, rows: taken.rows }, { kind: 'DISCLOSURE', sha256: null }]);
    const book = JSON.stringify(await Promise.all([world.stateRows('select * from registry.disclosure'), world.stateRows('select * from registry.taking')]));
    for (const id of [asked.of.id, kase.connectionId]) expect(book).not.toContain(id);

    const trail = 'query ($id: UUID) { identityAuditTrail(first: 100, recordId: $id) { nodes { action outcome records { id about } } } }';
    type Trail = { identityAuditTrail: { nodes: readonly { action: string }[] } };
    const ofOperators = async (reader: Actor): Promise<object[]> => (await reader.get<Trail>(trail, { id: asked.of.id })).identityAuditTrail.nodes.filter(({ action }) => action === 'discloseRecords');
    expect(await ofOperators(king.supervisor)).toContainEqual({ action: 'discloseRecords', outcome: 'READ', records: [{ id: taking?.id, about: [asked.of.id] }] });
    expect(await ofOperators(await king.person('COORDINATOR'))).toEqual([]);
    const { myIdentityAccessLog: log } = await kase.people.PARENT.get<{ myIdentityAccessLog: { nodes: { what: string }[] } }>('{ myIdentityAccessLog(first: 100) { nodes { what } } }');
    expect(log.nodes.filter(({ what }) => /taking|disclos|court/i.test(what))).toEqual([]);
  }, 60_000);

  it('has been thought of for every table of every service, and knows each by its columns', async () => {
    const columns = await king.rows<{ schema: string; table: string; names: string[] }>(
      `select table_schema as schema, table_name as table, array_agg(column_name::text) as names from information_schema.columns join information_schema.tables using (table_schema, table_name)
        where table_type = 'BASE TABLE' and table_schema = any ($1) and table_name not like 'event\\_log\\_%' group by 1, 2 order by 1, 2`,
      [schemas.map(({ service }) => schemaName(service))],
    );
    const serviceOf = new Map(schemas.map(({ service }) => [schemaName(service), service]));
    const wrong = columns.flatMap(({ schema, table, names }) => {
      const service = serviceOf.get(schema)!;
      const rule = disclosureRules[service]?.[table];
      if (!rule) return undisclosed(`${service}.${table}`) ? [] : [`${service}.${table} is neither disclosed nor kept`];
      return [...disclosedColumns(rule)].filter((column) => !names.includes(column)).map((column) => `${service}.${table} has no column ${column}`);
    });
    expect(wrong).toEqual([]);
    const there = new Set(columns.map(({ schema, table }) => `${serviceOf.get(schema)}.${table}`));
    expect(Object.entries(disclosureRules).flatMap(([service, rules]) => Object.keys(rules).map((table) => `${service}.${table}`)).filter((table) => !there.has(table))).toEqual([]);
  });
});
