import { Actor, eventually, openConnection, placeFamily, type TestCounty, type TestFamily } from '@fc/testing';
import { World } from '@fc/testing/world';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity } from '../src/index.ts';
import { erasedKinds } from '../src/erasures/what-is-erased.ts';
import { heldRecords } from '../src/schema.ts';
import { change, codeOf, expectAudited, said, tell } from './asking.ts';

const ofPerson = 'query ($id: UUID!) { person(id: $id) { givenName familyName languages phone contactDetails { email } } }';
const erasure = '{ id personId status requestedBy confirmedBy notBefore erasedAt kinds }';
const tombstone = { givenName: 'Erased', familyName: 'Person', languages: ['und'], phone: null, contactDetails: null };

interface Erasure {
  readonly id: string;
  readonly status: string;
  readonly notBefore: string | null;
  readonly kinds: readonly string[];
}

let world: World;
/** It waits seven days, which is what a county does that has not said otherwise. */
let king: TestCounty;
/** It waits no day. */
let pierce: TestCounty;
let supervisor: Actor;
let coordinator: Actor;

beforeAll(async () => {
  world = await World.start({ counties: ['king', 'pierce'], subgraphs: [identity] });
  [king, pierce] = [world.county('king'), world.county('pierce')];
  supervisor = pierce.supervisor;
  coordinator = await pierce.person('COORDINATOR');
}, 120_000);
afterAll(() => world?.stop());

const request = async (by: Actor, personId: string): Promise<string> => (await by.do<{ id: string }>(change('requestErasure'), { personId })).id;
const confirm = (by: Actor, erasureId: string): Promise<Erasure> => tell(by, 'confirmErasure', { erasureId }, erasure);
const carryOut = (by: Actor, erasureId: string): Promise<Erasure> => tell(by, 'carryOutErasure', { erasureId }, erasure);

/** A parent on a connection, of whom everything is known that identity knows of anybody. */
async function known(county: TestCounty, name: string): Promise<TestFamily> {
  const family = await placeFamily(county, name);
  await openConnection(county, family);
  await tell(family.parent, 'setContactDetails', { personId: family.parent.personId, phones: [{ number: '+12065550166', kind: 'MOBILE', safeToLeaveMessage: true }], email: 'erase.me@example.org' });
  await family.parent.do(change('requestParticipation'), { as: 'PARENT', preferredLanguage: 'en', message: 'please erase these words one day' });
  return family;
}

