import { Principal } from '@fc/auth';
import { newId, Temporal, type Id } from '@fc/domain-kernel';
import type { Row } from '@fc/tenancy';
import { countySchema } from '@fc/tenancy/registry';
import { describe, expect, it } from '@jest/globals';
import type { ConfidentialFact } from './confidential-fact.entity.ts';
import { ConfidentialFactView, WrittenConsentView } from './confidential-facts.view.ts';
import type { WrittenConsent } from './written-consent.entity.ts';

const county = countySchema.parse({
  ...{ slug: 'king', name: 'King', kind: 'COUNTY', fips: '53033', timeZone: 'America/Los_Angeles', status: 'ACTIVE', issuer: 'https://id.example.org/realms/king' },
  ...{ database: { host: 'localhost', port: 5432, name: 'county_king' }, settings: {} },
});
const as = (person: Id<'Person'>): Principal => new Principal({ county, person, subject: 's', class: 'family', roles: [] });

const [patient, worker, recipient, stranger] = [newId<'Person'>(), newId<'Person'>(), newId<'Person'>(), newId<'Person'>()];
const now = Temporal.Now.instant();
const day = Temporal.PlainDate.from('2026-01-02');
const fact = { id: newId<'ConfidentialFact'>(), personId: patient, recordedBy: worker, recordedAt: now, text: null, sealedText: null, siteId: null, endedAt: null } as Row<ConfidentialFact>;
const elements = { patientName: 'Noor', disclosedBy: 'Noor', information: 'All', purpose: 'Care', document: 'Folder 3' };
const consentTo = (recipientPersonId: Id<'Person'>, factIds: readonly Id<'ConfidentialFact'>[]): Row<WrittenConsent> =>
  ({ id: newId<'WrittenConsent'>(), personId: patient, recordedBy: worker, recipientPersonId, factIds, signedOn: day, expiresOn: day, revokedAt: null }) as unknown as Row<WrittenConsent>; // what a reading needs of it
const readBy = (consent: Row<WrittenConsent> | null, reader: Id<'Person'>): string | null => ConfidentialFactView.from(fact, 'In treatment.', consent && { row: consent, elements }).text.reveal(as(reader));

describe('a fact that 42 CFR Part 2 protects', () => {
  it('S10 is unreadable for whom no consent names, even where a query had let it through', () => {
    for (const reader of [patient, worker]) expect(readBy(null, reader)).toContain('In treatment.');
    expect(readBy(consentTo(recipient, [fact.id]), recipient)).toContain('In treatment.');
    expect(readBy(consentTo(recipient, [fact.id]), stranger)).toBeNull();
    expect(readBy(consentTo(recipient, [newId()]), recipient)).toBeNull();
    expect(readBy(null, recipient)).toBeNull();
  });

  it('S10 shows the words of its consent to the patient, who recorded it and the recipient alone', () => {
    const view = WrittenConsentView.from(consentTo(recipient, [fact.id]), elements);
    for (const reader of [patient, worker, recipient]) expect(view.information.reveal(as(reader))).toBe('All');
    for (const field of [view.patientName, view.disclosedBy, view.information, view.purpose, view.document]) expect(field.reveal(as(stranger))).toBeNull();
  });
});
