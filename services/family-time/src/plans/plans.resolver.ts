import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ConnectionWithFamilyTime, FamilyTimePlanView } from './family-time-plan.view.ts';
import { PlanFamilyTime, PlanFamilyTimeInput } from './plan-family-time.use-case.ts';
import { FamilyTimePlans } from './plans.query.ts';

@Resolver(() => ConnectionWithFamilyTime)
export class PlansResolver {
  constructor(
    private readonly plans: FamilyTimePlans,
    private readonly planning: PlanFamilyTime,
  ) {}

  @ResolveField(() => [FamilyTimePlanView], { name: 'familyTimePlans', nullable: true, description: 'One for each child of the connection whose time with the parent is planned.' })
  @AllowSignedIn()
  ofConnection(@Parent() connection: ConnectionWithFamilyTime): Promise<FamilyTimePlanView[]> {
    return this.plans.ofConnection(connection.id);
  }

  @Mutation(() => FamilyTimePlanView, {
    description:
      'Plans the time of a child and the parent, or plans it anew. For a coordinator or a caseworker on the case. Errors FAMILY_TIME.CHILD_NOT_ON_CONNECTION, FAMILY_TIME.SUPERVISION_REASON_NEEDED, FAMILY_TIME.INVALID_MINUTES, FAMILY_TIME.INVALID_FREQUENCY.',
  })
  @Allow(Role.COORDINATOR, Role.CASEWORKER)
  async planFamilyTime(@Args('input') input: PlanFamilyTimeInput): Promise<FamilyTimePlanView> {
    return this.plans.byId(await this.planning.run(input));
  }
}
