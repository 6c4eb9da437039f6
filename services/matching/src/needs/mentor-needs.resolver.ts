import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { PageArgs, type Page } from '@fc/subgraph';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { MatchedConnection, MentorNeedPage, MentorNeedView } from './mentor-need.view.ts';
import { MentorNeeds } from './mentor-needs.query.ts';

@Resolver(() => MatchedConnection)
export class MentorNeedsResolver {
  constructor(private readonly needs: MentorNeeds) {}

  @Query(() => MentorNeedPage, { name: 'openMentorNeeds', nullable: true, description: 'Who waits for a mentor in this county, the longest wait first. For a coordinator or a program supervisor.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  open(@Args() args: PageArgs): Promise<Page<MentorNeedView>> {
    return this.needs.open(args);
  }

  @ResolveField(() => [MentorNeedView], { name: 'mentorNeeds', nullable: true, description: 'What its parent and its household need a mentor for.' })
  @AllowSignedIn()
  ofConnection(@Parent() connection: MatchedConnection): Promise<MentorNeedView[]> {
    return this.needs.ofConnection(connection.id);
  }
}
