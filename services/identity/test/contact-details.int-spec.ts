import { eventually, openConnection, placeFamily, type Actor, type TestCounty, type TestFamily } from '@fc/testing';
import { World } from '@fc/testing/world';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity } from '../src/index.ts';
import { auditOf, change, codeOf, expectAudited, tell } from './asking.ts';

const home = { lines: ['12 Hidden Lane', 'Apartment 4'], city: 'Kent', region: 'WA', postalCode: '98030', country: 'US' };
const substitute = { lines: ['PO Box 257'], city: 'Olympia', region: 'WA', postalCode: '98507', country: 'US' };
const address = '{ lines city region postalCode country }';
const details = `contactDetails { phones { number kind safeToLeaveMessage } email address ${address} homeAddress ${address} safeTimes preferred interpreterLanguage }`;
const onConnection = `query ($id: UUID!) { familyConnection(id: $id) { parent { ${details} } } }`;
const ofPerson = `query ($id: UUID!) { person(id: $id) { ${details} } }`;
const nothing = { phones: null, email: null, address: null, homeAddress: null, safeTimes: null, preferred: null, interpreterLanguage: null };

interface Details {
  readonly phones: readonly object[] | null;
  readonly email: string | null;
  readonly address: object | null;
  readonly homeAddress: object | null;
}

let world: World;
let king: TestCounty;
let coordinator: Actor;
let caseworker: Actor;

beforeAll(async () => {
  world = await World.start({ counties: ['king'], subgraphs: [identity] });
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
  caseworker = await king.person('CASEWORKER', 'Casey');
}, 120_000);
afterAll(() => world?.stop());

/** A family whose parent said how they can be reached, and whose caseworker is assigned. */
async function family(name: string): Promise<TestFamily & { connectionId: string; allow(item: string): Promise<string> }> {
  const placed = await placeFamily(king, name);
  const connectionId = await openConnection(king, placed);
  await coordinator.do(change('assignCase'), { childIds: placed.childIds, personId: caseworker.personId, role: 'CASEWORKER' });
  await eventually(() => placed.caregiver.get(onConnection, { id: connectionId }));
  await tell(placed.parent, 'setContactDetails', {
    personId: placed.parent.personId,
    phones: [{ number: '+12065550177', kind: 'MOBILE', safeToLeaveMessage: false }, { number: '+12065550178', kind: 'WORK', safeToLeaveMessage: true }],
    email: 'hidden.noor@example.org',
    address: home,
    safeTimes: 'weekdays before noon',
    preferred: 'TEXT',
    interpreterLanguage: 'so',
  });
  const allow = async (item: string): Promise<string> =>
    (await placed.parent.do<{ id: string }>(change('recordConsent'), { personId: placed.parent.personId, item, recipientPersonId: placed.caregiver.personId, givenHow: 'SPOKEN' })).id;
  return { ...placed, connectionId, allow };
}

const seenBy = async (actor: Actor, personId: string): Promise<Details | null> => (await actor.get<{ person: { contactDetails: Details | null } }>(ofPerson, { id: personId })).person.contactDetails;

