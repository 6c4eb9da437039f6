import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MentorMatchView } from '../matches/mentor-match.view.ts';
import { MentorMatches } from '../matches/mentor-matches.query.ts';
import { HandOverView } from './hand-over.view.ts';
import { HandOvers } from './hand-overs.query.ts';
import { SuggestHandOver, SuggestHandOverInput } from './suggest-hand-over.use-case.ts';

@Resolver(() => MentorMatchView)
export class HandOversResolver {
  constructor(
    private readonly handOvers: HandOvers,
    private readonly matches: MentorMatches,
    private readonly suggesting: SuggestHandOver,
  ) {}

  @ResolveField(() => HandOverView, { nullable: true, description: 'For the family and their mentor while they are matched; empty for everybody else.' })
  @AllowSignedIn()
  handOver(@Parent() match: MentorMatchView): Promise<HandOverView | null> {
    return this.handOvers.ofNeed(match.needId);
  }

  @Mutation(() => MentorMatchView, { description: 'For the mentor of an active match: what the next one should know. The family decides on it.' })
  @Allow(Role.PARENT_ALLY, Role.CAREGIVER_MENTOR)
  async suggestHandOver(@Args('input') input: SuggestHandOverInput): Promise<MentorMatchView> {
    return this.matches.byId(await this.suggesting.run(input));
  }
}
