import { Role } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { ConfidentialFact } from '../confidential-facts/confidential-fact.entity.ts';
import { leadsSite } from './leads-site.ts';
import { ProgramSite } from './program-site.entity.ts';
import { SiteLead } from './site-lead.entity.ts';
import { ProgramSiteView, SiteEnrolmentView } from './sites.views.ts';

/** Reads the county's sites, and who belongs to one for its leads alone. */
@Injectable()
export class Sites {
  constructor(private readonly db: CountyDb) {}

  /** All for those who see the county, their own for leads, none for everybody else; by name. */
  all(): Promise<ProgramSiteView[]> {
    return this.db.read(async (reader) => {
      const { person, roles } = reader.context.actor;
      const leads = await reader.rows(SiteLead, { to: null }, { orderBy: { id: 'asc' } });
      const wholeCounty = roles.includes(Role.COORDINATOR) || roles.includes(Role.PROGRAM_SUPERVISOR);
      const sites = await reader.rows(ProgramSite, wholeCounty ? {} : { id: { $in: leads.filter((lead) => lead.personId === person).map(({ siteId }) => siteId) } }, { orderBy: { name: 'asc' } });
      return sites.map((site) => ProgramSiteView.from(site, leads.filter(({ siteId }) => siteId === site.id)));
    });
  }

  byId(id: Id<'ProgramSite'>): Promise<ProgramSiteView> {
    return this.db.read(async (reader) => ProgramSiteView.from(await reader.getRow(ProgramSite, id), await reader.rows(SiteLead, { siteId: id, to: null }, { orderBy: { id: 'asc' } })));
  }

  siteOfLead(id: Id<'SiteLead'>): Promise<ProgramSiteView> {
    return this.db.read(async (reader) => (await reader.getRow(SiteLead, id)).siteId).then((siteId) => this.byId(siteId));
  }

  /** Ended ones too, oldest first; null for everybody but its leads, as for a site to which nobody belongs for them to know. */
  enrolments(siteId: Id<'ProgramSite'>): Promise<SiteEnrolmentView[] | null> {
    return this.db.read(async (reader) => {
      if (!(await leadsSite(reader, siteId))) return null;
      const facts = await reader.rows(ConfidentialFact, { siteId }, { orderBy: { id: 'asc' } });
      await this.db.auditProtectedRead('ProgramSite.enrolments', 'ConfidentialFact', facts.map(({ id }) => id));
      return facts.map(SiteEnrolmentView.from);
    });
  }

  enrolment(id: Id<'ConfidentialFact'>): Promise<SiteEnrolmentView> {
    return this.db.read(async (reader) => SiteEnrolmentView.from(await reader.getRow(ConfidentialFact, id)));
  }
}
