import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { MatchedConnection } from '../needs/mentor-need.view.ts';
import { EndMatch, EndMatchInput } from './end-match.use-case.ts';
import { MentorMatchView } from './mentor-match.view.ts';
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

  @Mutation(() => MentorMatchView, { description: 'For a coordinator. The participant waits for a mentor again.' })
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
