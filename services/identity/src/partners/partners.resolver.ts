import { Allow, AllowPartner, Role } from '@fc/auth';
import { PageArgs, type Page } from '@fc/subgraph';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { EndPartnerGrant, EndPartnerGrantInput } from './end-partner-grant.use-case.ts';
import { GrantPartnerAccess, GrantPartnerAccessInput } from './grant-partner-access.use-case.ts';
import { PartnerGrantView, PartnerPage, PartnerView } from './partner.views.ts';
import { Partners } from './partners.query.ts';
import { RegisterPartner, RegisterPartnerInput } from './register-partner.use-case.ts';

@Resolver(() => PartnerView)
export class PartnersResolver {
  constructor(
    private readonly partners: Partners,
    private readonly registering: RegisterPartner,
    private readonly granting: GrantPartnerAccess,
    private readonly ending: EndPartnerGrant,
  ) {}

  @Query(() => PartnerGrantView, { nullable: true, description: 'What the partner organisation that asks may ask, about whom, until when and how much. Error NO_GRANT.' })
  @AllowPartner()
  myPartnerGrant(): Promise<PartnerGrantView> {
    return this.partners.mine();
  }

  @Query(() => PartnerPage, { nullable: true, name: 'partners' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  page(@Args() args: PageArgs): Promise<Page<PartnerView>> {
    return this.partners.page(args);
  }

  @Mutation(() => PartnerView, { description: 'For a program supervisor. Errors IDENTITY.PARTNER_CLIENT_FORMAT, IDENTITY.PARTNER_ALREADY_REGISTERED.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  async registerPartner(@Args('input') input: RegisterPartnerInput): Promise<PartnerView> {
    return this.partners.byId(await this.registering.run(input));
  }

  @Mutation(() => PartnerView, { description: 'For a program supervisor. What the organisation was granted before ends. Errors IDENTITY.GRANT_EMPTY, IDENTITY.GRANT_LENGTH, IDENTITY.GRANT_BUDGET.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  async grantPartnerAccess(@Args('input') input: GrantPartnerAccessInput): Promise<PartnerView> {
    await this.granting.run(input);
    return this.partners.byId(input.partnerId);
  }

  @Mutation(() => PartnerView, { description: 'For a program supervisor. The organisation is answered nothing any more, within a second.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  async endPartnerGrant(@Args('input') input: EndPartnerGrantInput): Promise<PartnerView> {
    return this.partners.byId(await this.ending.run(input));
  }
}