describe('S83 contact details', () => {
  it('R29 R79 R35 R36 are the person’s, their caseworker’s and the county’s; the other family has each item only while the person allows that very item', async () => {
    const { parent, caregiver, allow } = await family('Noor');
    const all = {
      phones: [{ number: '+12065550177', kind: 'MOBILE', safeToLeaveMessage: false }, { number: '+12065550178', kind: 'WORK', safeToLeaveMessage: true }],
      email: 'hidden.noor@example.org', address: home, homeAddress: null, safeTimes: 'weekdays before noon', preferred: 'TEXT', interpreterLanguage: 'so',
    };
    expect(await seenBy(parent, parent.personId)).toEqual({ ...all, homeAddress: home });
    for (const staff of [caseworker, coordinator, king.supervisor]) expect(await seenBy(staff, parent.personId)).toEqual(all);
    const other = await king.person('CASEWORKER', 'Otis');
    expect(await codeOf(other.get(ofPerson, { id: parent.personId }))).toBe('NOT_FOUND');

    expect(await seenBy(caregiver, parent.personId)).toBeNull();
    expect(await auditOf(king, caregiver, 'Person.contactDetails')).toEqual([]);
    const consentId = await allow('PHONE');
    expect(await seenBy(caregiver, parent.personId)).toEqual({ ...nothing, phones: all.phones, safeTimes: all.safeTimes, preferred: 'TEXT', interpreterLanguage: 'so' });
    await allow('ADDRESS');
    expect(await seenBy(caregiver, parent.personId)).toMatchObject({ phones: all.phones, email: null, address: home, homeAddress: null });
    expect(await auditOf(king, caregiver, 'Person.contactDetails')).toEqual([expect.objectContaining({ outcome: 'READ' }), expect.objectContaining({ outcome: 'READ' })]);
    await tell(parent, 'withdrawConsent', { consentId });
    expect(await seenBy(caregiver, parent.personId)).toEqual({ ...nothing, address: home });
  });

  it('are written by the person, their caseworker or a coordinator, field by field, and nothing is half-written', async () => {
    const { parent, caregiver } = await family('Sahra');
    const personId = parent.personId;
    expect(await codeOf(tell(caregiver, 'setContactDetails', { personId, email: 'other@example.org' }))).toBe('FORBIDDEN');
    await expectAudited(king, caregiver, 'setContactDetails', 'FORBIDDEN');
    const stranger = await king.person('CASEWORKER', 'Otis');
    expect(await codeOf(tell(stranger, 'setContactDetails', { personId, email: 'other@example.org' }))).toBe('NOT_FOUND');
    await tell(caseworker, 'setContactDetails', { personId, email: 'new@example.org', safeTimes: null });
    expect(await seenBy(parent, personId)).toMatchObject({ email: 'new@example.org', safeTimes: null, address: home, preferred: 'TEXT' });
    const wrong = { email: 'changed@example.org', phones: [{ number: '206 555 0177', kind: 'HOME', safeToLeaveMessage: true }] };
    expect(await codeOf(tell(parent, 'setContactDetails', { personId, ...wrong }))).toBe('IDENTITY.PHONE_FORMAT');
    expect(await codeOf(tell(parent, 'setContactDetails', { personId, email: 'nobody' }))).toBe('IDENTITY.EMAIL_FORMAT');
    expect(await codeOf(tell(parent, 'setContactDetails', { personId, address: { ...home, lines: [] } }))).toBe('IDENTITY.ADDRESS_FORMAT');
    expect(await codeOf(tell(parent, 'setContactDetails', { personId, address: { ...home, country: 'usa' } }))).toBe('IDENTITY.ADDRESS_FORMAT');
    expect(await codeOf(tell(parent, 'setContactDetails', { personId, phones: Array(6).fill({ number: '+12065550177', kind: 'HOME', safeToLeaveMessage: true }) }))).toBe('IDENTITY.TOO_MANY_PHONES');
    expect(await seenBy(parent, personId)).toMatchObject({ email: 'new@example.org' });
  });

  it('R35 under an address program tell everybody the substitute address and nobody but the person where they live', async () => {
    const { parent, caregiver, allow } = await family('Amal');
    const personId = parent.personId;
    await allow('ADDRESS');
    await tell(parent, 'setContactDetails', { personId, substituteAddress: substitute });
    for (const actor of [caregiver, caseworker, coordinator, king.supervisor]) expect(await seenBy(actor, personId)).toMatchObject({ address: substitute, homeAddress: null });
    expect(await seenBy(parent, personId)).toMatchObject({ address: substitute, homeAddress: home });

    // Whoever writes a new address writes where the person lives: it is told to nobody either.
    const moved = { ...home, lines: ['99 Further Road'] };
    await tell(caseworker, 'setContactDetails', { personId, address: moved });
    for (const actor of [caregiver, caseworker, coordinator]) expect(await seenBy(actor, personId)).toMatchObject({ address: substitute, homeAddress: null });
    expect(await seenBy(parent, personId)).toMatchObject({ homeAddress: moved });
    await tell(parent, 'setContactDetails', { personId, substituteAddress: null });
    expect(await seenBy(caregiver, personId)).toMatchObject({ address: moved });
  });

  it('do not tell who is under an address program: not by a name in the trail, not by the length of a column', async () => {
    const [one, other] = [await family('Ines'), await family('Rana')];
    await tell(one.parent, 'setContactDetails', { personId: one.parent.personId, substituteAddress: substitute });
    await tell(other.parent, 'setContactDetails', { personId: other.parent.personId, address: home });
    const rows = await king.rows<{ length: number }>('select length(addresses) as length from identity.contact_details where person_id = any ($1)', [[one.parent.personId, other.parent.personId]]);
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
    const [mine, theirs] = [await auditOf(king, one.parent, 'setContactDetails'), await auditOf(king, other.parent, 'setContactDetails')];
    const shape = (rowsOf: typeof mine): string => JSON.stringify(rowsOf.map((row) => ({ ...row, records: (row as unknown as { records: { record: string; change: string }[] }).records.map(({ record, change: done }) => [record, done]) })));
    expect(shape(mine)).toBe(shape(theirs));
  });

  it('never stand in the database, in an event or in the trail as plain text', async () => {
    await family('Plain');
    const parent = await king.person('PARENT', 'Invited', { phone: '+12065550199' });
    expect(await seenBy(parent, parent.personId)).toMatchObject({ phones: [{ number: '+12065550199', kind: 'MOBILE', safeToLeaveMessage: false }] });
    const tables = await king.rows<{ name: string }>(`select table_name as name from information_schema.tables where table_schema = 'identity' and table_type = 'BASE TABLE'`);
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['contact_details', 'person', 'person_key', 'outbox_event', 'event_log', 'audit_entry', 'idempotency_key']));
    for (const { name } of tables)
      expect([name, await king.rows(`select 1 from identity."${name}" row where row::text ~ '2065550177|2065550199|hidden\\.noor|Hidden Lane|before noon'`)]).toEqual([name, []]);
  });
});

