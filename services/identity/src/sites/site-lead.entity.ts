import { DomainError, newId, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'SiteLead',
  tableName: 'site_lead',
  uniques: [{ name: 'site_lead_one_open', properties: ['siteId', 'personId'], where: 'ends_at is null' }],
  properties: {
    id: column.id<'SiteLead'>(),
    siteId: column.ref<'ProgramSite'>().index(),
    personId: column.ref<'Person'>().index(),
    from: column.instant().fieldNames('starts_at'),
    to: column.instant().fieldNames('ends_at').nullable(),
    version: column.version(),
  },
});

/** Somebody leads a site from one instant to another: they alone know who belongs to it. */
export class SiteLead extends schema.class {
  static appoint(siteId: Id<'ProgramSite'>, personId: Id<'Person'>, from: Temporal.Instant): SiteLead {
    return make(SiteLead, { id: newId<'SiteLead'>(), siteId, personId, from, to: null });
  }

  /** Throws `IDENTITY.LEAD_ENDED`. */
  end(at: Temporal.Instant): void {
    if (this.to) throw new DomainError('IDENTITY.LEAD_ENDED', 'This person leads the site no longer already.');
    this.to = at;
  }
}
schema.setClass(SiteLead);
export const siteLeadSchema = schema;
