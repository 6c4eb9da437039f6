import { DomainError, newId, requireText, Temporal, type Id } from '@fc/domain-kernel';
import { column, defineEntity, make, type PersonKey, type Row } from '@fc/tenancy';

const schema = defineEntity({
  name: 'WrittenConsent',
  tableName: 'written_consent',
  properties: {
    id: column.id<'WrittenConsent'>(),
    /** The patient. */
    personId: column.ref<'Person'>().index(),
    /** What the document says in words, sealed with the patient’s key; null once the patient is erased. */
    elements: column.sealed().nullable(),
    /** Plain, from before they were sealed; `KeepProtection` moves them there. */
    patientName: column.text().nullable(),
    disclosedBy: column.text().nullable(),
    information: column.text().nullable(),
    purpose: column.text().nullable(),
    document: column.text().nullable(),
    /** To whom: one person, named. */
    recipientPersonId: column.ref<'Person'>().index(),
    /** The facts here that it covers. */
    factIds: column.texts().$type<Id<'ConfidentialFact'>[]>(),
    signedOn: column.date(),
    /** The last day on which it holds, in the county. */
    expiresOn: column.date(),
    recordedBy: column.ref<'Person'>(),
    revokedAt: column.instant().nullable(),
    version: column.version(),
  },
});

/** What the document says in words. */
export interface ConsentElements {
  /** As it stands in the document. */
  readonly patientName: string;
  /** Who discloses. */
  readonly disclosedBy: string;
  /** What kind of information, and how much of it. */
  readonly information: string;
  readonly purpose: string;
  /** Where the signed document can be found. */
  readonly document: string;
}

/** The elements without which 42 CFR 2.31 knows no consent. */
export interface WrittenConsentSaid extends ConsentElements {
  readonly personId: Id<'Person'>;
  readonly recipientPersonId: Id<'Person'>;
  readonly factIds: readonly Id<'ConfidentialFact'>[];
  readonly toldOfRightToRevoke: boolean;
  readonly signedOn: Temporal.PlainDate;
  readonly expiresOn: Temporal.PlainDate;
}

/**
 * That a patient has consented, in writing, to a disclosure which 42 CFR Part 2 allows only so. The program itself asks nobody
 * to sign anything: this keeps the fact of a document that exists elsewhere, with its source.
 */
export class WrittenConsent extends schema.class {
  /** Throws `TEXT_REQUIRED` for an element that is missing, `IDENTITY.RIGHT_TO_REVOKE_UNTOLD`, `IDENTITY.NO_FACT`, `DATE_IN_FUTURE`, `DATE_TOO_EARLY`. */
  static record(key: PersonKey, said: WrittenConsentSaid, { recordedBy, today }: { recordedBy: Id<'Person'>; today: Temporal.PlainDate }): WrittenConsent {
    const { personId, recipientPersonId, factIds, toldOfRightToRevoke, signedOn, expiresOn } = said;
    if (!toldOfRightToRevoke) throw new DomainError('IDENTITY.RIGHT_TO_REVOKE_UNTOLD', 'The document must tell the patient that they may revoke it, and how.');
    if (factIds.length === 0) throw new DomainError('IDENTITY.NO_FACT', 'Name what is disclosed.');
    if (Temporal.PlainDate.compare(signedOn, today) > 0) throw new DomainError('DATE_IN_FUTURE', 'The signature cannot be in the future.');
    if (Temporal.PlainDate.compare(expiresOn, signedOn) < 0) throw new DomainError('DATE_TOO_EARLY', 'The expiry cannot be before the signature.');
    const text = (value: string, field: string): string => requireText(value, { field, max: 300 });
    const elements: ConsentElements = {
      patientName: text(said.patientName, 'The patient’s name'),
      disclosedBy: text(said.disclosedBy, 'Who discloses'),
      information: text(said.information, 'The information'),
      purpose: text(said.purpose, 'The purpose'),
      document: text(said.document, 'The document'),
    };
    const consent = make(WrittenConsent, {
      ...noPlain,
      id: newId<'WrittenConsent'>(),
      personId,
      elements: null,
      recipientPersonId,
      factIds: [...new Set(factIds)],
      signedOn,
      expiresOn,
      recordedBy,
      revokedAt: null,
    });
    consent.seal(key, elements);
    return consent;
  }

  /** Throws `PROTECTED_UNREADABLE`. Of an erased patient there is nothing left to say. */
  static elementsOf({ id, elements, ...plain }: Pick<Row<WrittenConsent>, 'id' | 'elements' | keyof ConsentElements>, key: PersonKey | null): ConsentElements {
    if (elements && key) return JSON.parse(key.open(placeOf(id), elements)) as ConsentElements; // sealed below
    const { patientName, disclosedBy, information, purpose, document } = plain;
    return { patientName: patientName ?? 'Erased Person', disclosedBy: disclosedBy ?? '', information: information ?? '', purpose: purpose ?? '', document: document ?? '' };
  }

  /** What stands in the plain columns from before, if anything does, stands there no longer. */
  sealPlain(key: PersonKey): void {
    if (this.patientName != null) this.seal(key, WrittenConsent.elementsOf(this, null));
  }

  private seal(key: PersonKey, elements: ConsentElements): void {
    this.elements = key.seal(placeOf(this.id), JSON.stringify(elements));
    Object.assign(this, noPlain);
  }

  revoke(at: Temporal.Instant): void {
    if (this.revokedAt) throw new DomainError('IDENTITY.CONSENT_ENDED', 'This consent has ended already.');
    this.revokedAt = at;
  }
}
schema.setClass(WrittenConsent);
export const writtenConsentSchema = schema;

const noPlain = { patientName: null, disclosedBy: null, information: null, purpose: null, document: null };
const placeOf = (id: Id<'WrittenConsent'>) => ({ record: 'WrittenConsent', id, field: 'elements' });