describe('S83 the erasure of a person', () => {
  it('is asked for by one, confirmed by another, waits for the county’s days, and only then is carried out', async () => {
    const [kingSupervisor, kingCoordinator] = [king.supervisor, await king.person('COORDINATOR')];
    const parent = await king.person('PARENT', 'Waits');
    const personId = parent.personId;
    expect(await codeOf(request(parent, personId))).toBe('FORBIDDEN');
    await expectAudited(king, parent, 'requestErasure', 'FORBIDDEN');
    const erasureId = await request(kingCoordinator, personId);
    expect(await codeOf(request(kingSupervisor, personId))).toBe('IDENTITY.ERASURE_REQUESTED_ALREADY');
    expect(await codeOf(carryOut(kingSupervisor, erasureId))).toBe('IDENTITY.ERASURE_NOT_NOW');
    expect(await codeOf(confirm(kingCoordinator, erasureId))).toBe('IDENTITY.ANOTHER_CONFIRMS');
    const { notBefore, status } = await confirm(kingSupervisor, erasureId);
    expect(status).toBe('CONFIRMED');
    expect((Date.parse(notBefore!) - Date.now()) / 86_400_000).toBeCloseTo(7, 1);
    expect(await codeOf(carryOut(kingSupervisor, erasureId))).toBe('IDENTITY.ERASURE_WAITS');
    expect(await kingCoordinator.get(ofPerson, { id: personId })).toMatchObject({ person: { givenName: 'Waits' } });
    await tell(kingCoordinator, 'withdrawErasure', { erasureId });
    expect(await codeOf(carryOut(kingSupervisor, erasureId))).toBe('IDENTITY.ERASURE_NOT_NOW');
    await king.rows(`update identity.erasure set not_before = now() where id = $1`, [erasureId]);
    expect(await codeOf(carryOut(kingSupervisor, erasureId))).toBe('IDENTITY.ERASURE_NOT_NOW');
  });

  it('S58 reaches a relative who is known by name alone, by the same two people, and leaves everybody else', async () => {
    const { childIds } = await placeFamily(pierce, 'Kin');
    const related = (givenName: string, personId?: string): Promise<{ id: string }[]> => coordinator.do(change('addRelative'), { childIds, givenName, familyName: 'Onlyname', kinship: 'COUSIN', personId });
    const [[forgotten], , [known]] = [await related('Forgotten'), await related('Stays'), await related('Known', (await pierce.person('RELATIVE', 'Known')).personId)];
    const ask = (by: Actor, relativeId: string): Promise<Erasure> => by.do(change('requestRelativeErasure', '{ id status ofRelative reason }'), { relativeId, reason: 'They asked us to.' });
    expect(await codeOf(ask(await pierce.person('CASEWORKER', 'Kin'), forgotten!.id))).toBe('FORBIDDEN');
    expect(await codeOf(ask(coordinator, known!.id))).toBe('IDENTITY.RELATIVE_IS_PERSON');
    const asked = await ask(coordinator, forgotten!.id);
    expect(asked).toMatchObject({ status: 'REQUESTED', ofRelative: true, reason: 'They asked us to.' });
    expect(await codeOf(ask(supervisor, forgotten!.id))).toBe('IDENTITY.ERASURE_REQUESTED_ALREADY');
    expect(await codeOf(confirm(coordinator, asked.id))).toBe('IDENTITY.ANOTHER_CONFIRMS');
    await confirm(supervisor, asked.id);
    const { id: holdId } = await supervisor.do<{ id: string }>(change('placeLegalHold'), { scope: 'CHILD', subjectId: childIds[0], reason: 'A lawsuit', matter: '26-2-01234-5' });
    expect(await codeOf(carryOut(coordinator, asked.id))).toBe('IDENTITY.ERASURE_NOT_POSSIBLE');
    await tell(supervisor, 'liftLegalHold', { holdId, reason: 'It is settled' });
    expect(await carryOut(coordinator, asked.id)).toMatchObject({ status: 'CARRIED_OUT', kinds: ['name'] });
    const names = (): Promise<object[]> => pierce.rows('select given_name, family_name from identity.relative where child_id = $1 order by id', [childIds[0]]);
    const after = [{ given_name: 'Erased', family_name: 'Person' }, { given_name: 'Stays', family_name: 'Onlyname' }, { given_name: 'Known', family_name: 'Onlyname' }];
    expect(await names()).toEqual(after);
    expect(await pierce.rows('select 1 from identity.erasure where reason is not null')).toEqual([]);
    expect(await codeOf(ask(coordinator, forgotten!.id))).toBe('PERSON_ERASED');
    // As a backup of the hour before brings it back.
    await pierce.rows(`update identity.relative set given_name = 'Forgotten', family_name = 'Onlyname' where id = $1`, [forgotten!.id]);
    await pierce.rows(`update identity.erasure set status = 'CONFIRMED' where id = $1`, [asked.id]);
    await world.askDirectly('identity', await pierce.clientToken('countyctl'), 'mutation { keepProtection { erasuresRepeated } }');
    expect(await names()).toEqual(after);
  });

  it('takes name, key, contact details, words and account, tells the other services by an id alone, and leaves a certificate', async () => {
    const { parent } = await known(pierce, 'Gone');
    const personId = parent.personId;
    const before = await pierce.rows<Record<string, string>>(`select wrapped, phones, email from identity.person_key join identity.contact_details using (person_id) where person_id = $1`, [personId]);
    const erasureId = await request(coordinator, personId);
    await confirm(supervisor, erasureId);
    const certificate = await carryOut(coordinator, erasureId);
    expect(certificate).toMatchObject({ status: 'CARRIED_OUT', personId, requestedBy: coordinator.personId, confirmedBy: supervisor.personId });
    expect(certificate.kinds).toEqual(['name', 'key of what is protected', ...erasedKinds.map(({ kind }) => kind), 'account']);
    expect(await coordinator.get(ofPerson, { id: personId })).toEqual({ person: tombstone });
    expect(await said(pierce, 'identity.person-erased.v1')).toContainEqual({ personId });
    await eventually(async () => expect(await codeOf(parent.get('{ me { id } }'))).toBe('PERSON_DISABLED'));
    const tables = await pierce.rows<{ name: string }>(`select table_name as name from information_schema.tables where table_schema = 'identity' and table_type = 'BASE TABLE'`);
    for (const { name } of tables) expect([name, await pierce.rows(`select 1 from identity."${name}" row where row::text ~ 'please erase these words|erase\\.me|2065550166'`)]).toEqual([name, []]);
    expect(await pierce.rows('select 1 from identity.person_key where person_id = $1', [personId])).toEqual([]);
    await eventually(async () => expect(await pierce.rows('select 1 from identity.account where person_id = $1', [personId])).toEqual([]));
    await expect(new Actor(world.gateway.url, personId, parent.signIn).token()).rejects.toThrow();

    // What somebody kept of the rows is of no use, not even put back in its place.
    await pierce.rows('insert into identity.person_key (person_id, wrapped) values ($1, $2)', [personId, before[0]!['wrapped']]);
    await pierce.rows('insert into identity.contact_details (id, person_id, phones, email) values (gen_random_uuid(), $1, $2, $3)', [personId, before[0]!['phones'], before[0]!['email']]);
    expect(await codeOf(coordinator.get(ofPerson, { id: personId }))).toBe('PERSON_ERASED');
    await pierce.rows('delete from identity.person_key where person_id = $1', [personId]);
    await pierce.rows('delete from identity.contact_details where person_id = $1', [personId]);

    for (const again of [tell(coordinator, 'setContactDetails', { personId, email: 'back@example.org' }), tell(coordinator, 'enablePerson', { personId }), request(coordinator, personId)])
      expect(await codeOf(again)).toBe('PERSON_ERASED');
    expect(await codeOf(carryOut(supervisor, erasureId))).toBe('IDENTITY.ERASURE_NOT_NOW');
  });

  it('is nobody’s own to decide, nor a coordinator’s where it is about one', async () => {
    expect(await codeOf(request(supervisor, supervisor.personId))).toBe('IDENTITY.NOT_YOURSELF');
    expect(await codeOf(request(coordinator, supervisor.personId))).toBe('FORBIDDEN');
    const other = await pierce.person('COORDINATOR', 'Other');
    const erasureId = await request(supervisor, other.personId);
    expect(await codeOf(confirm(coordinator, erasureId))).toBe('FORBIDDEN');
    await tell(supervisor, 'withdrawErasure', { erasureId });
  });

  it('leaves nothing half done when the ledger cannot be written, and is finished when only the commit was lost', async () => {
    const { parent } = await known(pierce, 'Half');
    const personId = parent.personId;
    const erasureId = await request(coordinator, personId);
    await confirm(supervisor, erasureId);
    const role = `${world.platform.stateDatabase}_identity`;
    await world.stateRows(`revoke insert on identity.erased_person from "${role}"`);
    expect(await codeOf(carryOut(coordinator, erasureId))).toBe('PROTECTED_UNAVAILABLE');
    await world.stateRows(`grant insert on identity.erased_person to "${role}"`);
    expect(await coordinator.get(ofPerson, { id: personId })).toMatchObject({ person: { givenName: 'Half', contactDetails: { email: 'erase.me@example.org' } } });
    expect(await said(pierce, 'identity.person-erased.v1')).not.toContainEqual({ personId });
    await carryOut(coordinator, erasureId);
    expect(await coordinator.get(ofPerson, { id: personId })).toEqual({ person: tombstone });

    // As if the county's commit had been lost after the ledger was written.
    await pierce.rows(`with undone as (update identity.erasure set status = 'CONFIRMED' where id = $1) update identity.person set given_name = 'Half' where id = $2`, [erasureId, personId]);
    const { data } = await world.askDirectly<{ keepProtection: { erasuresRepeated: number } }>('identity', await pierce.clientToken('countyctl'), 'mutation { keepProtection { erasuresRepeated } }');
    expect([0, 1]).toContain(data?.keepProtection.erasuresRepeated); // identity looks by itself once a minute
    expect(await coordinator.get(ofPerson, { id: personId })).toEqual({ person: tombstone });

    // The role that writes the ledger can take nothing back.
    for (const sql of ['delete from identity.erased_person', `update identity.erased_person set county = 'nowhere'`])
      await expect(pierce.asService('identity', sql, world.platform.stateDatabase)).rejects.toThrow();
  });
});

