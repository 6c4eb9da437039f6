import { DomainError, newId, requireText, Temporal, type Id } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'WrittenConsent',
  tableName: 'written_consent',
  properties: {
    id: column.id<'WrittenConsent'>(),
    /** The patient, and the name as it stands in the document. */
    personId: column.ref<'Person'>().index(),
    patientName: column.text(),
    /** Who discloses. */
    disclosedBy: column.text(),
    /** To whom: one person, named. */
    recipientPersonId: column.ref<'Person'>().index(),
    /** What kind of information and how much of it, in words, and the facts here that it covers. */
    information: column.text(),
    factIds: column.texts().$type<Id<'ConfidentialFact'>[]>(),
    purpose: column.text(),
    signedOn: column.date(),
    /** The last day on which it holds, in the county. */
    expiresOn: column.date(),
    /** Where the signed document can be found. */
    document: column.text(),
    recordedBy: column.ref<'Person'>(),
    revokedAt: column.instant().nullable(),
    version: column.version(),
  },
});

/** The elements without which 42 CFR 2.31 knows no consent. */
export interface WrittenConsentSaid {
  readonly personId: Id<'Person'>;
  readonly patientName: string;
  readonly disclosedBy: string;
  readonly recipientPersonId: Id<'Person'>;
  readonly information: string;
  readonly factIds: readonly Id<'ConfidentialFact'>[];
  readonly purpose: string;
  readonly toldOfRightToRevoke: boolean;
  readonly signedOn: Temporal.PlainDate;
  readonly expiresOn: Temporal.PlainDate;
  readonly document: string;
}

/**
 * That a patient has consented, in writing, to a disclosure which 42 CFR Part 2 allows only so. The program itself asks nobody
 * to sign anything: this keeps the fact of a document that exists elsewhere, with its source.
 */
export class WrittenConsent extends schema.class {
  /** Throws `TEXT_REQUIRED` for an element that is missing, `IDENTITY.RIGHT_TO_REVOKE_UNTOLD`, `IDENTITY.NO_FACT`, `DATE_IN_FUTURE`, `DATE_TOO_EARLY`. */
  static record(said: WrittenConsentSaid, { recordedBy, today }: { recordedBy: Id<'Person'>; today: Temporal.PlainDate }): WrittenConsent {
    const { personId, recipientPersonId, factIds, toldOfRightToRevoke, signedOn, expiresOn } = said;
    if (!toldOfRightToRevoke) throw new DomainError('IDENTITY.RIGHT_TO_REVOKE_UNTOLD', 'The document must tell the patient that they may revoke it, and how.');
    if (factIds.length === 0) throw new DomainError('IDENTITY.NO_FACT', 'Name what is disclosed.');
    if (Temporal.PlainDate.compare(signedOn, today) > 0) throw new DomainError('DATE_IN_FUTURE', 'The signature cannot be in the future.');
    if (Temporal.PlainDate.compare(expiresOn, signedOn) < 0) throw new DomainError('DATE_TOO_EARLY', 'The expiry cannot be before the signature.');
    const text = (value: string, field: string): string => requireText(value, { field, max: 300 });
    return make(WrittenConsent, {
      id: newId<'WrittenConsent'>(),
      personId,
      patientName: text(said.patientName, 'The patient’s name'),
      disclosedBy: text(said.disclosedBy, 'Who discloses'),
      recipientPersonId,
      information: text(said.information, 'The information'),
      factIds: [...new Set(factIds)],
      purpose: text(said.purpose, 'The purpose'),
      signedOn,
      expiresOn,
      document: text(said.document, 'The document'),
      recordedBy,
      revokedAt: null,
    });
  }

  revoke(at: Temporal.Instant): void {
    if (this.revokedAt) throw new DomainError('IDENTITY.CONSENT_ENDED', 'This consent has ended already.');
    this.revokedAt = at;
  }
}
schema.setClass(WrittenConsent);
export const writtenConsentSchema = schema;