describe('a protected value', () => {
  const unreadable = async (personId: string): Promise<string> => codeOf(coordinator.get(ofPerson, { id: personId }));

  it('that was tampered with, or moved to another person, row or field, is not read', async () => {
    const [one, other] = [await family('Tamper'), await family('Swap')];
    const [mine, theirs] = [one.parent.personId, other.parent.personId];
    const saved = await king.rows<Record<string, string>>('select * from identity.contact_details where person_id = $1', [mine]);
    const restore = () => king.rows('update identity.contact_details set phones = $2, email = $3, addresses = $4 where person_id = $1', [mine, saved[0]!['phones'], saved[0]!['email'], saved[0]!['addresses']]);
    for (const spoil of [
      `update identity.contact_details set email = left(email, -1) || case when right(email, 1) = 'A' then 'Q' else 'A' end where person_id = $1`,
      `update identity.contact_details set email = 's1.' where person_id = $1`,
      `update identity.contact_details set email = safe_times where person_id = $1`,
      `update identity.contact_details set email = (select email from identity.contact_details other where other.person_id = '${theirs}') where person_id = $1`,
    ]) {
      await king.rows(spoil, [mine]);
      expect([spoil, await unreadable(mine)]).toEqual([spoil, 'PROTECTED_UNREADABLE']);
      await restore();
      expect(await seenBy(coordinator, mine)).toMatchObject({ email: 'hidden.noor@example.org' });
    }
    // The whole row and the key of another person open nothing under this one's name.
    await king.rows('update identity.person_key set wrapped = (select wrapped from identity.person_key where person_id = $2) where person_id = $1', [mine, theirs]);
    await king.rows('update identity.contact_details set email = (select email from identity.contact_details where person_id = $2) where person_id = $1', [mine, theirs]);
    expect(await unreadable(mine)).toBe('PROTECTED_UNREADABLE');
  });

  it('whose key is gone is not read, and the rest of the answer still comes', async () => {
    const { parent } = await family('Keyless');
    await king.rows('delete from identity.person_key where person_id = $1', [parent.personId]);
    const { data, errors } = await coordinator.ask<{ person: object }>(`query ($id: UUID!) { person(id: $id) { givenName phone ${details} } }`, { id: parent.personId });
    expect(data).toEqual({ person: { givenName: 'Keyless', phone: null, contactDetails: null } });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['PROTECTED_UNREADABLE', 'PROTECTED_UNREADABLE']);
  });

  it('is neither read nor written while the ledger of erasures cannot be asked', async () => {
    const { parent } = await family('Ledger');
    await world.stopSubgraph('identity').then((port) => world.startSubgraph(identity, port)); // forgets the keys that it has open
    const state = (sql: string): Promise<unknown> => world.stateRows(sql);
    await state('alter table identity.erased_person rename to taken_away');
    try {
      expect(await unreadable(parent.personId)).toBe('PROTECTED_UNAVAILABLE');
      expect(await codeOf(tell(parent, 'setContactDetails', { personId: parent.personId, email: 'new@example.org' }))).toBe('PROTECTED_UNAVAILABLE');
    } finally {
      await state('alter table identity.taken_away rename to erased_person');
    }
    expect(await seenBy(coordinator, parent.personId)).toMatchObject({ email: 'hidden.noor@example.org' });
  });
});
