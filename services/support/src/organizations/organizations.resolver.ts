import { Allow, AllowSignedIn, Role } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AddOrganization, AddOrganizationInput } from './add-organization.use-case.ts';
import { ChangeOrganization, ChangeOrganizationInput } from './change-organization.use-case.ts';
import { OrganizationView } from './organization.view.ts';
import { Organizations, OrganizationsWhere } from './organizations.query.ts';

@Resolver(() => OrganizationView)
export class OrganizationsResolver {
  constructor(
    private readonly organizations: Organizations,
    private readonly adding: AddOrganization,
    private readonly changing: ChangeOrganization,
  ) {}

  @Query(() => [OrganizationView], { name: 'organizations', nullable: true, description: 'The directory by name, for everybody of the county: what the platform knows of the nation and of the state, and up to 500 that the county has added.' })
  @AllowSignedIn()
  directory(@Args('input', { type: () => OrganizationsWhere, nullable: true }) where?: OrganizationsWhere | null): Promise<OrganizationView[]> {
    return this.organizations.directory(where ?? {});
  }

  @Mutation(() => OrganizationView, { description: 'For a coordinator. Errors SUPPORT.ORGANIZATION_KNOWN, SUPPORT.NOT_OF_A_COUNTY, SUPPORT.NOT_A_WEBSITE, SUPPORT.UNKNOWN_LANGUAGE.' })
  @Allow(Role.COORDINATOR)
  async addOrganization(@Args('input') input: AddOrganizationInput): Promise<OrganizationView> {
    return this.organizations.byId(await this.adding.run(input));
  }

  @Mutation(() => OrganizationView, { description: 'For a coordinator; only what the county has added. Errors as of addOrganization.' })
  @Allow(Role.COORDINATOR)
  async changeOrganization(@Args('input') input: ChangeOrganizationInput): Promise<OrganizationView> {
    return this.organizations.byId(await this.changing.run(input));
  }

  @Mutation(() => UUID, { description: 'For a coordinator: takes what the county has added out of the directory; answers its id.' })
  @Allow(Role.COORDINATOR)
  withdrawOrganization(@Args('organizationId', { type: () => UUID }) organizationId: Id<'Organization'>): Promise<string> {
    return this.changing.withdraw(organizationId);
  }
}
