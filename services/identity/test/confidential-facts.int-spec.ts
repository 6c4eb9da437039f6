import { newId } from '@fc/domain-kernel';
import { eventually, openConnection, placeFamily, SharedWorld, type Actor, type TestCounty, type TestFamily } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditOf, change, codeOf, said, tell } from './asking.ts';

const factsOf = 'query ($id: UUID!) { person(id: $id) { confidentialFacts { id text consent { id patientName disclosedBy recipientPersonId information purpose signedOn expiresOn document notice } } } }';
const consentsOf = 'query ($id: UUID!) { writtenConsents(personId: $id) { id notice revokedAt } }';
const notice = '42 CFR part 2 prohibits unauthorized use or disclosure of these records.';

interface Fact {
  readonly id: string;
  readonly text: string;
  readonly consent: Record<string, string> | null;
}

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;
let family: TestFamily;
let fact: { id: string };

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
  family = await placeFamily(king, 'Noor');
  const connectionId = await openConnection(king, family);
  await eventually(() => family.caregiver.get('query ($id: UUID!) { familyConnection(id: $id) { id } }', { id: connectionId }));
  fact = await family.parent.do<{ id: string }>(change('recordConfidentialFact'), { personId: family.parent.personId, text: 'Takes part in the treatment court’s program.' });
}, 120_000);
afterAll(() => world?.stop());

const factsFor = async (actor: Actor): Promise<Fact[]> => (await actor.get<{ person: { confidentialFacts: Fact[] } }>(factsOf, { id: family.parent.personId })).person.confidentialFacts;
const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const consent = (more: object = {}): object => ({
  ...{ personId: family.parent.personId, patientName: 'Noor Example', disclosedBy: 'Noor Example', recipientPersonId: family.caregiver.personId },
  ...{ information: 'That she takes part in the program, and nothing else.', factIds: [fact.id], purpose: 'So that visits fit her program.', toldOfRightToRevoke: true },
  ...{ signedOn: day(-2), expiresOn: day(30), document: 'Cabinet 4, folder 12' },
  ...more,
});

describe('facts that 42 CFR Part 2 protects', () => {
  it('S10 are shown to the named recipient of a written consent alone, with the notice and a copy of the consent, until it is revoked', async () => {
    const others = [family.caregiver, coordinator, king.supervisor];
    for (const actor of others) expect(await factsFor(actor)).toEqual([]);
    expect(await factsFor(family.parent)).toEqual([{ id: fact.id, text: expect.stringContaining(notice), consent: null }]);

    const { id: consentId } = await family.parent.do<{ id: string }>(change('recordWrittenConsent'), consent());
    const [shown] = await factsFor(family.caregiver);
    expect(shown).toMatchObject({ id: fact.id, text: `Takes part in the treatment court’s program.\n\n${notice}`, consent: { id: consentId, patientName: 'Noor Example', recipientPersonId: family.caregiver.personId, expiresOn: day(30), document: 'Cabinet 4, folder 12', notice } });
    for (const actor of [coordinator, king.supervisor]) expect(await factsFor(actor)).toEqual([]);
    expect(await auditOf(king, family.caregiver, 'Person.confidentialFacts')).toEqual([expect.objectContaining({ outcome: 'READ' })]);
    expect(await family.caregiver.get(consentsOf, { id: family.parent.personId })).toEqual({ writtenConsents: [{ id: consentId, notice, revokedAt: null }] });
    // For everybody else it is as if there were none, of somebody who does not exist just so.
    for (const id of [family.parent.personId, newId()]) expect(await coordinator.get(consentsOf, { id })).toEqual({ writtenConsents: [] });

    // A stolen backup tells nobody.
    for (const table of ['confidential_fact', 'written_consent']) {
      const rows = await king.rows<{ row: string }>(`select row::text from identity.${table} row where id = any ($1)`, [[fact.id, consentId]]);
      expect(rows).toHaveLength(1);
      expect(rows[0]?.row).not.toMatch(/treatment|program|Noor|Cabinet/);
    }

    expect(await codeOf(tell(family.caregiver, 'revokeWrittenConsent', { consentId }))).toBe('NOT_FOUND');
    await tell(family.parent, 'revokeWrittenConsent', { consentId });
    expect(await factsFor(family.caregiver)).toEqual([]);
    const events = await king.rows<{ envelope: object }>('select envelope from identity.event_log union all select envelope from identity.outbox_event');
    expect(JSON.stringify(events)).not.toMatch(/treatment|Cabinet|WrittenConsent|ConfidentialFact/);
    expect(await said(king, 'identity.consent-given.v2')).toEqual([]);
  });

  it.each([
    ['the name of the patient', { patientName: ' ' }, 'TEXT_REQUIRED'],
    ['who discloses', { disclosedBy: '' }, 'TEXT_REQUIRED'],
    ['what is disclosed, and how much', { information: ' ' }, 'TEXT_REQUIRED'],
    ['the facts', { factIds: [] }, 'IDENTITY.NO_FACT'],
    ['a recipient who exists', { recipientPersonId: newId() }, 'NOT_FOUND'],
    ['the purpose', { purpose: '' }, 'TEXT_REQUIRED'],
    ['the right to revoke', { toldOfRightToRevoke: false }, 'IDENTITY.RIGHT_TO_REVOKE_UNTOLD'],
    ['a date of signature that has been', { signedOn: day(3) }, 'DATE_IN_FUTURE'],
    ['an expiry behind the signature', { expiresOn: day(-3) }, 'DATE_TOO_EARLY'],
    ['where the document is', { document: '' }, 'TEXT_REQUIRED'],
  ])('S10 are disclosed by no consent without %s', async (_, spoilt, code) => {
    expect(await codeOf(family.parent.do(change('recordWrittenConsent'), consent(spoilt)))).toBe(code);
    expect(await factsFor(family.caregiver)).toEqual([]);
  });

  it('S10 are disclosed by no consent that has expired, and by nobody who does not hold them', async () => {
    await family.parent.do(change('recordWrittenConsent'), consent({ signedOn: day(-40), expiresOn: day(-2) }));
    expect(await factsFor(family.caregiver)).toEqual([]);
    expect(await codeOf(coordinator.do(change('recordWrittenConsent'), consent()))).toBe('NOT_FOUND');
    expect(await codeOf(family.caregiver.do(change('recordWrittenConsent'), consent()))).toBe('FORBIDDEN');
    expect(await factsFor(family.caregiver)).toEqual([]);
  });
});
