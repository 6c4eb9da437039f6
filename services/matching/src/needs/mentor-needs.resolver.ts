import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { PageArgs, type Page } from '@fc/subgraph';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AskForMentorAgain, AskForMentorAgainInput } from './ask-for-mentor-again.use-case.ts';
import { MatchedConnection, MentorNeedPage, MentorNeedView } from './mentor-need.view.ts';
import { MentorNeeds } from './mentor-needs.query.ts';
import { MyMentorNeedView } from './my-mentor-need.view.ts';
import { StateMentorWishes, StateMentorWishesInput } from './state-mentor-wishes.use-case.ts';

@Resolver(() => MatchedConnection)
export class MentorNeedsResolver {
  constructor(
    private readonly needs: MentorNeeds,
    private readonly wishing: StateMentorWishes,
    private readonly asking: AskForMentorAgain,
  ) {}

  @Query(() => MentorNeedPage, { name: 'openMentorNeeds', nullable: true, description: 'Who waits for a mentor in this county, in the order in which each need was first known; mentorWaitlist has the longest wait first. For a coordinator or a program supervisor.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  open(@Args() args: PageArgs): Promise<Page<MentorNeedView>> {
    return this.needs.open(args);
  }

  @Query(() => [MyMentorNeedView], { name: 'myMentorNeeds', nullable: true, description: 'Of whoever asks, as parent or caregiver; met ones, and those in which nobody waits any more, too.' })
  @AllowSignedIn()
  mine(): Promise<MyMentorNeedView[]> {
    return this.needs.mine();
  }

  @Mutation(() => MyMentorNeedView, { description: 'For the parent, any caregiver of the household, or a coordinator on their word. Errors INVALID_HOURS, MATCHING.UNKNOWN_EXPERIENCE, MATCHING.UNKNOWN_LANGUAGE, MATCHING.WISHES_CONTRADICT.' })
  @AllowSignedIn()
  async stateMentorWishes(@Args('input') input: StateMentorWishesInput): Promise<MyMentorNeedView> {
    return this.needs.byId(await this.wishing.run(input));
  }

  @Mutation(() => MyMentorNeedView, { description: 'For the parent, any caregiver of the household, or a coordinator: whoever needed no mentor any more waits for one again. Error MATCHING.NEED_NOT_OPEN when the program works with them no more.' })
  @AllowSignedIn()
  async askForMentorAgain(@Args('input') input: AskForMentorAgainInput): Promise<MyMentorNeedView> {
    return this.needs.byId(await this.asking.run(input));
  }

  @ResolveField(() => [MentorNeedView], { name: 'mentorNeeds', nullable: true, description: 'What its parent and its household need a mentor for.' })
  @AllowSignedIn()
  ofConnection(@Parent() connection: MatchedConnection): Promise<MentorNeedView[]> {
    return this.needs.ofConnection(connection.id);
  }
}
