import { DomainError, newId, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make, type PersonKey, type Row } from '@fc/tenancy';

const schema = defineEntity({
  name: 'ConfidentialFact',
  tableName: 'confidential_fact',
  uniques: [{ name: 'confidential_fact_one_site', properties: ['personId', 'siteId'], where: 'ended_at is null' }],
  properties: {
    id: column.id<'ConfidentialFact'>(),
    personId: column.ref<'Person'>().index(),
    /** Plain, from before facts were sealed; `KeepProtection` moves it there. */
    text: column.text().nullable(),
    /** Sealed with the key of the person. */
    sealedText: column.sealed().nullable(),
    recordedBy: column.ref<'Person'>(),
    recordedAt: column.instant(),
    /** For belonging to a site of the program: which one, and until when; null for every other fact. */
    siteId: column.ref<'ProgramSite'>().nullable().index(),
    endedAt: column.instant().nullable(),
  },
});

/**
 * Something about a person's treatment, or their belonging to a treatment court, which 42 CFR Part 2 protects. Its plain name is
 * meant: the county's trail names kinds of records, and nobody is to learn from the trail who is in treatment.
 */
export class ConfidentialFact extends schema.class {
  static record(key: PersonKey, { text, ...said }: { personId: Id<'Person'>; text: string; recordedBy: Id<'Person'>; recordedAt: Temporal.Instant }): ConfidentialFact {
    const fact = make(ConfidentialFact, { id: newId<'ConfidentialFact'>(), ...said, text: null, sealedText: null, siteId: null, endedAt: null });
    fact.seal(key, requireText(text, { field: 'The fact', max: 1_000 }));
    return fact;
  }

  /** Throws `PROTECTED_UNREADABLE`. */
  static textOf({ id, text, sealedText }: Pick<Row<ConfidentialFact>, 'id' | 'text' | 'sealedText'>, key: PersonKey | null): string {
    return sealedText && key ? key.open(placeOf(id), sealedText) : (text ?? '');
  }

  /** That the person belongs to a site of the program. */
  static atSite(key: PersonKey, { siteId, siteName, ...said }: { personId: Id<'Person'>; siteId: Id<'ProgramSite'>; siteName: string; recordedBy: Id<'Person'>; recordedAt: Temporal.Instant }): ConfidentialFact {
    return Object.assign(ConfidentialFact.record(key, { ...said, text: `Belongs to ${siteName}.` }), { siteId });
  }

  /** Throws `IDENTITY.LEFT_SITE_ALREADY`. */
  leaveSite(key: PersonKey, siteName: string, at: Temporal.Instant): void {
    if (this.endedAt) throw new DomainError('IDENTITY.LEFT_SITE_ALREADY', 'This person has left the site already.');
    this.seal(key, `Belonged to ${siteName}.`);
    this.endedAt = at;
  }

  /** What stands in the plain column from before, if anything does, stands there no longer. */
  sealPlain(key: PersonKey): void {
    if (this.text != null) this.seal(key, this.text);
  }

  private seal(key: PersonKey, text: string): void {
    this.sealedText = key.seal(placeOf(this.id), text);
    this.text = null;
  }
}
schema.setClass(ConfidentialFact);
export const confidentialFactSchema = schema;

const placeOf = (id: Id<'ConfidentialFact'>) => ({ record: 'ConfidentialFact', id, field: 'sealedText' });
