import { AllowSignedIn } from '@fc/auth';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Families } from '../families/families.query.ts';
import { CaregiverHouseholdView } from '../families/families.views.ts';
import { DescribeHome, DescribeHomeInput } from './describe-home.use-case.ts';
import { HomeDescriptions } from './home-details.query.ts';
import { HomeDetailsView } from './home-details.view.ts';

@Resolver(() => CaregiverHouseholdView)
export class HomeDetailsResolver {
  constructor(
    private readonly families: Families,
    private readonly homes: HomeDescriptions,
    private readonly describing: DescribeHome,
  ) {}

  @ResolveField(() => HomeDetailsView, { nullable: true, description: 'Empty where nothing is told, and for whoever may not have it. By consent to HOME_DETAILS of every caregiver. Who was shown it is written down.' })
  @AllowSignedIn()
  home(@Parent() household: CaregiverHouseholdView): Promise<HomeDetailsView | null> {
    return this.homes.ofHousehold(household.id);
  }

  @Mutation(() => CaregiverHouseholdView, { description: 'For the caregivers of the home, or a coordinator. Errors IDENTITY.HOME_SIZE, TEXT_REQUIRED.' })
  @AllowSignedIn()
  async describeHome(@Args('input') input: DescribeHomeInput): Promise<CaregiverHouseholdView> {
    return this.families.household(await this.describing.run(input));
  }
}
