import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Families } from '../families/families.query.ts';
import { CaregiverHouseholdView } from '../families/families.views.ts';
import { Partnering } from './partnering.query.ts';
import { PartneringOverviewView, PartneringWillingnessView } from './partnering.views.ts';
import { SayWillingness, SayWillingnessToPartnerInput } from './say-willingness.use-case.ts';

@Resolver(() => CaregiverHouseholdView)
export class PartneringResolver {
  constructor(
    private readonly families: Families,
    private readonly partnering: Partnering,
    private readonly saying: SayWillingness,
  ) {}

  @ResolveField(() => PartneringWillingnessView, { nullable: true, description: 'Empty while they have said nothing, and for whoever may not have it: neither the other family nor a mentor reads it.' })
  @AllowSignedIn()
  willingnessToPartner(@Parent() household: CaregiverHouseholdView): Promise<PartneringWillingnessView | null> {
    return this.partnering.ofHousehold(household.id);
  }

  @Query(() => [PartneringOverviewView], { name: 'partneringOverview', nullable: true, description: 'How many homes would partner with parents, and how, by kind of home: for recruiting and keeping caregivers. For a coordinator or a program supervisor.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  ofCounty(): Promise<PartneringOverviewView[]> {
    return this.partnering.ofCounty();
  }

  @Mutation(() => CaregiverHouseholdView, { description: 'For the caregivers of the home, or a coordinator on their word. Errors IDENTITY.NO_WAY_TO_PARTNER, IDENTITY.NOT_YET_WILLING.' })
  @AllowSignedIn()
  async sayWillingnessToPartner(@Args('input') input: SayWillingnessToPartnerInput): Promise<CaregiverHouseholdView> {
    return this.families.household(await this.saying.run(input));
  }
}
