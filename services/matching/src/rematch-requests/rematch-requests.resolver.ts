import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { PageArgs, type Page } from '@fc/subgraph';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { MentorMatchView } from '../matches/mentor-match.view.ts';
import { MentorMatches } from '../matches/mentor-matches.query.ts';
import { AskForRematch, AskForRematchInput } from './ask-for-rematch.use-case.ts';
import { RematchRequestPage, type RematchRequestView } from './rematch-request.view.ts';
import { RematchRequests } from './rematch-requests.query.ts';
import { TakeBackRematchRequest, TakeBackRematchRequestInput } from './take-back-rematch-request.use-case.ts';

@Resolver(() => MentorMatchView)
export class RematchRequestsResolver {
  constructor(
    private readonly requests: RematchRequests,
    private readonly matches: MentorMatches,
    private readonly asking: AskForRematch,
    private readonly takingBack: TakeBackRematchRequest,
  ) {}

  @Query(() => RematchRequestPage, { name: 'rematchRequests', nullable: true, description: 'Of matches that go on, the oldest first: call rematch for each, or endMatch. For a coordinator or a program supervisor.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  open(@Args() args: PageArgs): Promise<Page<RematchRequestView>> {
    return this.requests.open(args);
  }

  @Mutation(() => MentorMatchView, {
    description: 'For the mentor, the parent, or any caregiver of the household, of their own match: they would rather be matched anew. Nobody has to say why, the other side never learns who asked, and the match goes on until a coordinator has seen to it.',
  })
  @AllowSignedIn()
  async askForRematch(@Args('input') input: AskForRematchInput): Promise<MentorMatchView> {
    return this.matches.byId(await this.asking.run(input));
  }

  @Mutation(() => MentorMatchView, { description: 'For the side that asked for a rematch: they stay together after all.' })
  @AllowSignedIn()
  async takeBackRematchRequest(@Args('input') input: TakeBackRematchRequestInput): Promise<MentorMatchView> {
    return this.matches.byId(await this.takingBack.run(input));
  }

  @ResolveField(() => Boolean, { nullable: true, description: 'Whether my own side has asked to be matched anew; never whether the other has. Empty for whoever is on neither side.' })
  @AllowSignedIn()
  rematchAskedByMySide(@Parent() match: MentorMatchView): Promise<boolean | null> {
    return this.requests.askedByMySide(match.id);
  }
}
