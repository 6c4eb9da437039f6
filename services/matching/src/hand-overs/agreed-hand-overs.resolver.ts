import { AllowSignedIn } from '@fc/auth';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MentorNeeds } from '../needs/mentor-needs.query.ts';
import { MyMentorNeedView } from '../needs/my-mentor-need.view.ts';
import { AgreeHandOver, AgreeHandOverInput } from './agree-hand-over.use-case.ts';
import { HandOverView } from './hand-over.view.ts';
import { HandOvers } from './hand-overs.query.ts';
import { TakeBackHandOver, TakeBackHandOverInput } from './take-back-hand-over.use-case.ts';

/** The family's side of a hand-over. */
@Resolver(() => MyMentorNeedView)
export class AgreedHandOversResolver {
  constructor(
    private readonly handOvers: HandOvers,
    private readonly needs: MentorNeeds,
    private readonly agreeing: AgreeHandOver,
    private readonly takingBack: TakeBackHandOver,
  ) {}

  @ResolveField(() => HandOverView, { nullable: true, description: 'For the parent or the caregivers of the household; empty for a coordinator.' })
  @AllowSignedIn()
  handOver(@Parent() need: MyMentorNeedView): Promise<HandOverView | null> {
    return this.handOvers.ofNeed(need.id);
  }

  @Mutation(() => MyMentorNeedView, { description: 'For the parent, or any caregiver of the household: what the next mentor may know. Error MATCHING.NOTHING_TO_HAND_OVER.' })
  @AllowSignedIn()
  async agreeHandOver(@Args('input') input: AgreeHandOverInput): Promise<MyMentorNeedView> {
    return this.needs.byId(await this.agreeing.run(input));
  }

  @Mutation(() => MyMentorNeedView, { description: 'For the parent, or any caregiver of the household: nothing is handed over any more.' })
  @AllowSignedIn()
  async takeBackHandOver(@Args('input') input: TakeBackHandOverInput): Promise<MyMentorNeedView> {
    return this.needs.byId(await this.takingBack.run(input));
  }
}
