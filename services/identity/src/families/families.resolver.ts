import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { UUID } from '@fc/subgraph';
import { Args, Mutation, Query, ResolveReference, Resolver } from '@nestjs/graphql';
import { AddParent, AddParentInput } from './add-parent.use-case.ts';
import { CaregiverHouseholdView, ChildView } from './families.views.ts';
import { Families } from './families.query.ts';
import { RegisterCaregiverHousehold, RegisterCaregiverHouseholdInput } from './register-caregiver-household.use-case.ts';
import { RegisterChildren, RegisterChildrenInput } from './register-children.use-case.ts';

@Resolver(() => ChildView)
export class ChildrenResolver {
  constructor(
    private readonly families: Families,
    private readonly registering: RegisterChildren,
    private readonly addingParent: AddParent,
  ) {}

  @Query(() => ChildView, { nullable: true })
  @AllowSignedIn()
  child(@Args('id', { type: () => UUID }) id: string): Promise<ChildView> {
    return this.families.child(id);
  }

  @Mutation(() => [ChildView], { description: 'Enters siblings together. For a coordinator, or a caseworker, who is assigned to them by it. Errors IDENTITY.NO_CHILD, DATE_IN_FUTURE.' })
  @Allow(Role.COORDINATOR, Role.CASEWORKER)
  async registerChildren(@Args('input') input: RegisterChildrenInput): Promise<ChildView[]> {
    return this.families.children(await this.registering.run(input));
  }

  @Mutation(() => [ChildView], { description: 'For a coordinator, or the caseworker of the case. Error IDENTITY.ALREADY_PARENT.' })
  @Allow(Role.COORDINATOR, Role.CASEWORKER)
  async addParent(@Args('input') input: AddParentInput): Promise<ChildView[]> {
    return this.families.children(await this.addingParent.run(input));
  }

  @ResolveReference()
  @AllowSignedIn()
  resolveReference({ id }: { id: string }): Promise<ChildView> {
    return this.families.child(id);
  }
}

@Resolver(() => CaregiverHouseholdView)
export class CaregiverHouseholdsResolver {
  constructor(
    private readonly families: Families,
    private readonly registering: RegisterCaregiverHousehold,
  ) {}

  @Query(() => CaregiverHouseholdView, { nullable: true })
  @AllowSignedIn()
  caregiverHousehold(@Args('id', { type: () => UUID }) id: string): Promise<CaregiverHouseholdView> {
    return this.families.household(id);
  }

  @Mutation(() => CaregiverHouseholdView, { description: 'For a coordinator. Errors IDENTITY.LICENCE_REQUIRED, IDENTITY.HOUSEHOLD_SIZE.' })
  @Allow(Role.COORDINATOR)
  async registerCaregiverHousehold(@Args('input') input: RegisterCaregiverHouseholdInput): Promise<CaregiverHouseholdView> {
    return this.families.household(await this.registering.run(input));
  }

  @ResolveReference()
  @AllowSignedIn()
  resolveReference({ id }: { id: string }): Promise<CaregiverHouseholdView> {
    return this.families.household(id);
  }
}
