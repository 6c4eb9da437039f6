import { DomainError, newId, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'ConfidentialFact',
  tableName: 'confidential_fact',
  uniques: [{ name: 'confidential_fact_one_site', properties: ['personId', 'siteId'], where: 'ended_at is null' }],
  properties: {
    id: column.id<'ConfidentialFact'>(),
    personId: column.ref<'Person'>().index(),
    text: column.text(),
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
  static record(said: { personId: Id<'Person'>; text: string; recordedBy: Id<'Person'>; recordedAt: Temporal.Instant }): ConfidentialFact {
    return make(ConfidentialFact, { id: newId<'ConfidentialFact'>(), ...said, text: requireText(said.text, { field: 'The fact', max: 1_000 }), siteId: null, endedAt: null });
  }

  /** That the person belongs to a site of the program. */
  static atSite({ siteId, siteName, ...said }: { personId: Id<'Person'>; siteId: Id<'ProgramSite'>; siteName: string; recordedBy: Id<'Person'>; recordedAt: Temporal.Instant }): ConfidentialFact {
    return Object.assign(ConfidentialFact.record({ ...said, text: `Belongs to ${siteName}.` }), { siteId });
  }

  /** Throws `IDENTITY.LEFT_SITE_ALREADY`. */
  leaveSite(siteName: string, at: Temporal.Instant): void {
    if (this.endedAt) throw new DomainError('IDENTITY.LEFT_SITE_ALREADY', 'This person has left the site already.');
    this.text = `Belonged to ${siteName}.`;
    this.endedAt = at;
  }
}
schema.setClass(ConfidentialFact);
export const confidentialFactSchema = schema;
