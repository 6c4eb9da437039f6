import { Allow, AllowSignedIn, Role } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { PageArgs, UUID, type Page } from '@fc/subgraph';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { MatchedConnection } from '../needs/mentor-need.view.ts';
import { EndMatch, EndMatchInput } from './end-match.use-case.ts';
import { MentorMatchPage, MentorMatchView } from './mentor-match.view.ts';
import { MentorMatches } from './mentor-matches.query.ts';

@Resolver(() => MatchedConnection)
export class MentorMatchesResolver {
  constructor(
    private readonly matches: MentorMatches,
    private readonly ending: EndMatch,
  ) {}

  @Query(() => [MentorMatchView], { name: 'myMatches', nullable: true, description: 'The active ones of whoever asks, as mentor, parent or caregiver.' })
  @AllowSignedIn()
  mine(): Promise<MentorMatchView[]> {
    return this.matches.mine();
  }

  @Query(() => MentorMatchPage, { name: 'mentorMatches', nullable: true, description: 'Of the whole county, ended ones too, the oldest first; of one parent or household where one is named. For a coordinator or a program supervisor.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  page(@Args() args: PageArgs, @Args('participantId', { type: () => UUID, nullable: true }) participantId: Id<'Participant'> | null = null): Promise<Page<MentorMatchView>> {
    return this.matches.page(args, participantId);
  }

  @Mutation(() => MentorMatchView, { description: 'For a coordinator. The participant waits for a mentor again, unless their goal is reached.' })
  @Allow(Role.COORDINATOR)
  async endMatch(@Args('input') input: EndMatchInput): Promise<MentorMatchView> {
    return this.matches.byId(await this.ending.run(input));
  }

  @ResolveField(() => MentorMatchView, { nullable: true, description: "The parent's match at present. For everybody on the connection." })
  @AllowSignedIn()
  parentAlly(@Parent() connection: MatchedConnection): Promise<MentorMatchView | null> {
    return this.matches.ofConnection(connection.id, 'PARENT_ALLY');
  }

  @ResolveField(() => MentorMatchView, { nullable: true, description: "The household's match at present. For everybody on the connection." })
  @AllowSignedIn()
  caregiverMentor(@Parent() connection: MatchedConnection): Promise<MentorMatchView | null> {
    return this.matches.ofConnection(connection.id, 'CAREGIVER_MENTOR');
  }
}
