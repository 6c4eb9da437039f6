import { newId } from '@fc/domain-kernel';
import { eventually, openConnection, placeFamily, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditOf, change, codeOf, expectAudited, said, tell } from './asking.ts';

const seen = 'query ($id: UUID!) { familyConnection(id: $id) { parent { id phone } } }';

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;
let supervisor: Actor;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  supervisor = king.supervisor;
  coordinator = await king.person('COORDINATOR');
}, 120_000);
afterAll(() => world?.stop());

describe('a phone number', () => {
  it('S21 R29 R79 shows a parent’s number to the caregiver only while the parent’s permission is recorded, and writes down who was shown it', async () => {
    const parent = await king.person('PARENT', 'Noor', { phone: '+12065550100' });
    const family = await placeFamily(king, 'Noor');
    const id = await openConnection(king, family);
    const caseworker = await king.person('CASEWORKER', 'Casey');
    await coordinator.do(change('assignCase'), { childIds: family.childIds, personId: caseworker.personId, role: 'CASEWORKER' });
    await eventually(() => family.caregiver.get(seen, { id }));
    const shown = async (actor: Actor): Promise<string | null> => (await actor.get<{ familyConnection: { parent: { phone: string | null } } }>(seen, { id })).familyConnection.parent.phone;

    expect(await shown(family.caregiver)).toBeNull();
    expect(await auditOf(king, family.caregiver, 'Person.phone')).toEqual([]);
    expect(await shown(parent)).toBe('+12065550100');
    expect(await auditOf(king, parent, 'Person.phone')).toEqual([]);

    const permission = { personId: parent.personId, item: 'PHONE', recipientPersonId: family.caregiver.personId, givenHow: 'SPOKEN' };
    expect(await codeOf(family.caregiver.do(change('recordConsent'), permission))).toBe('FORBIDDEN');
    await expectAudited(king, family.caregiver, 'recordConsent', 'FORBIDDEN');
    const { id: saidBefore } = await caseworker.do<{ id: string }>(change('recordConsent'), permission);
    const { id: consentId } = await caseworker.do<{ id: string }>(change('recordConsent'), permission);
    expect(await codeOf(tell(parent, 'withdrawConsent', { consentId: saidBefore }))).toBe('IDENTITY.CONSENT_ENDED');
    expect(await shown(family.caregiver)).toBe('+12065550100');
    expect(await auditOf(king, family.caregiver, 'Person.phone')).toEqual([
      expect.objectContaining({ outcome: 'READ', roles: ['CAREGIVER'], records: [{ record: 'Person', id: family.parent.personId, change: 'read' }] }),
    ]);

    await tell(parent, 'withdrawConsent', { consentId });
    expect(await shown(family.caregiver)).toBeNull();
    expect(await codeOf(tell(parent, 'withdrawConsent', { consentId }))).toBe('IDENTITY.CONSENT_ENDED');
    expect(await said(king, 'identity.consent-given.v1')).toContainEqual(expect.objectContaining({ consentId, item: 'PHONE', recipientPersonId: family.caregiver.personId }));
    expect(await said(king, 'identity.consent-withdrawn.v1')).toContainEqual(expect.objectContaining({ consentId }));
  });

  it('R29 keeps a permission to the item, the recipient and the time that it names', async () => {
    const parent = await king.person('PARENT', 'Sahra', { phone: '+12065550101' });
    const family = await placeFamily(king, 'Sahra');
    const id = await openConnection(king, family);
    await eventually(() => family.caregiver.get(seen, { id }));
    const to = family.caregiver.personId;
    const other = await king.person('CAREGIVER', 'Other');
    const record = (consent: object): Promise<unknown> => parent.do(change('recordConsent'), { personId: parent.personId, recipientPersonId: to, item: 'PHONE', givenHow: 'WRITTEN', ...consent });
    await record({ item: 'EMAIL' });
    await record({ recipientPersonId: other.personId });
    await record({ from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' });
    expect(await family.caregiver.get(seen, { id })).toEqual({ familyConnection: { parent: { id: parent.personId, phone: null } } });
    expect(await codeOf(record({ recipientPersonId: parent.personId }))).toBe('IDENTITY.PAIR_OF_TWO');
    expect(await codeOf(record({ recipientPersonId: newId() }))).toBe('NOT_FOUND');
    const agreed = await parent.get('query ($id: UUID!) { consents(personId: $id) { item } }', { id: parent.personId });
    expect(agreed).toEqual({ consents: [{ item: 'EMAIL' }, { item: 'PHONE' }, { item: 'PHONE' }] });
    const stranger = await king.person('CASEWORKER', 'Otis');
    expect(await codeOf(stranger.get('query ($id: UUID!) { consents(personId: $id) { item } }', { id: parent.personId }))).toBe('NOT_FOUND');
  });
});

describe('roles and access', () => {
  it('lets a granted role act and a revoked one no longer', async () => {
    const person = await king.person('RELATIVE', 'Rosa');
    const list = '{ people { nodes { id } } }';
    expect(await codeOf(coordinator.do(change('grantRole'), { personId: person.personId, role: 'COORDINATOR' }))).toBe('FORBIDDEN');
    await expectAudited(king, coordinator, 'grantRole', 'FORBIDDEN');
    await supervisor.do(change('grantRole'), { personId: person.personId, role: 'COORDINATOR' });
    expect(await codeOf(supervisor.do(change('grantRole'), { personId: person.personId, role: 'COORDINATOR' }))).toBe('IDENTITY.ROLE_ALREADY_HELD');
    await eventually(() => person.get(list));
    await tell(supervisor, 'revokeRole', { personId: person.personId, role: 'COORDINATOR' });
    await eventually(async () => expect(await codeOf(person.get(list))).toBe('FORBIDDEN'));
    expect(await said(king, 'identity.role-revoked.v1')).toContainEqual(expect.objectContaining({ personId: person.personId, role: 'COORDINATOR' }));
    expect(await codeOf(tell(supervisor, 'revokeRole', { personId: person.personId, role: 'COORDINATOR' }))).toBe('NOT_FOUND');
    expect(await codeOf(tell(supervisor, 'revokeRole', { personId: supervisor.personId, role: 'PROGRAM_SUPERVISOR' }))).toBe('IDENTITY.NOT_YOURSELF');
  });

  it('shuts a disabled person out in about a second, with the token that they hold', async () => {
    const person = await king.person('CAREGIVER', 'Gone');
    await person.get('{ me { id } }');
    expect(await codeOf(tell(person, 'disablePerson', { personId: person.personId }))).toBe('FORBIDDEN');
    await tell(coordinator, 'disablePerson', { personId: person.personId });
    await eventually(async () => expect(await codeOf(person.get('{ me { id } }'))).toBe('PERSON_DISABLED'));
    expect(await king.rows(`select 1 from identity.audit_entry where action = 'sign-in' and outcome = 'REFUSED' and code = 'PERSON_DISABLED'`)).not.toHaveLength(0);
    await tell(coordinator, 'enablePerson', { personId: person.personId });
    await eventually(() => person.get('{ me { id } }'));
    expect(await codeOf(tell(coordinator, 'disablePerson', { personId: supervisor.personId }))).toBe('FORBIDDEN');
    expect(await codeOf(tell(supervisor, 'disablePerson', { personId: supervisor.personId }))).toBe('IDENTITY.NOT_YOURSELF');
    expect(await codeOf(tell(coordinator, 'disablePerson', { personId: newId() }))).toBe('NOT_FOUND');
  });

  it('refuses an email address, a phone number and a language that are none', async () => {
    const person = { givenName: 'No', familyName: 'Body', email: 'no.body@example.org', roles: ['PARENT'] };
    for (const email of ['nobody', 'no body@example.org', 'no.body@example', 'a@example.org, b@example.org', '<no.body@example.org>', `${'n'.repeat(250)}@example.org`])
      expect(await codeOf(coordinator.do(change('invitePerson'), { ...person, email }))).toBe('IDENTITY.EMAIL_FORMAT');
    expect(await codeOf(coordinator.do(change('invitePerson'), { ...person, phone: '206 555 0100' }))).toBe('IDENTITY.PHONE_FORMAT');
    expect(await codeOf(coordinator.do(change('invitePerson'), { ...person, languages: ['english?'] }))).toBe('IDENTITY.UNKNOWN_LANGUAGE');
    expect(await king.rows(`select 1 from identity.person where family_name = 'Body'`)).toEqual([]);
  });
});
