import { Allow, Role } from '@fc/auth';
import { Query, Resolver } from '@nestjs/graphql';
import { MatchingOverview } from './matching-overview.query.ts';
import { MatchingOverviewView } from './matching-overview.view.ts';

@Resolver(() => MatchingOverviewView)
export class MatchingOverviewResolver {
  constructor(private readonly overview: MatchingOverview) {}

  @Query(() => MatchingOverviewView, { name: 'matchingOverview', nullable: true, description: 'Who waits, how many places are free, and which mentors to look for. For a coordinator or a program supervisor.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  ofCounty(): Promise<MatchingOverviewView> {
    return this.overview.ofCounty();
  }
}