describe('a legal hold', () => {
  const place = (input: object): Promise<string> => supervisor.do<{ id: string }>(change('placeLegalHold'), { reason: 'a lawsuit', matter: '26-2-01234-5', ...input }).then(({ id }) => id);
  const lift = (holdId: string): Promise<unknown> => tell(supervisor, 'liftLegalHold', { holdId, reason: 'settled' });
  const listed = '{ legalHolds { nodes { id scope subjectId matter liftedAt } } }';

  it.each(['PERSON', 'CHILD', 'COUNTY'] as const)('on a %s stops an erasure without a word of why, until it is lifted', async (scope) => {
    const family = await placeFamily(pierce, `Held-${scope.toLowerCase()}`);
    const personId = family.parent.personId;
    const erasureId = await request(coordinator, personId);
    await confirm(supervisor, erasureId);
    const holdId = await place({ scope, ...(scope === 'COUNTY' ? {} : { subjectId: scope === 'CHILD' ? family.childIds[0] : personId }) });
    const refused = await coordinator.ask(change('carryOutErasure'), { input: { erasureId } });
    expect(refused.errors.map(({ message, extensions }) => [extensions?.code, /hold|court|lawsuit/i.test(message)])).toEqual([['IDENTITY.ERASURE_NOT_POSSIBLE', false]]);
    expect(await coordinator.get(ofPerson, { id: personId })).toMatchObject({ person: { givenName: `Held-${scope.toLowerCase()}` } });
    await lift(holdId);
    expect(await codeOf(lift(holdId))).toBe('IDENTITY.HOLD_LIFTED');
    expect(await carryOut(coordinator, erasureId)).toMatchObject({ status: 'CARRIED_OUT' });
  });

  it('is a program supervisor’s alone to place, to lift and to see, and names whom it is on', async () => {
    const parent = await pierce.person('PARENT', 'Kept');
    const holdId = await place({ scope: 'PERSON', subjectId: parent.personId });
    expect(await codeOf(coordinator.do(change('placeLegalHold'), { scope: 'COUNTY', reason: 'x', matter: 'y' }))).toBe('FORBIDDEN');
    expect(await codeOf(tell(coordinator, 'liftLegalHold', { holdId, reason: 'x' }))).toBe('FORBIDDEN');
    expect(await codeOf(coordinator.get(listed))).toBe('FORBIDDEN');
    expect(await codeOf(place({ scope: 'PERSON' }))).toBe('IDENTITY.HOLD_SUBJECT');
    expect(await codeOf(place({ scope: 'COUNTY', subjectId: parent.personId }))).toBe('IDENTITY.HOLD_SUBJECT');
    expect(await codeOf(place({ scope: 'CHILD', subjectId: parent.personId }))).toBe('NOT_FOUND');
    expect(await supervisor.get(listed)).toMatchObject({ legalHolds: { nodes: expect.arrayContaining([{ id: holdId, scope: 'PERSON', subjectId: parent.personId, matter: '26-2-01234-5', liftedAt: null }]) } });
    const ask = (sql: string): Promise<object[]> => pierce.rows(sql);
    expect(await heldRecords(ask)).toEqual([expect.objectContaining({ scope: 'PERSON', subjectId: parent.personId, matter: '26-2-01234-5' })]);
    await lift(holdId);
    expect(await heldRecords(ask)).toEqual([]);
  });
});

