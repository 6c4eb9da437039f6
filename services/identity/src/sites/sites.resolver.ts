import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AppointSiteLead, AppointSiteLeadInput, EndSiteLeadInput } from './appoint-site-lead.use-case.ts';
import { EndSiteEnrolmentInput, EnrolAtSite, EnrolAtSiteInput } from './enrol-at-site.use-case.ts';
import { RegisterSite, RegisterSiteInput } from './register-site.use-case.ts';
import { Sites } from './sites.query.ts';
import { ProgramSiteView, SiteEnrolmentView } from './sites.views.ts';

@Resolver(() => ProgramSiteView)
export class SitesResolver {
  constructor(
    private readonly sites: Sites,
    private readonly registering: RegisterSite,
    private readonly appointing: AppointSiteLead,
    private readonly enrolling: EnrolAtSite,
  ) {}

  @Query(() => [ProgramSiteView], { nullable: true, name: 'programSites', description: 'The county’s sites by name for coordinators and program supervisors, their own for leads; none for everybody else.' })
  @AllowSignedIn()
  all(): Promise<ProgramSiteView[]> {
    return this.sites.all();
  }

  @ResolveField(() => [SiteEnrolmentView], { nullable: true, description: 'Who belongs to it, oldest first, for its leads; empty for everybody else. Who was shown it is written down.' })
  @AllowSignedIn()
  enrolments(@Parent() site: ProgramSiteView): Promise<SiteEnrolmentView[] | null> {
    return this.sites.enrolments(site.id);
  }

  @Mutation(() => ProgramSiteView, { description: 'For a program supervisor. Error IDENTITY.SITE_ALREADY_REGISTERED.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  async registerSite(@Args('input') input: RegisterSiteInput): Promise<ProgramSiteView> {
    return this.sites.byId(await this.registering.run(input));
  }

  @Mutation(() => ProgramSiteView, { description: 'For a program supervisor. Errors IDENTITY.LEADS_ALREADY, IDENTITY.NO_ACCOUNT.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  async appointSiteLead(@Args('input') input: AppointSiteLeadInput): Promise<ProgramSiteView> {
    return this.sites.siteOfLead(await this.appointing.appoint(input));
  }

  @Mutation(() => ProgramSiteView, { description: 'For a program supervisor; the site is nobody’s of theirs from that moment. Error IDENTITY.LEAD_ENDED.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  async endSiteLead(@Args('input') input: EndSiteLeadInput): Promise<ProgramSiteView> {
    return this.sites.byId(await this.appointing.end(input));
  }

  @Mutation(() => SiteEnrolmentView, { description: 'For a lead of the site. Nobody else learns of it. Error IDENTITY.AT_SITE_ALREADY.' })
  @AllowSignedIn()
  async enrolAtSite(@Args('input') input: EnrolAtSiteInput): Promise<SiteEnrolmentView> {
    return this.sites.enrolment(await this.enrolling.enrol(input));
  }

  @Mutation(() => SiteEnrolmentView, { description: 'For a lead of the site. Error IDENTITY.LEFT_SITE_ALREADY.' })
  @AllowSignedIn()
  async endSiteEnrolment(@Args('input') input: EndSiteEnrolmentInput): Promise<SiteEnrolmentView> {
    return this.sites.enrolment(await this.enrolling.end(input));
  }
}