describe('an operator', () => {
  it('has numbers sealed that an older version wrote as plain text, and keys locked anew, without anybody noticing', async () => {
    const [older, newer] = [await pierce.person('PARENT', 'Older'), await pierce.person('PARENT', 'Newer', { phone: '+12065550144' })];
    await pierce.rows(`update identity.person set phone = '+12065550155' where id = any ($1)`, [[older.personId, newer.personId]]);
    const shown = async (personId: string): Promise<unknown> => ((await coordinator.get(ofPerson, { id: personId })) as { person: { phone: string } }).person.phone;
    const numbers = async (): Promise<unknown[]> => [await shown(older.personId), await shown(newer.personId)];
    expect(await numbers()).toEqual(['+12065550155', '+12065550144']);
    const { id: factId } = await older.do<{ id: string }>(change('recordConfidentialFact'), { personId: older.personId, text: 'In treatment.' });
    const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const document = { patientName: 'Older Example', disclosedBy: 'The clinic', information: 'All of it', purpose: 'Care', document: 'Folder 3' };
    const { id: consentId } = await older.do<{ id: string }>(change('recordWrittenConsent'), { ...document, personId: older.personId, recipientPersonId: newer.personId, factIds: [factId], toldOfRightToRevoke: true, signedOn: day(-2), expiresOn: day(30) });
    await pierce.rows(`update identity.confidential_fact set sealed_text = null, text = 'In treatment.' where id = $1`, [factId]);
    await pierce.rows(`update identity.written_consent set elements = null, patient_name = 'Older Example', disclosed_by = 'The clinic', information = 'All of it', purpose = 'Care', document = 'Folder 3' where id = $1`, [consentId]);
    const told = (): Promise<unknown> => newer.get('query ($id: UUID!) { writtenConsents(personId: $id) { patientName disclosedBy information purpose document } }', { id: older.personId });
    const factsOf = (): Promise<unknown> => older.get('{ me { confidentialFacts { text } } }');
    const shownBefore = [await told(), await factsOf()];
    expect(shownBefore).toEqual([{ writtenConsents: [document] }, { me: { confidentialFacts: [{ text: expect.stringContaining('In treatment.') }] } }]);
    const upkeep = 'mutation { keepProtection { erasuresRepeated phonesSealed partTwoSealed } }';
    expect(await codeOf(supervisor.get(upkeep))).toBe('FORBIDDEN');
    const wrapped = (): Promise<object[]> => pierce.rows('select wrapped from identity.person_key order by person_id');
    const before = await wrapped();
    const { data } = await world.askDirectly<{ keepProtection: object }>('identity', await pierce.clientToken('countyctl'), upkeep);
    expect(data).toEqual({ keepProtection: { erasuresRepeated: 0, phonesSealed: 2, partTwoSealed: 2 } });
    expect([await told(), await factsOf()]).toEqual(shownBefore);
    expect(await pierce.rows(`select 1 from identity.confidential_fact where text is not null union all select 1 from identity.written_consent where patient_name is not null or document is not null`)).toEqual([]);
    expect(await numbers()).toEqual(['+12065550155', '+12065550144']);
    expect(await pierce.rows(`select 1 from identity.person where phone is not null`)).toEqual([]);
    expect(await wrapped()).not.toEqual(before);
  });
});
